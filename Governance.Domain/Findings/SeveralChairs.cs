using Governance.Domain.Composition;
using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>More than one leads a body whose rules do not allow it.</summary>
internal sealed class SeveralChairs() : BodyRule(FindingCode.SeveralChairs)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) => Whole(at, !at.Body.Rules.CoChairs && Chairs(at).Count() > 1);

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var (body, chairs) = (at.Name(), FindingWording.List(Chairs(at).Select(s => at.Name(s.Holder.Person))));
        return new($"{body.Nb} har flere ledere ({chairs.Nb}); reglene tillater bare én.", $"{body.En} has several chairs ({chairs.En}); the rules allow only one.");
    }

    private static IEnumerable<(Seat Seat, Appointment Holder)> Chairs(BodyOnDay at) => at.Held.Where(s => s.Seat.Role == SeatRole.Chair);
}
