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
    /// <summary>Goes on from a day on, with a term if there is one, or begins anew where it was broken before that day.</summary>
    /// <param name="lapsed">First day on which no term of it lasted, where none does and nobody sits on.</param>
    public static Service Joined(Service? before, PartialDate from, PartialDate? termThrough, DateOnly? lapsed)
    {
        var goesOn = before is not null && !((before.Until?.First ?? lapsed) < from.First);
        var service = goesOn ? before! with { Until = null } : new(from, [], null);
        return termThrough is { } term ? service with { Terms = service.Terms.Add(term.Last) } : service;
    }

    /// <summary>The same term runs to another last day.</summary>
    public Service Extended(PartialDate? was, PartialDate now) => this with { Terms = (was is { } before ? Terms.Remove(before.Last) : Terms).Add(now.Last) };
}
