using System.Collections.Immutable;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Time;

namespace Governance.Api.Clusters;

/// <summary>Acts as the log's events tell of them: each with the facts it brought.</summary>
internal static class Acts
{
    /// <param name="history">All that came before the events, in which a corrected decision has its place.</param>
    public static List<RecordedAct> Of(IEnumerable<StoredEvent> events, ClusterHistory history)
    {
        var acts = new List<RecordedAct>();
        var facts = ImmutableArray.CreateBuilder<Fact>();
        var places = new Dictionary<DecisionId, long>();
        foreach (var stored in events)
        {
            if (stored.Data is FactEvent change)
            {
                facts.Add(FactOf(stored, change, places, history));
                continue;
            }
            acts.Add(new(stored.Position, stored.RecordedAt, stored.Actor, (RegisterEvent)stored.Data, facts.ToImmutable()));
            facts.Clear();
        }
        return acts;
    }

    /// <summary>A correction's facts keep the decision's own place in the order.</summary>
    private static Fact FactOf(StoredEvent stored, FactEvent change, Dictionary<DecisionId, long> places, ClusterHistory history)
    {
        var decision = new DecisionId(stored.Decision!.Value);
        if (!places.TryGetValue(decision, out var place))
            places[decision] = place = history.Decisions.TryGetValue(decision, out var before) ? before.Position : stored.Position;
        return new(decision, stored.Revision!.Value, place, stored.Index, PartialDate.Parse(stored.DecidedOn!), PartialDate.Parse(stored.EffectiveFrom!), change);
    }
}
