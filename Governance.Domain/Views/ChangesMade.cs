using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>A seat that a change made or touched, and who was put in or taken out. <c>Ref</c> is there where the change made it.</summary>
public sealed record SeatMade(string? Ref, SeatId Seat, PersonId? Person);

/// <summary>What a change came to: every id it made or touched, and a sentence.</summary>
/// <param name="Type">The word of the change: <c>rename-body</c>.</param>
public sealed record ChangeMade(string Type, string Ref, BodyId? Body, PartnerId? Partner, IReadOnlyList<SeatMade> Seats, string Sentence);

/// <summary>What the changes of a decision came to.</summary>
public static class ChangesMade
{
    /// <summary>In the order of the changes, as far as they may be seen. The history must know the revision.</summary>
    public static IReadOnlyList<ChangeMade> Of(Viewpoint view, Revision revision)
    {
        var hold = revision.Facts is [var first, ..] && view.History.Decisions[first.Decision] is { Annulment: null } decision && decision.Current.Number == revision.Number;
        return [..
            from told in Sentences.Told(view, revision.Facts, hold).Zip(revision.Refs, (told, name) => (told.Fact, told.Before, Name: name))
            let body = (told.Fact.Event as BodyEvent)?.Body
            where body is null || view.Sees(body.Value, revision)
            select new ChangeMade(
                Words.OfType(Recall.TypeOf(told.Fact.Event, told.Name)), told.Name.Ref, body, (told.Fact.Event as PartnerEvent)?.Partner,
                [.. Seats(told.Fact.Event, told.Name).Select(s => s.Person is { } person && !view.Names(person) ? s with { Person = null } : s)],
                Sentences.Of(view, told.Fact, told.Before))];
    }

    private static IEnumerable<SeatMade> Seats(FactEvent change, ChangeRef name) => change switch
    {
        SeatCreated e => [new(name.Ref, e.Seat, null)],
        SeatChanged e => [new(null, e.Seat, null)],
        SeatAbolished e => [new(null, e.Seat, null)],
        MemberAppointed e => [new(e.Personal is null ? null : name.Ref, e.Seat, e.Person)],
        AppointmentEvent e => [new(null, e.Seat, e.Person)],
        BodyReconstituted e => e.Seats.Zip(name.Seats, (seat, called) => new SeatMade(called, seat.Seat, seat.Person)),
        _ => [],
    };
}
