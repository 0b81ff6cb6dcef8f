using Governance.Domain.Composition;
using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>Nobody sits in a body but deputies and observers.</summary>
internal sealed class NoMembers() : BodyRule(FindingCode.NoMembers)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) => Whole(at, !at.Held.Any(s => s.Seat.Group == ServiceGroup.Members));

    public override Phrase Tell(BodyOnDay at, Subject subject) => new($"{at.Name().Nb} har ingen medlemmer.", $"{at.Name().En} has no members.");
}
