using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>An answer about the past that would be another one: of a body, over some days, and in what it differs. The last day is inclusive.</summary>
public sealed record PastAnswer(BodyLink Body, PartialDate ValidFrom, PartialDate ValidThrough, string What)
{
    /// <summary>How answers about the days before the viewpoint's change from what another history says to what the viewpoint's own says; by body, oldest first.</summary>
    public static IReadOnlyList<PastAnswer> Changed(ClusterHistory before, Viewpoint after) => PastAnswers.Between(before, after);
}

/// <summary>Walks two timelines side by side from where they part, and looks at a body anew on the days that touch it.</summary>
internal sealed class PastAnswers
{
    private readonly ClusterHistory before;
    private readonly Viewpoint view;
    private readonly HashSet<BodyId> byOffice = [];
    private readonly Dictionary<BodyId, PastAnswer> open = [];
    private readonly List<PastAnswer> closed = [];

    private PastAnswers(ClusterHistory before, Viewpoint view) => (this.before, this.view) = (before, view);

    public static IReadOnlyList<PastAnswer> Between(ClusterHistory before, Viewpoint view)
    {
        if (before.Founding is null || view.History.Founding is null) return [];
        var answers = new PastAnswers(before, view);
        answers.Walk();
        return [.. answers.closed.OrderBy(a => a.Body.Name, Values.Alphabetical.Order).ThenBy(a => a.Body.Id.Value).ThenBy(a => a.ValidFrom.First)];
    }

    private void Walk()
    {
        var (old, now) = (before.Chronicle.Days, view.History.Chronicle.Days);
        var same = old.Zip(now).TakeWhile(d => ReferenceEquals(d.First, d.Second)).Count();
        if (same > 0) NoteOffices(old[same - 1].After.Living);
        foreach (var days in old.Skip(same).Concat(now.Skip(same)).Where(d => d.Date < view.AsOf).GroupBy(d => d.Date).OrderBy(d => d.Key))
        {
            var facts = days.SelectMany(d => d.Facts).ToList();
            var touched = facts.Select(f => f.Event).OfType<BodyEvent>().Select(e => e.Body).Distinct().ToList();
            NoteOffices(days.SelectMany(d => touched.Select(id => d.After.Bodies.GetValueOrDefault(id)).OfType<Body>()));
            Look(days.Key, facts.Select(f => f.From).MaxBy(from => from.Precision), touched.Union(byOffice));
        }
        foreach (var answer in open.Values) closed.Add(answer with { ValidThrough = view.AsOf.AddDays(-1) });
    }

    private void NoteOffices(IEnumerable<Body> bodies) => byOffice.UnionWith(bodies.Where(b => b.Seats.Exists(s => s.Description.ExOfficio is not null)).Select(b => b.Id));

    private void Look(DateOnly day, PartialDate from, IEnumerable<BodyId> bodies)
    {
        if (before.AsOf(day) is not { } old || view.History.AsOf(day) is not { } now) return;
        foreach (var id in bodies)
        {
            var what = Difference.Between(view, day, old, now, id);
            var last = open.GetValueOrDefault(id);
            if (last?.What == what) continue;
            if (last is not null) closed.Add(last with { ValidThrough = from.Previous });
            if (what is null) open.Remove(id);
            else open[id] = new(view.Link(now.Bodies.GetValueOrDefault(id) ?? old.Bodies[id]), from, from, what);
        }
    }
}
