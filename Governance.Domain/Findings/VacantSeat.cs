using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>Nobody holds a seat.</summary>
internal sealed class VacantSeat() : BodyRule(FindingCode.VacantSeat)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) =>
        at.Seats.Where(s => s.Holder is null && !s.Seat.IsHeldByOrganisation).Select(s => new Subject { Body = at.Body.Id, Seat = s.Seat.Id });

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var (seat, body) = (at.Name(at.Body.Seat(subject.Seat!.Value)!), at.Name());
        return new($"Plassen som {seat.Nb} i {body.Nb} er ledig.", $"The seat of {seat.En} in {body.En} is vacant.");
    }
}
