using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>The time of a mandate is over, and it is neither extended nor replaced.</summary>
internal sealed class MandateExpired() : BodyRule(FindingCode.MandateExpired)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) => Whole(at, at.Body.Mandate?.ValidThrough?.Last < at.Day);

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var (body, end) = (at.Name(), FindingWording.Date(at.Body.Mandate!.ValidThrough!.Value));
        return new($"Mandatet til {body.Nb} gjaldt til og med {end.Nb} og er ikke fornyet.", $"The mandate of {body.En} was in force through {end.En} and has not been renewed.");
    }
}
