using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>What has changed of seats and of those who sit in them since a document was taken in.</summary>
internal sealed class PopoloSeatUpdate(PopoloDocument document, PopoloPlan plan, PopoloNames names, DateOnly today)
{
    private readonly Cluster last = names.Known.History.AsOf(DateOnly.MaxValue) ?? new(Names.From(Name.Of("?"), null, today), today);
    private readonly PopoloTenures tenures = new(names.Known.History);
    private readonly HashSet<SeatId> matched = [];

    /// <summary>The day on which it is taken in.</summary>
    public PartialDate Today => today;

    /// <summary>Seats that memberships were found to tell of by who sits in them.</summary>
    public IReadOnlyCollection<SeatId> Matched => matched;

    /// <summary>Those who still sit by an earlier import, and whom no membership has told of.</summary>
    public IEnumerable<(SeatId Seat, PersonId Person)> Left => tenures.Left(names.Known);

    /// <summary>A seat that is there, as the document describes it now.</summary>
    /// <param name="order">Its place, where the document gives one.</param>
    /// <param name="through">The last day of the seat itself.</param>
    public void Seat(SeatId id, CreateSeat told, int? order, PartialDate? through, string at)
    {
        if (!last.SeatBodies.TryGetValue(id, out var body)) return;
        if (last.Bodies[body].Seat(id) is not { } seat)
        {
            if (through is null) plan.Note(at, "Plassen er fjernet her; at den står i dokumentet, er ikke brukt: den opprettes på nytt ved et vedtak.", "The seat is abolished here; that it stands in the document is not used: it is made anew by a decision.");
            return;
        }
        if (PopoloUpdates.Differing(seat, told, order, last) is { } change) plan.Add(today, PopoloPlan.Step.Seat, change, at);
        if (through is { } lastDay) plan.Add(lastDay.Next, PopoloPlan.Step.Leave, new AbolishSeat(id.ToString()), $"{at}/end_date", 1);
    }

    /// <summary>The seat of its own that a membership had in an earlier edition, where its dates, or in a document of the whole cluster its role, were others then; null where there is none.</summary>
    /// <param name="seat">As the document describes it now.</param>
    /// <param name="isWhole">Whether the document tells of the cluster as a whole.</param>
    public Guid? SeatOf(PopoloMembership told, CreateSeat seat, bool isWhole)
    {
        if (names.Known.Person(told.Person) is not { } person) return null;
        var others = document.Memberships.Where(m => m != told).Select(m => names.Known.Seat("memberships", m.Key)).ToHashSet();
        var found = tenures.Find(t => Is(t) && t.Role == seat.Role && t.Title == seat.Title && t.Overlaps(told)) ?? (isWhole ? tenures.Find(t => Is(t) && t.Through is null && t.From.First == told.From?.First) : null);
        if (found is not null) matched.Add(found.Seat);
        return found?.Seat.Value;

        bool Is(PopoloTenure t) => t.Person == new PersonId(person) && t.Body.ToString() == seat.Body && !others.Contains(t.Seat.Value) && !matched.Contains(t.Seat)
            && names.Known.Made.Any(m => m.Value == t.Seat.Value && m.Key.StartsWith("memberships/", StringComparison.Ordinal));
    }

    /// <summary>Somebody's time in a seat that is there; false where it is not recorded yet.</summary>
    public bool Held(SeatId seat, PopoloMembership told, PopoloPerson person, PersonReference.Existing? substitute)
    {
        if (names.Known.Person(person.Id) is not { } id || Find(seat, new(id), told) is not { } held) return false;
        var holder = new PersonReference.Existing(id.ToString());
        if (told.From is { } from && from.First != held.From.First) plan.Stands($"{told.At}/start_date", held.From);
        if (held.Through is { } gone)
        {
            if (told.Through != gone) plan.Stands($"{told.At}/end_date", gone);
            return true;
        }
        if (told.TermThrough is { } term && held.Term != term) plan.Add(today, PopoloPlan.Step.Appoint, new ExtendAppointment(term, seat.ToString(), Person: holder), $"{told.At}/extra/term_through");
        Leave(seat, told, held, substitute);
        if (told.Through is not { } lastDay) return true;
        plan.Add(lastDay.Next, PopoloPlan.Step.Leave, new EndAppointment(seat.ToString(), Person: holder), $"{told.At}/end_date");
        if (told.Post is null) plan.Add(lastDay.Next, PopoloPlan.Step.Leave, new AbolishSeat(seat.ToString()), $"{told.At}/end_date", 1);
        return true;
    }

    /// <summary>The time that began on the same day, else one that it overlaps and that the document does not tell of apart.</summary>
    private PopoloTenure? Find(SeatId seat, PersonId person, PopoloMembership told) =>
        tenures.Take(seat, person, told.From)
        ?? tenures.Take(t => t.Seat == seat && t.Person == person && t.Overlaps(told)
            && !document.Memberships.Any(m => m != told && m.Person == told.Person && m.Post == told.Post && m.From?.First == t.From.First));

    private void Leave(SeatId seat, PopoloMembership membership, PopoloTenure held, PersonReference.Existing? substitute)
    {
        if (membership.Leave is not { } leave)
        {
            // A document of others does not tell of leave.
            if (held.Leave is not null && document.Cluster is not null && membership.Through is null) plan.Add(today, PopoloPlan.Step.Appoint, new EndLeave(seat.ToString()), membership.At, 1);
            return;
        }
        if (held.Leave is not { } since)
        {
            plan.Add(leave.From.First < held.From.First ? held.From : leave.From, PopoloPlan.Step.Appoint, new GrantLeave(seat.ToString(), Substitute: substitute), leave.At, 1);
            return;
        }
        if (leave.From != since.ValidFrom) plan.Stands($"{leave.At}/start_date", since.ValidFrom);
        var told = leave.Substitute is { } other ? names.Known.Person(other) : null;
        // Whoever is deputy acts without being named.
        if (leave.Substitute is null ? since.Acting is { Seat: null } : told is null || told != since.Acting?.Id?.Value) plan.Add(today, PopoloPlan.Step.Appoint, new GrantLeave(seat.ToString(), Substitute: substitute), $"{leave.At}/acting_person_id", 1);
    }
}
