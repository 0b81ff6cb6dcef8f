using System.Diagnostics;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;

namespace Governance.Api.Clusters;

/// <summary>Which stream a fact stands on: its body's, its partner's, or the cluster's own of names and strategies.</summary>
public static class Streams
{
    /// <summary>The stream's id and type.</summary>
    public static (Guid Id, string Type) Of(string cluster, FactEvent change) => change switch
    {
        BodyEvent e => (e.Body.Value, "body"),
        PartnerEvent e => (e.Partner.Value, "partner"),
        StrategyEvent => (RegisterStream.Named(cluster, "strategies"), "strategies"),
        _ => throw new UnreachableException($"{change.GetType().Name} belongs to no stream."),
    };
}
