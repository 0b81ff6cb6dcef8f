using System.Diagnostics;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Partners;

namespace Governance.Api.Reporting;

/// <summary>Follows a cluster's register from its first act on, and notes which rows each act makes known and which no longer hold: it looks only at what the act is about, from the first day it concerns.</summary>
/// <param name="retold">The acts to come of the kinds of <see cref="Retelling"/>, which are taken account of from the start: persons are who those will have them to be.</param>
internal sealed class Ledger(string cluster, IReadOnlyCollection<RecordedAct> retold)
{
    /// <summary>Acts that make rows known long before them otherwise than they were told.</summary>
    public static readonly IReadOnlyList<Type> Retelling = [typeof(PersonMerged), typeof(TextRedacted)];

    private readonly Dictionary<BodyId, RowTimeline> bodies = [];
    private readonly Dictionary<PartnerId, RowTimeline> partners = [];
    private readonly RowTimeline itself = new(Snapshots.Of);
    private readonly Dictionary<DecisionId, Row> decisions = [];
    private readonly HashSet<Row> opened = [];
    private readonly List<KnownRow> passed = [];
    private readonly List<(Row Row, DateTimeOffset At)> ended = [];

    /// <summary>Positions of the acts that retell and are taken account of.</summary>
    public IReadOnlySet<long> Foreseen { get; } = retold.Select(a => a.Position).ToHashSet();

    /// <summary>All that is known after the last act.</summary>
    public ClusterHistory History { get; private set; } = ClusterHistory.Before(cluster, retold);

    /// <summary>About how many bytes of memory it takes.</summary>
    public long Weight { get; private set; }

    /// <summary>Rows that became known since <see cref="Settle"/>, those that hold no longer among them.</summary>
    public IEnumerable<KnownRow> Opened => passed.Concat(opened.Select(row => new KnownRow(row, null)));

    /// <summary>Rows that stood at <see cref="Settle"/> and hold no longer, and when that became known.</summary>
    public IReadOnlyList<(Row Row, DateTimeOffset At)> Ended => ended;

    /// <summary>Whether an act is of such a kind.</summary>
    public static bool Retells(RegisterEvent act) => Retelling.Contains(act.GetType());

    /// <summary>What stands now is written: what comes is told on top of it.</summary>
    public void Settle()
    {
        opened.Clear();
        passed.Clear();
        ended.Clear();
    }

    /// <summary>The next act.</summary>
    public void Add(RecordedAct act)
    {
        var before = History;
        History = before.With(act);
        Weight += 2_000 + 3_000 * act.Facts.Length;
        if (act.Event is ClusterFounded or ClusterCorrected) Found(before.Founding, History.Founding!, act.RecordedAt);
        if (DecisionOf(act.Event) is not { } id) return;
        Decide(History.Decisions[id], act.RecordedAt);
        Turn(before.Decisions.GetValueOrDefault(id), History.Decisions[id], act.RecordedAt);
    }

    private void Found(Founding? was, Founding now, DateTimeOffset at)
    {
        var day = now.FoundedOn.First;
        itself.Mark(day);
        Lay(itself, was?.FoundedOn.First is { } old && old < day ? old : day, at);
    }

    private void Decide(RecordedDecision decision, DateTimeOffset at)
    {
        if (decisions.Remove(decision.Id, out var was)) End(was, at);
        if (decision.Annulment is not null) return;
        var row = decisions[decision.Id] = new(Snapshots.Of(decision), decision.Current.Head.DecidedOn.First, null, at);
        opened.Add(row);
    }

    /// <summary>All that the facts were about which a decision brought before this act, or brings now.</summary>
    private void Turn(RecordedDecision? was, RecordedDecision now, DateTimeOffset at)
    {
        foreach (var fact in now.Facts)
            if (fact.Event is CompositionEvent { Body: var body }) FollowOffices(body, fact.From.First);
        var touched = new Dictionary<RowTimeline, DateOnly>();
        foreach (var fact in was is null ? now.Facts : was.Facts.AddRange(now.Facts))
        {
            foreach (var timeline in TimelineOf(fact.Event).Moved)
            {
                timeline.Mark(fact.From.First);
                if (!touched.TryGetValue(timeline, out var first) || fact.From.First < first) touched[timeline] = fact.From.First;
            }
        }
        foreach (var (timeline, day) in touched) Lay(timeline, day, at);
    }

    /// <summary>Who sits in a body by virtue of office changes when the body of the office does.</summary>
    private void FollowOffices(BodyId id, DateOnly day)
    {
        foreach (var seat in History.AsOf(day)!.Bodies[id].Seats)
            if (seat.Description.ExOfficio is { } office) TimelineOf(office.Body).Lead(TimelineOf(id));
    }

    private void Lay(RowTimeline timeline, DateOnly from, DateTimeOffset at) => timeline.Lay(from, History.AsOf, at, row => opened.Add(row), row => End(row, at));

    private void End(Row row, DateTimeOffset at)
    {
        if (opened.Remove(row)) passed.Add(new(row, at));
        else ended.Add((row, at));
    }

    private RowTimeline TimelineOf(FactEvent change) => change switch
    {
        BodyEvent e => TimelineOf(e.Body),
        PartnerEvent { Partner: var id } => partners.TryGetValue(id, out var timeline) ? timeline : partners[id] = new((state, _) => state.Partners.TryGetValue(id, out var partner) ? Snapshots.Of(partner) : []),
        StrategyEvent => itself,
        _ => throw new UnreachableException($"{change.GetType().Name} is about nothing."),
    };

    private RowTimeline TimelineOf(BodyId id) =>
        bodies.TryGetValue(id, out var timeline) ? timeline : bodies[id] = new((state, day) => state.Bodies.TryGetValue(id, out var body) ? Snapshots.Of(state, body, day) : []);

    private static DecisionId? DecisionOf(RegisterEvent act) => act switch
    {
        DecisionRecorded e => e.Decision,
        DecisionCorrected e => e.Decision,
        DecisionAnnulled e => e.Decision,
        _ => null,
    };
}
