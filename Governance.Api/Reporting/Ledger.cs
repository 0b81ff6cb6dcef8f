using System.Collections.Immutable;
using System.Diagnostics;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Api.Reporting;

/// <summary>Follows a history act by act and notes which rows each act makes known, and which no longer hold.</summary>
internal sealed class Ledger(ClusterHistory basis)
{
    private readonly Dictionary<Subject, HashSet<Row>> rows = [];
    private readonly Dictionary<Row, DateTimeOffset> opened = [];
    private readonly List<KnownRow> passed = [];
    private readonly List<(Row Row, DateTimeOffset At)> ended = [];
    private readonly HashSet<BodyId> byOffice = [.. basis.Founding is null ? [] : basis.Chronicle.Days.SelectMany(ByOffice)];
    private readonly Dictionary<Body, ImmutableArray<Slice>> seen = new(ReferenceEqualityComparer.Instance);
    private ClusterHistory history = basis;

    /// <summary>Rows that the acts made known, those that hold no longer among them.</summary>
    public IEnumerable<KnownRow> Opened => passed.Concat(opened.Select(o => new KnownRow(o.Key, o.Value, null)));

    /// <summary>Rows known before the acts that hold no longer, and when that became known.</summary>
    public IReadOnlyList<(Row Row, DateTimeOffset At)> Ended => ended;

    /// <summary>The next act.</summary>
    public void Add(RecordedAct act)
    {
        var before = history;
        history = before.With(act);
        if (act.Event is ClusterFounded or ClusterCorrected) Turn(new Subject.OfCluster(), before, act.RecordedAt);
        if (DecisionOf(act.Event) is not { } id) return;
        var touched = new HashSet<Subject>(Subject.Of(history.Decisions[id]));
        if (before.Decisions.TryGetValue(id, out var old)) touched.UnionWith(Subject.Of(old));
        var days = touched.Count == 1 ? [] : history.Decisions[id].Facts.Select(f => f.From.First).ToHashSet();
        if (days.Count > 0) byOffice.UnionWith(history.Chronicle.After(days.Min().AddDays(-1)).SelectMany(ByOffice));
        if (touched.Count > 1) touched.UnionWith(byOffice.Select(b => new Subject.OfBody(b)));
        foreach (var subject in touched) Turn(subject, before, act.RecordedAt);
    }

    private void Turn(Subject subject, ClusterHistory before, DateTimeOffset at)
    {
        var was = rows.TryGetValue(subject, out var known) ? known : [.. RowsOf(before, subject)];
        HashSet<Row> now = rows[subject] = [.. RowsOf(history, subject)];
        foreach (var row in was)
        {
            if (now.Contains(row)) continue;
            if (opened.Remove(row, out var from)) passed.Add(new(row, from, at));
            else ended.Add((row, at));
        }
        foreach (var row in now)
            if (!was.Contains(row)) opened.Add(row, at);
    }

    private IEnumerable<Row> RowsOf(ClusterHistory known, Subject subject) => subject switch
    {
        _ when known.Founding is null => [],
        Subject.OfBody { Id: var id } => Laid(known, e => e is BodyEvent on && on.Body == id, byOffice.Contains(id), day => day.After.Bodies.TryGetValue(id, out var body) ? SlicesOf(day, body) : []),
        Subject.OfPartner { Id: var id } => Laid(known, e => e is PartnerEvent on && on.Partner == id, false, day => Slices.Of(day.After.Partners[id])),
        Subject.OfCluster => OfCluster(known),
        Subject.OfDecision { Id: var id } => known.Decisions.TryGetValue(id, out var decision) ? Slices.Of(decision) : [],
        _ => throw new UnreachableException("There are four kinds of subject."),
    };

    private static IEnumerable<Row> OfCluster(ClusterHistory known)
    {
        var stretches = new Stretches();
        var founded = known.Founding!.FoundedOn.First;
        foreach (var day in known.Chronicle.Days.Where(d => d.Facts.Any(f => f.Event is StrategyEvent)).Select(d => d.Date).Prepend(founded).Distinct())
            stretches.See(day, Slices.Of(known.AsOf(day)!, day));
        return stretches.Rows;
    }

    private static IEnumerable<Row> Laid(ClusterHistory known, Func<FactEvent, bool> concerns, bool always, Func<Day, IEnumerable<Slice>> slices)
    {
        var stretches = new Stretches();
        foreach (var day in known.Chronicle.Days)
            if (always || day.Facts.Any(f => concerns(f.Event))) stretches.See(day.Date, slices(day));
        return stretches.Rows;
    }

    /// <summary>A body that nobody sits in by office changes only by facts of its own, so what was seen of it once stays so.</summary>
    private IEnumerable<Slice> SlicesOf(Day day, Body body)
    {
        if (byOffice.Contains(body.Id)) return Slices.Of(day.After, body, day.Date);
        if (!seen.TryGetValue(body, out var slices)) seen[body] = slices = [.. Slices.Of(day.After, body, day.Date)];
        return slices;
    }

    private static IEnumerable<BodyId> ByOffice(Day day) =>
        day.Facts.Select(f => f.Event).OfType<BodyEvent>().Select(e => e.Body).Where(id => day.After.Bodies[id].Seats.Exists(s => s.Description.ExOfficio is not null));

    private static DecisionId? DecisionOf(RegisterEvent act) => act switch
    {
        DecisionRecorded e => e.Decision,
        DecisionCorrected e => e.Decision,
        DecisionAnnulled e => e.Decision,
        _ => null,
    };
}
