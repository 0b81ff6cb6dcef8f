using Governance.Domain.Clusters;

namespace Governance.Api.Reporting;

/// <summary>The rows that stand of what changes as one (a body with its seats, a partner, the cluster itself), and the days on which they may change.</summary>
internal sealed class RowTimeline(Func<Cluster, DateOnly, IEnumerable<Snapshot>> snapshots)
{
    private readonly List<DateOnly> days = [];
    private readonly List<Row> rows = [];   // by their end
    private readonly HashSet<RowTimeline> followers = [];

    /// <summary>This, and those that may change whenever it does.</summary>
    public IEnumerable<RowTimeline> Moved => followers.Count == 0 ? [this] : Reached([]);

    /// <summary>Something may change on a day.</summary>
    public void Mark(DateOnly day)
    {
        var place = days.BinarySearch(day);
        if (place < 0) days.Insert(~place, day);
    }

    /// <summary>From now on another may change whenever this does, and on all the days on which this has.</summary>
    public void Lead(RowTimeline follower)
    {
        if (!followers.Add(follower)) return;
        foreach (var timeline in follower.Moved)
            foreach (var day in days) timeline.Mark(day);
    }

    /// <summary>Looks at the days from one on again, and tells of rows that are otherwise than they stood.</summary>
    public void Lay(DateOnly from, Func<DateOnly, Cluster?> state, DateTimeOffset at, Action<Row> opened, Action<Row> ended)
    {
        var reaching = TakeReaching(from);
        var periods = new ValidityPeriods(reaching.Where(r => r.From < from));
        var first = days.BinarySearch(from);
        for (var i = first < 0 ? ~first : first; i < days.Count; i++)
            periods.See(days[i], state(days[i]) is { } after ? snapshots(after, days[i]) : []);
        var later = reaching.Where(r => r.From >= from).ToDictionary(r => (r.Columns.Table, r.Columns.Key, r.From));
        foreach (var period in periods.All.OrderBy(s => s.Until ?? DateOnly.MaxValue))
        {
            var columns = period.Snapshot.Columns;
            var was = period.Was ?? later.GetValueOrDefault((columns.Table, columns.Key, period.From));
            if (was is not null && was.Until == period.Until && was.Columns == columns)
            {
                later.Remove((columns.Table, columns.Key, period.From));
                was.Lapses = period.Snapshot.Lapses;
                rows.Add(was);
                continue;
            }
            if (period.Was is not null) ended(period.Was);
            var row = new Row(columns, period.From, period.Until, at) { Lapses = period.Snapshot.Lapses };
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

    private HashSet<RowTimeline> Reached(HashSet<RowTimeline> found)
    {
        if (found.Add(this))
            foreach (var follower in followers) follower.Reached(found);
        return found;
    }
}
