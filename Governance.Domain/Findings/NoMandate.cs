using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>A body has no mandate: none was adopted, or the last is concluded or repealed.</summary>
internal sealed class NoMandate() : BodyRule(FindingCode.NoMandate)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) => Whole(at, at.Body.Mandate is null);

    public override Phrase Tell(BodyOnDay at, Subject subject) => new($"{at.Name().Nb} har ikke noe mandat.", $"{at.Name().En} has no mandate.");
}
