using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>One person holds two seats that vote in the same body.</summary>
internal sealed class PersonInTwoVotingSeats() : BodyRule(FindingCode.PersonInTwoVotingSeats)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) =>
        from held in at.Held
        where held.Seat.Votes
        group held by held.Holder.Person into votes
        where votes.Skip(1).Any()
        select new Subject { Body = at.Body.Id, Person = votes.Key };

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var (person, body) = (at.Name(subject.Person!.Value), at.Name());
        var seats = FindingWording.List(at.Held.Where(s => s.Seat.Votes && s.Holder.Person == subject.Person).Select(s => at.Name(s.Seat)));
        return new(
            $"I {body.Nb} har {person.Nb} mer enn én plass med stemmerett: {seats.Nb}.",
            $"In {body.En}, {person.En} holds more than one voting seat: {seats.En}.");
    }
}
