using System.Reflection;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Http.Binding;

/// <summary>What holds between the members of a record: which must be given, and which not together.</summary>
public abstract record ShapeRule
{
    private ShapeRule()
    {
    }

    /// <summary>The rules that a type declares.</summary>
    public static IEnumerable<ShapeRule> Of(Type type)
    {
        if (type.GetCustomAttribute<NeedsAttribute>() is { } needs) yield return new OneOf(needs.Alternatives);
        if (type.GetCustomAttribute<NotBothAttribute>() is { } not) yield return new AtMostOne(not.One, not.Other);
    }

    /// <summary>Tells if the members given break it.</summary>
    public abstract void Check(IReadOnlySet<string> given, JsonLocation place, RequestReader reading);

    /// <summary>Says it in a schema.</summary>
    public abstract void Describe(OpenApiSchema schema);

    private sealed record OneOf(IReadOnlyList<string> Alternatives) : ShapeRule
    {
        public override void Check(IReadOnlySet<string> given, JsonLocation place, RequestReader reading)
        {
            if (!Alternatives.Any(set => given.IsSupersetOf(set.Split(' ')))) reading.Fault(place, FaultMessages.Needs(Alternatives));
        }

        public override void Describe(OpenApiSchema schema) =>
            schema.AnyOf = [.. Alternatives.Select(set => new OpenApiSchema { Required = set.Split(' ').ToHashSet(StringComparer.Ordinal) })];
    }

    private sealed record AtMostOne(string One, string Other) : ShapeRule
    {
        public override void Check(IReadOnlySet<string> given, JsonLocation place, RequestReader reading)
        {
            if (given.Contains(One) && given.Contains(Other)) reading.Fault(place.Member(Other), FaultMessages.NotBoth(One, Other));
        }

        public override void Describe(OpenApiSchema schema) => schema.Not = new OpenApiSchema { Required = new HashSet<string>([One, Other], StringComparer.Ordinal) };
    }
}
