using System.Diagnostics;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;

namespace Governance.Domain.Views;

/// <summary>What something was before a fact and what it is after it, in a few words; absent where there was or is nothing.</summary>
internal readonly record struct BeforeAfter(string? Before, string? After)
{
    public static BeforeAfter Of(SentenceContext t, FactEvent told, Cluster after) => told switch
    {
        BodyEvent e => Of(t, e, t.Was(e.Body), after.Bodies[e.Body]),
        PartnerEvent e => PartnerSentences.Sides(t, e),
        StrategyEvent e => PartnerSentences.Sides(t, e),
        _ => throw new UnreachableException($"{told.GetType().Name} leads from nothing to nothing."),
    };

    private static BeforeAfter Of(SentenceContext t, BodyEvent change, Body? was, Body now) => change switch
    {
        BodyLifeEvent e => BodySentences.Sides(t, e, was, now),
        MandateEvent e => MandateSentences.Sides(t, e, was?.Mandate, now.Mandate),
        CompositionEvent e => SeatSentences.Sides(t, e, was, now),
        _ => throw new UnreachableException($"{change.GetType().Name} leads from nothing to nothing."),
    };
}
