using Governance.Domain.Decisions;
using Governance.Domain.Time;

namespace Governance.Domain.Clusters;

/// <summary>An event with its place in the order of time.</summary>
/// <param name="Position">Position of the decision's first revision: a correction keeps the decision's place.</param>
/// <param name="Index">Place among the decision's facts, from 1.</param>
/// <param name="From">First day it holds.</param>
public sealed record Fact(DecisionId Decision, int Revision, long Position, int Index, PartialDate DecidedOn, PartialDate From, FactEvent Event)
{
    /// <summary>The order of time: by effective date, then date of decision, then register, then index.</summary>
    public static IComparer<Fact> InTime { get; } = Comparer<Fact>.Create((a, b) => a.Place.CompareTo(b.Place));

    private (DateOnly, DateOnly, long, int) Place => (From.First, DecidedOn.First, Position, Index);
}
