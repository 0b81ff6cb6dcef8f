using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Domain.Findings;

/// <summary>A term ends within 90 days, its last day the 90th.</summary>
internal sealed class TermEndsSoon() : BodyRule(FindingCode.TermEndsSoon)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) =>
        from held in at.Appointed
        where SeatStatuses.On(at.Day, held.Seat, held.Holder) == SeatStatus.TermEndsSoon && Foreseen.TermEnds(at.History, at.Body.Id, held.Seat, held.Holder)
        select new Subject { Body = at.Body.Id, Seat = held.Seat.Id, Person = held.Holder.Person };

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var (seat, holder) = at.Appointed.First(s => s.Seat.Id == subject.Seat);
        var (person, role, body, end) = (at.Name(holder.Person), at.Name(seat), at.Name(), FindingWording.Date(holder.TermThrough!.Value));
        return new(
            $"Perioden til {person.Nb} som {role.Nb} i {body.Nb} går snart ut: den varer til og med {end.Nb}.",
            $"The term of {person.En} as {role.En} in {body.En} ends soon: it runs through {end.En}.");
    }
}
