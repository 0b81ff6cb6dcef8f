using System.Text.Json.Serialization;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Composition;

/// <summary>What a body's composition is measured by. What is null has no bound.</summary>
/// <param name="Quorum">How many votes must be there for a meeting to decide; null for more than half of them.</param>
public sealed record CompositionRules(
    bool CoChairs, int? MinSeats, int? MaxSeats, TermLength? TermLength, int? MaxTerms, int? MaxObservers, int? MinUserRepresentatives, bool GenderBalance, bool CarryOver, int? Quorum = null)
{
    /// <summary>One chair, no terms, sitting on until replaced, nothing else.</summary>
    public static CompositionRules Default { get; } = new(false, null, null, null, null, null, null, false, true);

    /// <summary>These rules with what an event sets.</summary>
    public CompositionRules With(CompositionRulesSet set) => new(
        set.CoChairs ?? CoChairs, set.Change(set.MinSeats, CompositionBound.MinSeats).Or(MinSeats), set.Change(set.MaxSeats, CompositionBound.MaxSeats).Or(MaxSeats),
        set.Change(set.TermLength, CompositionBound.TermLength).Or(TermLength), set.Change(set.MaxTerms, CompositionBound.MaxTerms).Or(MaxTerms),
        set.Change(set.MaxObservers, CompositionBound.MaxObservers).Or(MaxObservers),
        set.Change(set.MinUserRepresentatives, CompositionBound.MinUserRepresentatives).Or(MinUserRepresentatives), set.GenderBalance ?? GenderBalance, set.CarryOver ?? CarryOver,
        set.Change(set.Quorum, CompositionBound.Quorum).Or(Quorum));
}

/// <summary>A rule of composition that may have no bound.</summary>
[JsonConverter(typeof(KebabCase<CompositionBound>))]
public enum CompositionBound
{
    /// <summary>The fewest seats.</summary>
    MinSeats,

    /// <summary>The most seats.</summary>
    MaxSeats,

    /// <summary>How long a term lasts.</summary>
    TermLength,

    /// <summary>The most terms in a row.</summary>
    MaxTerms,

    /// <summary>The most observers.</summary>
    MaxObservers,

    /// <summary>The fewest user representatives.</summary>
    MinUserRepresentatives,

    /// <summary>The votes that must be there for a meeting to decide.</summary>
    Quorum,
}
