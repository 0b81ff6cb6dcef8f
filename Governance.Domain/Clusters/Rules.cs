using System.Diagnostics;
using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;

namespace Governance.Domain.Clusters;

/// <summary>Which concept's rules a fact falls under. The same rules serve new, retroactive, corrected and annulled decisions.</summary>
public static class Rules
{
    /// <summary>Why the fact cannot be, given what went before; null if it can.</summary>
    public static Violation? Check(Cluster cluster, Fact fact) =>
        fact.From.First < cluster.Founded.First
            ? new(ViolationCode.BeforeCluster) { Member = "effectiveFrom", Date = fact.From, About = cluster.Founded.ToString() }
            : fact.Event switch
            {
                BodyLifeEvent e => BodyRules.Check(cluster, fact, e),
                MandateEvent e => BodyRules.Check(cluster, fact, e) ?? MandateRules.Check(cluster.Bodies[e.Body], fact, e),
                CompositionEvent e => BodyRules.Check(cluster, fact, e) ?? SeatRules.Check(cluster, fact, e),
                PartnerEvent e => PartnerRules.Check(cluster, fact, e),
                StrategyEvent e => StrategyRules.Check(fact, e),
                _ => throw new UnreachableException($"No rule for {fact.Event.GetType().Name}."),
            };

    /// <summary>The cluster after the fact. Never refuses.</summary>
    public static Cluster Apply(Cluster cluster, Fact fact) => fact.Event switch
    {
        BodyLifeEvent e => BodyRules.Apply(cluster, fact, e),
        MandateEvent e => MandateRules.Apply(cluster, fact, e),
        CompositionEvent e => SeatRules.Apply(cluster, fact, e),
        PartnerEvent e => PartnerRules.Apply(cluster, fact, e),
        StrategyEvent e => StrategyRules.Apply(cluster, fact, e),
        _ => throw new UnreachableException($"No fold for {fact.Event.GetType().Name}."),
    };
}
