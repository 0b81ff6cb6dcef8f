using Governance.Domain.Time;

namespace Governance.Domain.Composition;

/// <summary>What a body's composition is measured by. What is null has no bound.</summary>
public sealed record CompositionRules(
    bool CoChairs, int? MinSeats, int? MaxSeats, TermLength? TermLength, int? MaxTerms, int? MaxObservers, int? MinUserRepresentatives, bool GenderBalance, bool CarryOver)
{
    /// <summary>One chair, no terms, sitting on until replaced, nothing else.</summary>
    public static CompositionRules Default { get; } = new(false, null, null, null, null, null, null, false, true);

    /// <summary>These rules with what an event sets.</summary>
    public CompositionRules With(CompositionRulesSet set) => new(
        set.CoChairs ?? CoChairs, set.MinSeats ?? MinSeats, set.MaxSeats ?? MaxSeats, set.TermLength ?? TermLength, set.MaxTerms ?? MaxTerms,
        set.MaxObservers ?? MaxObservers, set.MinUserRepresentatives ?? MinUserRepresentatives, set.GenderBalance ?? GenderBalance, set.CarryOver ?? CarryOver);
}
