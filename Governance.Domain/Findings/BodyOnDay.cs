using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Views;

namespace Governance.Domain.Findings;

/// <summary>A body at the end of a day, with what a rule needs to judge it.</summary>
internal sealed class BodyOnDay(ClusterHistory history, Persons persons, Cluster cluster, Body body, DateOnly day)
{
    private IReadOnlyList<(Seat Seat, Appointment? Holder)>? seats;
    private IReadOnlyList<(Seat Seat, Appointment Holder)>? held;
    private PartialDate? turn;
    private BodyOnDay? before;

    public ClusterHistory History => history;

    public Persons Persons => persons;

    public Cluster Cluster => cluster;

    public Body Body => body;

    public DateOnly Day => day;

    /// <summary>Its seats by order, each with whoever holds it.</summary>
    public IReadOnlyList<(Seat Seat, Appointment? Holder)> Seats => seats ??= [.. cluster.Seats(body, day)];

    /// <summary>Seats that somebody holds.</summary>
    public IReadOnlyList<(Seat Seat, Appointment Holder)> Held => held ??= [.. Seats.Where(s => s.Holder is not null).Select(s => (s.Seat, s.Holder!))];

    /// <summary>Seats of those whom a body consists of, vacant or not.</summary>
    public IEnumerable<Seat> MemberSeats => Seats.Select(s => s.Seat).Where(IsMember);

    /// <summary>Seats that somebody is appointed to: those by virtue of office have no term of their own.</summary>
    public IEnumerable<(Seat Seat, Appointment Holder)> Appointed => Held.Where(s => s.Seat.Description.ExOfficio is null);

    /// <summary>Whether none of its seats follows an office in another body.</summary>
    public bool StandsAlone => !body.Seats.Exists(s => s.Description.ExOfficio is not null);

    /// <summary>The last day, at the latest this one, on which anything changed that a rule may judge: the body, whatever its seats follow, or a date that passed.</summary>
    public PartialDate Turn => turn ??= Turns(body, []).Where(t => t.First <= day).MaxBy(t => t.First);

    /// <summary>The body at the end of the day before that one; null where it had never existed then.</summary>
    public BodyOnDay? Before => before ??= On(Turn.First.AddDays(-1));

    /// <summary>Whether a seat is one of those a body consists of: not its secretary, deputies, observers and advisers.</summary>
    public static bool IsMember(Seat seat) => seat.Role is SeatRole.Chair or SeatRole.DeputyChair or SeatRole.Member;

    /// <summary>Whether a seat represents a partner.</summary>
    public bool Represents(PartnerId partner) => Seats.Any(s => s.Seat.Description.Represents?.Partner == partner);

    /// <summary>The body at the end of another day; null where it had never existed then.</summary>
    private BodyOnDay? On(DateOnly other) =>
        history.AsOf(other) is { } then && then.Bodies.TryGetValue(body.Id, out var was) ? new(history, persons, then, was, other) : null;

    private IEnumerable<PartialDate> Turns(Body of, HashSet<BodyId> seen)
    {
        if (!seen.Add(of.Id)) yield break;
        yield return of.ChangedOn;
        if (of.Mandate?.ValidThrough is { } end) yield return end.Next;
        if (of.Mandate?.DueOn is { } due) yield return due.Next;
        foreach (var seat in of.Seats)
        {
            foreach (var holder in seat.Holders)
            {
                if (holder.TermThrough is not { } through) continue;
                yield return through.Next;
                yield return through.Last.AddDays(-SeatStatuses.SoonDays);
            }
            if (seat.Description.Represents?.Partner is { } partner && cluster.Partners.GetValueOrDefault(partner)?.Withdrawn is { } withdrawn) yield return withdrawn;
            if (seat.Description.ExOfficio is { } office && cluster.Bodies.TryGetValue(office.Body, out var source))
                foreach (var other in Turns(source, seen)) yield return other;
        }
    }
}
