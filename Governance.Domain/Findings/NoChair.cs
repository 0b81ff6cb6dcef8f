using Governance.Domain.Composition;
using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>Nobody leads a body.</summary>
internal sealed class NoChair() : BodyRule(FindingCode.NoChair)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) => Whole(at, !at.Held.Any(s => s.Seat.Role == SeatRole.Chair));

    public override Phrase Tell(BodyOnDay at, Subject subject) => new($"{at.Name().Nb} mangler leder.", $"{at.Name().En} has no chair.");
}
