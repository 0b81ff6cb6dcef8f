using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>Somebody's time in a seat as recorded. <c>Through</c> is the last day, inclusive, where it is known.</summary>
internal sealed record PopoloTenure(BodyId Body, SeatId Seat, SeatRole Role, string? Title, PersonId Person, PartialDate From, PartialDate? Term, PartialDate? Through, LeaveOnDay? Leave)
{
    /// <summary>Whether a membership tells of any of it.</summary>
    public bool Overlaps(PopoloMembership told) => !(Through?.Last < told.From?.First) && !(told.Through?.Last < From.First);
}

/// <summary>Who holds and held which seat, each found once by a membership that tells the same.</summary>
internal sealed class PopoloTenures(ClusterHistory history)
{
    private readonly List<PopoloTenure> left = [.. HeldSeat.Ever(new(history, DateOnly.MaxValue, Persons.None, Audience.Reader, Language.Nb))
        .Where(h => h.Seat is { ExOfficio: null, Holder.Id: not null })
        .Select(h => new PopoloTenure(h.Body, h.Seat.Id, h.Seat.Role, h.Seat.Title, h.Seat.Holder!.Id!.Value, h.Seat.Holder.ValidFrom, h.Seat.Holder.TermThrough, h.Seat.Holder.ValidThrough, h.Seat.Leave))];

    /// <summary>The one that began on a day; one that nothing says the beginning of is the last.</summary>
    public PopoloTenure? Take(SeatId seat, PersonId person, PartialDate? from) => Take(t => t.Seat == seat && t.Person == person && (from is not { } first || t.From.First == first.First));

    /// <summary>Takes the last one that is such.</summary>
    public PopoloTenure? Take(Predicate<PopoloTenure> such)
    {
        var found = Find(such);
        if (found is not null) left.Remove(found);
        return found;
    }

    /// <summary>The last one that is such and that no membership has told of.</summary>
    public PopoloTenure? Find(Predicate<PopoloTenure> such) => left.FindLast(such);

    /// <summary>Those who still sit by an earlier import, and whom no membership has told of.</summary>
    public IEnumerable<(SeatId Seat, PersonId Person)> Left(PopoloKnown known)
    {
        var imported = known.Made.Values.ToHashSet();
        return left.Where(t => t.Through is null && imported.Contains(t.Seat.Value) && known.WasImported(t.Seat, t.Person)).Select(t => (t.Seat, t.Person));
    }
}
