using System.Text.Json.Nodes;

namespace Governance.Api.EventStore;

/// <summary>Turns stored data of an older form into a newer one; <c>Into</c> is the alias it then has.</summary>
/// <param name="Alias">The alias it is stored under, such as <c>body_established</c> or <c>body_established_v1</c>.</param>
/// <param name="IsOld">Which data it concerns: all of an old alias, or what has an old shape.</param>
public sealed record Upcaster(string Alias, Func<JsonObject, bool> IsOld, Func<JsonObject, JsonObject> Change, string Into);

/// <summary>How old data still reads: applied one after the other, in order, when an event is read. What is stored stays as it is.</summary>
public sealed class Upcasters(IReadOnlyList<Upcaster> steps)
{
    private readonly HashSet<string> aliases = [.. steps.Select(step => step.Alias)];

    /// <summary>Every event in its first form.</summary>
    public static Upcasters None { get; } = new([]);

    /// <summary>Whether data under this alias may have to be changed.</summary>
    public bool Concern(string alias) => aliases.Contains(alias);

    /// <summary>The data in today's form, and its alias.</summary>
    public (string Alias, JsonObject Data) Apply(string alias, JsonObject data)
    {
        foreach (var step in steps)
            if (step.Alias == alias && step.IsOld(data))
                (alias, data) = (step.Into, step.Change(data));
        return (alias, data);
    }
}
