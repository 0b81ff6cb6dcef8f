namespace Governance.Api.Reporting;

/// <summary>Lays what is so on the days on which something changed out in stretches, each as long as it stays the same.</summary>
internal sealed class Stretches
{
    private readonly Dictionary<(Table, Guid), Stretch> open = [];
    private readonly List<Stretch> ended = [];

    /// <summary>Goes on with rows that have begun before the first day to come.</summary>
    public Stretches(IEnumerable<Row> begun)
    {
        foreach (var row in begun) open.Add((row.Said.Table, row.Said.Key), new(new(row.Said, row.Lapses), row.From, row));
    }

    /// <summary>All that was seen.</summary>
    public IEnumerable<Stretch> All => ended.Concat(open.Values);

    /// <summary>What is so on a day, which comes after those seen before.</summary>
    public void See(DateOnly day, IEnumerable<Slice> slices)
    {
        foreach (var slice in slices)
        {
            var place = (slice.Said.Table, slice.Said.Key);
            if (open.TryGetValue(place, out var same) && same.Slice != slice) End(same, day);
            if (same is null || same.Slice != slice) open[place] = same = new(slice, day, null);
            same.Seen = day;
        }
        foreach (var (place, stretch) in open)
        {
            if (stretch.Seen == day) continue;
            End(stretch, day);
            open.Remove(place);
        }
    }

    private void End(Stretch stretch, DateOnly day)
    {
        stretch.Ended = day;
        ended.Add(stretch);
    }
}

/// <summary>What is so from a day until another.</summary>
/// <param name="was">The row that said so before, where it began before the first day that was looked at.</param>
internal sealed class Stretch(Slice slice, DateOnly from, Row? was)
{
    public Slice Slice => slice;

    public DateOnly From => from;

    public Row? Was => was;

    /// <summary>The first day on which it is no longer so; null until further notice.</summary>
    public DateOnly? Until => Ended is null || slice.Lapses < Ended ? slice.Lapses : Ended;

    /// <summary>The day on which it was first seen to be otherwise.</summary>
    public DateOnly? Ended { get; set; }

    /// <summary>The last day on which it was seen to be so.</summary>
    public DateOnly Seen { get; set; }
}
