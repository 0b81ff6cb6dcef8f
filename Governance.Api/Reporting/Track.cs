using Governance.Domain.Clusters;

namespace Governance.Api.Reporting;

/// <summary>The rows that stand of what changes as one (a body with its seats, a partner, the cluster itself), and the days on which they may change.</summary>
internal sealed class Track(Func<Cluster, DateOnly, IEnumerable<Slice>> slices)
{
    private readonly List<DateOnly> days = [];
    private readonly List<Row> rows = [];   // by their end
    private readonly HashSet<Track> followers = [];

    /// <summary>This, and those that may change whenever it does.</summary>
    public IEnumerable<Track> Moved => followers.Count == 0 ? [this] : Reached([]);

    /// <summary>Something may change on a day.</summary>
    public void Mark(DateOnly day)
    {
        var place = days.BinarySearch(day);
        if (place < 0) days.Insert(~place, day);
    }

    /// <summary>From now on another may change whenever this does, and on all the days on which this has.</summary>
    public void Lead(Track follower)
    {
        if (!followers.Add(follower)) return;
        foreach (var track in follower.Moved)
            foreach (var day in days) track.Mark(day);
    }

    /// <summary>Looks at the days from one on again, and tells of rows that are otherwise than they stood.</summary>
    public void Lay(DateOnly from, Func<DateOnly, Cluster?> state, DateTimeOffset at, Action<Row> opened, Action<Row> ended)
    {
        var reaching = TakeReaching(from);
        var stretches = new Stretches(reaching.Where(r => r.From < from));
        var first = days.BinarySearch(from);
        for (var i = first < 0 ? ~first : first; i < days.Count; i++)
            stretches.See(days[i], state(days[i]) is { } after ? slices(after, days[i]) : []);
        var later = reaching.Where(r => r.From >= from).ToDictionary(r => (r.Said.Table, r.Said.Key, r.From));
        foreach (var stretch in stretches.All.OrderBy(s => s.Until ?? DateOnly.MaxValue))
        {
            var said = stretch.Slice.Said;
            var was = stretch.Was ?? later.GetValueOrDefault((said.Table, said.Key, stretch.From));
            if (was is not null && was.Until == stretch.Until && was.Said == said)
            {
                later.Remove((said.Table, said.Key, stretch.From));
                was.Lapses = stretch.Slice.Lapses;
                rows.Add(was);
                continue;
            }
            if (stretch.Was is not null) ended(stretch.Was);
            var row = new Row(said, stretch.From, stretch.Until, at) { Lapses = stretch.Slice.Lapses };
            rows.Add(row);
            opened(row);
        }
        foreach (var row in later.Values) ended(row);
    }

    private List<Row> TakeReaching(DateOnly day)
    {
        var first = rows.Count;
        while (first > 0 && !(rows[first - 1].Until < day)) first--;
        var reaching = rows.GetRange(first, rows.Count - first);
        rows.RemoveRange(first, rows.Count - first);
        return reaching;
    }

    private HashSet<Track> Reached(HashSet<Track> found)
    {
        if (found.Add(this))
            foreach (var follower in followers) follower.Reached(found);
        return found;
    }
}
