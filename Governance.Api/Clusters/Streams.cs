using System.Diagnostics;
using Governance.Api.EventStore;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Partners;

namespace Governance.Api.Clusters;

/// <summary>Which stream a fact stands on: its body's, its partner's, or the cluster's own of names and strategies.</summary>
public static class Streams
{
    private static readonly Dictionary<string, Type> Types = new[] { RegisterStream.Type, typeof(Body), typeof(Partner), typeof(Strategies) }.ToDictionary(type => type.Name.ToLowerInvariant());

    /// <summary>The type whose alias is a stream's type in the log.</summary>
    public static Type Type(string alias) => Types.TryGetValue(alias, out var type) ? type : throw new FormatException($"No stream is of type '{alias}'.");

    /// <summary>A stream's type in the log, by the type of an event on it.</summary>
    public static string AliasOf(Type stored) => (
        stored.IsSubclassOf(typeof(RegisterEvent)) ? RegisterStream.Type
        : stored.IsSubclassOf(typeof(BodyEvent)) ? typeof(Body)
        : stored.IsSubclassOf(typeof(PartnerEvent)) ? typeof(Partner)
        : typeof(Strategies)).Name.ToLowerInvariant();

    /// <summary>The stream's id and type.</summary>
    public static (Guid Id, Type Type) Of(string cluster, FactEvent change) => change switch
    {
        BodyEvent e => (e.Body.Value, typeof(Body)),
        PartnerEvent e => (e.Partner.Value, typeof(Partner)),
        StrategyEvent => (RegisterStream.Named(cluster, "strategies"), typeof(Strategies)),
        _ => throw new UnreachableException($"{change.GetType().Name} belongs to no stream."),
    };

    /// <summary>The stream of a cluster's names and strategies.</summary>
    private sealed class Strategies;
}
