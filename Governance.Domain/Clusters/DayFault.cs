using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;

namespace Governance.Domain.Clusters;

/// <summary>What cannot be at the end of a day, before it is known which decision is to blame.</summary>
public sealed record DayFault(Violation Violation, BodyId? Body, BodyId? Other)
{
    /// <summary>The one fact it is about, where it is not about a whole body.</summary>
    public Fact? Fact { get; init; }

    /// <summary>Where it is that two hold at once what only one can hold: no fault if the one may have left before the other came.</summary>
    public Handover? Handover { get; init; }

    /// <summary>Whether an event on the body is of the kind that brings it about.</summary>
    public Func<BodyEvent, bool> Brings { get; init; } = _ => true;

    /// <summary>The same, told with who holds what is taken.</summary>
    public DayFault Held(Appointment by) => this with { Violation = Violation with { Holder = by.Person, ValidFrom = by.From, ValidThrough = by.TermThrough } };

    /// <summary>The facts of the day that are parties to it, those nearest to its cause last.</summary>
    public IEnumerable<Fact> Parties(IEnumerable<Fact> facts) => facts.Select(f => (Fact: f, Weight: Weight(f))).Where(f => f.Weight > 0).OrderBy(f => f.Weight).Select(f => f.Fact);

    private int Weight(Fact fact) =>
        Fact is not null ? fact == Fact ? 1 : 0
        : fact.Event is not BodyEvent e ? 0
        : e.Body == Body ? Brings(e) ? 3 : 2
        : e.Body == Other ? 1
        : 0;
}
