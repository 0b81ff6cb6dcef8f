namespace Governance.Api.Reporting;

/// <summary>Lays what is so on the days on which something changed out in rows, each as long as it stays the same.</summary>
internal sealed class Stretches
{
    private readonly List<Row> ended = [];
    private Dictionary<(Table, Guid), (Slice Slice, DateOnly From)> open = [];

    /// <summary>All that was seen.</summary>
    public IEnumerable<Row> Rows => ended.Concat(open.Values.Select(o => RowOf(o.Slice, o.From, null)));

    /// <summary>What is so on a day, which comes after those seen before.</summary>
    public void See(DateOnly day, IEnumerable<Slice> slices)
    {
        var now = new Dictionary<(Table, Guid), (Slice Slice, DateOnly From)>();
        foreach (var slice in slices)
            now[(slice.Table, slice.Key)] = open.TryGetValue((slice.Table, slice.Key), out var same) && same.Slice == slice ? same : (slice, day);
        foreach (var (place, was) in open)
            if (!now.TryGetValue(place, out var same) || same.From != was.From) ended.Add(RowOf(was.Slice, was.From, day));
        open = now;
    }

    private static Row RowOf(Slice slice, DateOnly from, DateOnly? until) =>
        new(slice.Table, slice.Key, slice.Values, from, until is null || slice.Lapses < until ? slice.Lapses : until);
}
