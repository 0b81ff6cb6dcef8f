using Governance.Domain.Composition;
using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>A body has more seats for observers than its rules allow.</summary>
internal sealed class TooManyObservers() : BodyRule(FindingCode.TooManyObservers)
{
    public override IEnumerable<Subject> Broken(BodyOnDay at) => Whole(at, Number(at) > at.Body.Rules.MaxObservers);

    public override Phrase Tell(BodyOnDay at, Subject subject)
    {
        var (body, most) = (at.Name(), at.Body.Rules.MaxObservers);
        var observers = FindingWording.Count(Number(at), new("observatør", "observer"), new("observatører", "observers"));
        return new($"{body.Nb} har {observers.Nb}; reglene tillater høyst {most}.", $"{body.En} has {observers.En}; the rules allow at most {most}.");
    }

    private static int Number(BodyOnDay at) => at.Seats.Count(s => s.Seat.Role == SeatRole.Observer);
}
