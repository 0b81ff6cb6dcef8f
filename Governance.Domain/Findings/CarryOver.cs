using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>A term is over, and its holder still sits.</summary>
internal sealed class CarryOver() : BodyRule(FindingCode.CarryOver)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) =>
        at.Appointed.Where(s => s.Holder.IsOver(at.Day)).Select(s => new Subject { Body = at.Body.Id, Seat = s.Seat.Id, Person = s.Holder.Person });

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var (seat, holder) = at.Appointed.First(s => s.Seat.Id == subject.Seat);
        var (person, role, body, end) = (at.Name(holder.Person), at.Name(seat), at.Name(), FindingWording.Date(holder.TermThrough!.Value));
        return new(
            $"I {body.Nb} sitter {person.Nb} fortsatt som {role.Nb}, men perioden varte til og med {end.Nb}.",
            $"In {body.En}, {person.En} still sits as {role.En}, though the term ran through {end.En}.");
    }
}
