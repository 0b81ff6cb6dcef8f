using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.People;

namespace Governance.Domain.Meetings;

/// <summary>Somebody who is called to a meeting.</summary>
/// <param name="Role">The seat's; null for a guest.</param>
/// <param name="Votes">Whether the person votes there: a deputy does for who is away.</param>
/// <param name="StandsInFor">Whom a deputy meets for.</param>
/// <param name="IsAway">Whether the person cannot come, or is on leave.</param>
public sealed record Invited(PersonId Person, SeatRole? Role, bool Votes, PersonId? StandsInFor, bool IsAway)
{
    /// <summary>Those of a meeting: whoever sits in the body that day, deputies for who is away, and guests.</summary>
    public static IReadOnlyList<Invited> Of(ClusterHistory history, Meeting meeting, IReadOnlySet<PersonId> away)
    {
        var state = history.AsOf(meeting.Plan.Day);
        if (state?.Bodies.GetValueOrDefault(meeting.Plan.Body) is not { } body) return [];
        var seats = state.Seats(body, meeting.Plan.Day).Where(s => s.Holder is not null).Select(s => (s.Seat, Holder: s.Holder!, Person: state.Canonical(s.Holder!.Person))).ToList();
        var deputies = seats.Where(s => s.Seat.Role == SeatRole.Deputy && !away.Contains(s.Person) && s.Holder.Leave is null).ToList();
        var called = new List<Invited>();
        foreach (var (seat, holder, person) in seats.Where(s => s.Seat.Role != SeatRole.Deputy))
        {
            var isAway = away.Contains(person) || holder.Leave is not null;
            called.Add(new(person, seat.Role, seat.Votes && !isAway, null, isAway));
            if (isAway && StandIn(seat, holder) is { } other) called.Add(new(other, seat.Role, seat.Votes, person, false));
        }
        called.AddRange(meeting.Plan.Guests.Select(state.Canonical).Select(g => new Invited(g, null, false, null, away.Contains(g))));
        return [.. called.OrderBy(c => c.IsAway).ThenByDescending(c => c.Votes).DistinctBy(c => c.Person).OrderBy(called.IndexOf)];

        PersonId? StandIn(Seat seat, Appointment holder)
        {
            if (holder.Leave?.Substitute is { } substitute) return state.Canonical(substitute);
            var at = deputies.FindIndex(d => d.Seat.Description.DeputyFor == seat.Id);
            if (at < 0) at = deputies.FindIndex(d => d.Seat.Description.DeputyFor is null);
            if (at < 0) return null;
            var deputy = deputies[at].Person;
            deputies.RemoveAt(at);
            return deputy;
        }
    }

    /// <summary>What the body needs on the day of a meeting to decide, with nobody there yet; its votes are those of whoever is away too.</summary>
    public static Quorum QuorumOf(ClusterHistory history, Meeting meeting) =>
        history.AsOf(meeting.Plan.Day) is { } state && state.Bodies.GetValueOrDefault(meeting.Plan.Body) is { } body
            ? Quorum.Of(state.Seats(body, meeting.Plan.Day).Count(s => s.Seat.Votes && (s.Holder is not null || s.Seat.IsHeldByOrganisation)), 0, body.Rules.Quorum)
            : Quorum.Of(0, 0, null);
}

/// <summary>Whether a meeting can decide.</summary>
/// <param name="Votes">All votes of the body.</param>
/// <param name="Needed">How many must be there: as the rules of its composition say, else more than half.</param>
/// <param name="Present">How many are, or will be.</param>
public sealed record Quorum(int Votes, int Needed, int Present)
{
    /// <summary>Whether enough are there.</summary>
    public bool IsMet => Present >= Needed;

    /// <summary>With so many votes there, of so many.</summary>
    /// <param name="rule">How many the rules ask for; null where they do not say.</param>
    public static Quorum Of(int votes, int present, int? rule) => new(votes, rule ?? votes / 2 + 1, present);
}
