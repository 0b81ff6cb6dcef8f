using System.Diagnostics;
using Governance.Domain.Decisions;

namespace Governance.Domain.Clusters;

/// <summary>What may happen to the cluster's own names and strategies, and what comes of it.</summary>
public static class StrategyRules
{
    /// <summary>Why the fact cannot be, given what went before; null if it can.</summary>
    public static Violation? Check(Fact fact, StrategyEvent change) => change switch
    {
        StrategyAdopted e when e.ValidThrough?.Last < fact.From.First => new(ViolationCode.EndsBeforeStart) { Member = "validThrough", Date = fact.From },
        _ => null,
    };

    /// <summary>The cluster after the fact.</summary>
    public static Cluster Apply(Cluster cluster, Fact fact, StrategyEvent change) => change switch
    {
        ClusterRenamed e => cluster with { Names = cluster.Names.Then(e.Name, e.NameEn, fact.From) },
        StrategyAdopted e => cluster with { Strategy = new(e.Title, fact.From, e.ValidThrough, e.FocusAreas, fact.Decision) },
        _ => throw new UnreachableException($"{change.GetType().Name} is not about the cluster's names or strategies."),
    };
}
