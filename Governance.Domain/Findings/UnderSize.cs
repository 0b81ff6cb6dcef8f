using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>A body has fewer seats than its rules ask for; a vacant seat is a seat.</summary>
internal sealed class UnderSize() : BodyRule(FindingCode.UnderSize)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) => Whole(at, at.MemberSeats.Count() < at.Body.Rules.MinSeats);

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var (body, seats, least) = (at.Name(), FindingWording.Seats(at.MemberSeats.Count()), at.Body.Rules.MinSeats);
        return new($"{body.Nb} har {seats.Nb}; reglene krever minst {least}.", $"{body.En} has {seats.En}; the rules ask for at least {least}.");
    }
}
