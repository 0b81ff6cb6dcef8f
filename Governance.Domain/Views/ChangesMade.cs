using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>A seat that a change made or touched, and who was put in or taken out.</summary>
public sealed record SeatMade(string? Ref, SeatId Seat, PersonId? Person);

/// <summary>What a change came to: every id it made or touched, and a sentence.</summary>
public sealed record ChangeMade(string Type, string Ref, BodyId? Body, PartnerId? Partner, IReadOnlyList<SeatMade> Seats, string Sentence);

/// <summary>What the changes of a decision came to.</summary>
public static class ChangesMade
{
    /// <summary>In the order of the changes.</summary>
    public static IReadOnlyList<ChangeMade> Of(Viewpoint view, Revision revision) =>
        [.. revision.Facts.Zip(revision.Refs, (fact, name) => new ChangeMade(
            Words.OfType(fact.Event.GetType()), name.Ref, (fact.Event as BodyEvent)?.Body, (fact.Event as PartnerEvent)?.Partner,
            [.. Seats(fact.Event, name.Seats)], Sentences.Of(view, fact)))];

    private static IEnumerable<SeatMade> Seats(FactEvent change, IReadOnlyList<string> names) => change switch
    {
        SeatCreated e => [new(null, e.Seat, null)],
        SeatChanged e => [new(null, e.Seat, null)],
        SeatAbolished e => [new(null, e.Seat, null)],
        MemberAppointed e => [new(null, e.Seat, e.Person)],
        AppointmentExtended e => [new(null, e.Seat, e.Person)],
        AppointmentEnded e => [new(null, e.Seat, e.Person)],
        BodyReconstituted e => e.Seats.Zip(names, (seat, name) => new SeatMade(name, seat.Seat, seat.Person)),
        _ => [],
    };
}
