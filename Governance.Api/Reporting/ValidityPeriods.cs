namespace Governance.Api.Reporting;

/// <summary>Lays what is so on the days on which something changed out in periods, each as long as it stays the same.</summary>
internal sealed class ValidityPeriods
{
    private readonly Dictionary<(Table, Guid), ValidityPeriod> open = [];
    private readonly List<ValidityPeriod> ended = [];

    /// <summary>Goes on with rows that have begun before the first day to come.</summary>
    public ValidityPeriods(IEnumerable<Row> begun)
    {
        foreach (var row in begun) open.Add((row.Columns.Table, row.Columns.Key), new(new(row.Columns, row.Lapses), row.From, row));
    }

    /// <summary>All that was seen.</summary>
    public IEnumerable<ValidityPeriod> All => ended.Concat(open.Values);

    /// <summary>What is so on a day, which comes after those seen before.</summary>
    public void See(DateOnly day, IEnumerable<Snapshot> snapshots)
    {
        foreach (var snapshot in snapshots)
        {
            var place = (snapshot.Columns.Table, snapshot.Columns.Key);
            if (open.TryGetValue(place, out var same) && same.Snapshot != snapshot) End(same, day);
            if (same is null || same.Snapshot != snapshot) open[place] = same = new(snapshot, day, null);
            same.Seen = day;
        }
        foreach (var (place, period) in open)
        {
            if (period.Seen == day) continue;
            End(period, day);
            open.Remove(place);
        }
    }

    private void End(ValidityPeriod period, DateOnly day)
    {
        period.Ended = day;
        ended.Add(period);
    }
}

/// <summary>What is so from a day until another.</summary>
/// <param name="was">The row that said so before, where it began before the first day that was looked at.</param>
internal sealed class ValidityPeriod(Snapshot snapshot, DateOnly from, Row? was)
{
    public Snapshot Snapshot => snapshot;

    public DateOnly From => from;

    public Row? Was => was;

    /// <summary>The first day on which it is no longer so; null until further notice.</summary>
    public DateOnly? Until => Ended is null || snapshot.Lapses < Ended ? snapshot.Lapses : Ended;

    /// <summary>The day on which it was first seen to be otherwise.</summary>
    public DateOnly? Ended { get; set; }

    /// <summary>The last day on which it was seen to be so.</summary>
    public DateOnly Seen { get; set; }
}
