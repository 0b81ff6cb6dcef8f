using System.Diagnostics;
using Governance.Domain.Clusters;

namespace Governance.Domain.Views;

/// <summary>What happened, as a person would write it: made when read, never stored.</summary>
public static class Sentences
{
    /// <summary>A fact, with the names in force just before it.</summary>
    public static string Of(Viewpoint view, Fact fact) => Of(view, fact, view.History.Chronicle.Before(fact));

    /// <summary>The facts of a revision in their order, each with the state just before it; one that does not hold leaves the state as it was before the first of its day.</summary>
    internal static IEnumerable<(Fact Fact, Cluster Before)> Told(Viewpoint view, IReadOnlyList<Fact> facts, bool hold)
    {
        var running = new Dictionary<DateOnly, Cluster>();
        foreach (var fact in facts)
        {
            var before = running.GetValueOrDefault(fact.From.First) ?? view.History.Chronicle.Before(fact);
            yield return (fact, before);
            running[fact.From.First] = hold ? Rules.Apply(before, fact) : before;
        }
    }

    /// <summary>A fact, with the names that a state has, which is the one just before it.</summary>
    public static string Of(Viewpoint view, Fact fact, Cluster before)
    {
        var telling = new SentenceContext(view, fact, before);
        return fact.Event switch
        {
            BodyLifeEvent e => BodySentences.Of(telling, e),
            MandateEvent e => MandateSentences.Of(telling, e),
            CompositionEvent e => SeatSentences.Of(telling, e),
            PartnerEvent e => PartnerSentences.Of(telling, e),
            StrategyEvent e => PartnerSentences.Of(telling, e),
            _ => throw new UnreachableException($"No sentence for {fact.Event.GetType().Name}."),
        };
    }

    /// <summary>An act on the register.</summary>
    public static string Of(Viewpoint view, RegisterEvent act) => RegisterSentences.Of(view, act);

    /// <summary>A body as the sentence about a fact calls it.</summary>
    internal static string NameOf(Viewpoint view, Fact fact, Cluster before, Bodies.BodyId body) => new SentenceContext(view, fact, before).Body(body);
}
