using System.Diagnostics;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.People;

namespace Governance.Domain.Composition;

/// <summary>What may happen to seats and those who sit in them, and what comes of it.</summary>
public static class SeatRules
{
    /// <summary>Why the fact cannot be, given what went before; null if it can.</summary>
    public static Violation? Check(Cluster cluster, Fact fact, CompositionEvent change)
    {
        var body = cluster.Bodies[change.Body];
        return change switch
        {
            MemberAppointed e => (e.Personal is null ? SeatIn(cluster, body, e.Seat, fact) : null) ?? EndsBefore(e.TermThrough?.Last < fact.From.First, body, fact),
            SeatChanged e => SeatIn(cluster, body, e.Seat, fact),
            SeatAbolished e => SeatIn(cluster, body, e.Seat, fact),
            AppointmentExtended e when Appointed(cluster, body, e.Seat, e.Person) is { } held && !held.IsGone(body, fact) => EndsBefore(e.TermThrough.Last < held.From.First, body, fact),
            AppointmentEnded e when Appointed(cluster, body, e.Seat, e.Person) is not null => null,
            AppointmentEnded e when Seating.HandedOver(body, e.Seat, fact.From, cluster.Canonical(e.Person)) is not null => null,
            LeaveEnded e when Appointed(cluster, body, e.Seat, e.Person) is { Leave: null } => new(ViolationCode.UnknownSeat) { Body = body.Id, Member = "leave", Date = fact.From, About = body.Name.Text },
            LeaveEvent e when Appointed(cluster, body, e.Seat, e.Person) is { } held && !held.IsGone(body, fact) => e is LeaveGranted { Substitute: { } other } && cluster.Canonical(other) == held.Person
                ? new(ViolationCode.PersonTwice) { Body = body.Id, Member = "substitute", Date = fact.From, About = body.Name.Text } : null,
            AppointmentExtended or AppointmentEnded or LeaveEvent => new(ViolationCode.UnknownSeat) { Body = body.Id, Member = "person", Date = fact.From, About = body.Name.Text },
            BodyReconstituted e when e.Seats.DistinctBy(s => s.Seat).Count() < e.Seats.Count => new(ViolationCode.SeatTaken) { Body = body.Id, Member = "seat", Date = fact.From, About = body.Name.Text },
            BodyReconstituted e => EndsBefore(e.Seats.Any(s => s.TermThrough?.Last < fact.From.First), body, fact),
            SeatCreated or CompositionRulesSet => null,
            _ => throw new UnreachableException($"{change.GetType().Name} is not about composition."),
        };
    }

    /// <summary>The cluster after the fact.</summary>
    public static Cluster Apply(Cluster cluster, Fact fact, CompositionEvent change) => change switch
    {
        SeatCreated e => Seated(cluster, fact, e, [e.Seat], seating => seating.Create(e.Seat, e.Description)),
        SeatChanged e => Seated(cluster, fact, e, [], seating => seating.Describe(e.Seat, e.Changes)),
        SeatAbolished e => Seated(cluster, fact, e, [], seating => seating.Abolish(e.Seat)),
        MemberAppointed e => Seated(cluster, fact, e, e.Personal is null ? [] : [e.Seat], seating => seating.Appoint(e, cluster.Canonical(e.Person))),
        AppointmentExtended e => Seated(cluster, fact, e, [], seating => seating.Extend(e.Seat, cluster.Canonical(e.Person), e.TermThrough)),
        AppointmentEnded e => Seated(cluster, fact, e, [], seating => seating.End(e.Seat, cluster.Canonical(e.Person))),
        LeaveGranted e => Seated(cluster, fact, e, [], seating => seating.Leave(e.Seat, cluster.Canonical(e.Person), new(fact.From, e.Substitute is { } other ? cluster.Canonical(other) : null))),
        LeaveEnded e => Seated(cluster, fact, e, [], seating => seating.Leave(e.Seat, cluster.Canonical(e.Person), leave: null)),
        BodyReconstituted e => Seated(cluster, fact, e, e.Seats.Select(s => s.Seat), seating => seating.Reconstitute(e.Seats, cluster.Canonical)),
        CompositionRulesSet e => Seated(cluster, fact, e, [], seating => seating.Measure(e)),
        _ => throw new UnreachableException($"{change.GetType().Name} is not about composition."),
    };

    /// <summary>A person's appointment to a seat; null when the person does not sit there.</summary>
    public static Appointment? Appointed(Cluster cluster, Body body, SeatId seat, PersonId person) =>
        body.Seat(seat)?.Holders.FirstOrDefault(h => h.Person == cluster.Canonical(person));

    /// <summary>Where carry-over does not hold, who has not sat since before the day before the fact's is not extended but appointed anew.</summary>
    private static bool IsGone(this Appointment held, Body body, Fact fact) => !body.Rules.CarryOver && held.TermThrough?.Next.First < fact.From.First;

    private static Cluster Seated(Cluster cluster, Fact fact, CompositionEvent change, IEnumerable<SeatId> seats, Func<Seating, Seating> then)
    {
        var after = BodyRules.Change(cluster, fact, change.Body, body => then(new Seating(body, fact.From)).Body);
        return after with { SeatBodies = after.SeatBodies.SetItems(seats.Select(s => KeyValuePair.Create(s, change.Body))) };
    }

    private static Violation? SeatIn(Cluster cluster, Body body, SeatId seat, Fact fact)
    {
        if (body.Seat(seat) is not null) return null;
        var elsewhere = cluster.SeatBodies.TryGetValue(seat, out var other) && other != body.Id;
        return new(elsewhere ? ViolationCode.SeatOfOtherBody : ViolationCode.UnknownSeat) { Body = body.Id, Member = "seat", Date = fact.From, About = body.Name.Text };
    }

    private static Violation? EndsBefore(bool so, Body body, Fact fact) =>
        so ? new(ViolationCode.EndsBeforeStart) { Body = body.Id, Member = "termThrough", Date = fact.From, About = body.Name.Text } : null;
}
