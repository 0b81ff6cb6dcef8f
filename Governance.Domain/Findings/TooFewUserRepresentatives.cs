using Governance.Domain.Composition;
using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>Fewer user representatives sit in a body than its rules ask for, deputies not counted.</summary>
internal sealed class TooFewUserRepresentatives() : BodyRule(FindingCode.TooFewUserRepresentatives)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) => Whole(at, Number(at) < at.Body.Rules.MinUserRepresentatives);

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var (body, least) = (at.Name(), at.Body.Rules.MinUserRepresentatives);
        var users = FindingWording.Count(Number(at), new("brukerrepresentant", "user representative"), new("brukerrepresentanter", "user representatives"));
        return new($"{body.Nb} har {users.Nb}; reglene krever minst {least}.", $"{body.En} has {users.En}; the rules ask for at least {least}.");
    }

    private static int Number(BodyOnDay at) => at.Held.Count(s => s.Seat.Description.UserRepresentative && s.Seat.Role != SeatRole.Deputy);
}
