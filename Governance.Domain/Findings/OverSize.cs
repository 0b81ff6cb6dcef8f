using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>A body has more seats than its rules allow.</summary>
internal sealed class OverSize() : BodyRule(FindingCode.OverSize)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) => Whole(at, at.MemberSeats.Count() > at.Body.Rules.MaxSeats);

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var (body, seats, most) = (at.Name(), FindingWording.Seats(at.MemberSeats.Count()), at.Body.Rules.MaxSeats);
        return new($"{body.Nb} har {seats.Nb}; reglene tillater høyst {most}.", $"{body.En} has {seats.En}; the rules allow at most {most}.");
    }
}
