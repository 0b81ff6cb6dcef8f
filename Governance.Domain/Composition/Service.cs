using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Composition;

/// <summary>The kinds of seat whose terms are counted apart.</summary>
[JsonConverter(typeof(KebabCase<ServiceGroup>))]
public enum ServiceGroup
{
    /// <summary>All but deputies and observers.</summary>
    Members,

    /// <summary>Those who stand in for others.</summary>
    Deputies,

    /// <summary>Those who are present.</summary>
    Observers,
}

/// <summary>Which kind a role is counted with.</summary>
public static class ServiceGroups
{
    /// <summary>The group that a role is counted with.</summary>
    public static ServiceGroup Of(SeatRole role) => role switch
    {
        SeatRole.Deputy => ServiceGroup.Deputies,
        SeatRole.Observer => ServiceGroup.Observers,
        _ => ServiceGroup.Members,
    };
}

/// <summary>A person's unbroken time in a body in one group: since when, and the terms it has had, by their last days.</summary>
/// <param name="Until">First day out, while out.</param>
public sealed record Service(PartialDate Since, ImmutableHashSet<DateOnly> Terms, PartialDate? Until)
{
    /// <summary>Goes on with a term from a day on, or begins anew where it was broken before that day.</summary>
    public static Service Joined(Service? before, PartialDate from, PartialDate termThrough, bool carryOver)
    {
        var brokenOn = before?.Until?.First ?? (before is { } b && !carryOver ? b.Terms.Max().AddDays(1) : DateOnly.MaxValue);
        return before is null || brokenOn < from.First
            ? new(from, [termThrough.Last], null)
            : before with { Terms = before.Terms.Add(termThrough.Last), Until = null };
    }

    /// <summary>The same term runs to another last day.</summary>
    public Service Extended(PartialDate was, PartialDate now) => this with { Terms = Terms.Remove(was.Last).Add(now.Last) };
}
