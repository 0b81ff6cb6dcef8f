using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>A seat represents a partner who has left the cluster.</summary>
internal sealed class SeatOfWithdrawnPartner() : BodyRule(FindingCode.SeatOfWithdrawnPartner)
{
    protected override bool Alone => false;

    public override IEnumerable<Subject> Broken(BodyOnDay at) =>
        from seat in at.Seats.Select(s => s.Seat)
        where seat.Description.Represents?.Partner is { } partner && at.Cluster.Partners.GetValueOrDefault(partner) is { IsPresent: false }
        select new Subject { Body = at.Body.Id, Seat = seat.Id, Partner = seat.Description.Represents!.Partner };

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var (seat, body) = (at.Name(at.Seats.First(s => s.Seat.Id == subject.Seat).Seat), at.Name());
        var partner = at.Cluster.Partners[subject.Partner!.Value].Names.Current.Phrase();
        return new(
            $"Plassen som {seat.Nb} i {body.Nb} representerer {partner.Nb}, som ikke lenger er partner.",
            $"The seat of {seat.En} in {body.En} represents {partner.En}, which is no longer a partner.");
    }
}
