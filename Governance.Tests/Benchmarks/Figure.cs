namespace Governance.Tests.Benchmarks;

/// <summary>What was found: medians of the turns, beside the floor of the same run.</summary>
/// <param name="PerSecond">Units a second.</param>
/// <param name="Floor">Units a second at best; null where there is nothing to compare with.</param>
/// <param name="Ratio">To the floor's units a second: 1 is as fast.</param>
/// <param name="P50">Milliseconds that one answer took, or one turn where it is all one.</param>
/// <param name="P99">The same of the slowest hundredth.</param>
/// <param name="FloorP99">And of the floor's, which what is measured cannot be below.</param>
/// <param name="CpuMicroseconds">Of this process, clients included, a unit.</param>
/// <param name="AllocatedBytes">The same.</param>
/// <param name="HeapBytes">The largest heap that a collection found.</param>
/// <param name="DiskBytes">The database, afterwards.</param>
/// <param name="RoundTrips">To the database, a unit; 0 unless counted.</param>
internal sealed record Figure(
    string Benchmark, string What, string Unit, long Units, double PerSecond, double? Floor, double? Ratio, double P50, double P99, double? FloorP99,
    double CpuMicroseconds, double AllocatedBytes, long HeapBytes, long DiskBytes, double RoundTrips)
{
    public static Figure Of(string benchmark, string what, string unit, long units, Contest contest, long disk)
    {
        var (ours, theirs) = (contest.Measured, contest.Floor);
        double? floor = theirs is [] ? null : units / Median(theirs, t => t.Elapsed.TotalSeconds);
        var perSecond = units / Median(ours, t => t.Elapsed.TotalSeconds);
        var each = Each(ours);
        return new(
            benchmark, what, unit, units, perSecond, floor, perSecond / floor, each[each.Length / 2], each[each.Length * 99 / 100], Each(theirs) is [_, ..] floors ? floors[floors.Length * 99 / 100] : null,
            Median(ours, t => t.Cpu.TotalMicroseconds) / units, Median(ours, t => (double)t.Allocated) / units, ours.Max(t => t.Heap), disk, Median(ours, t => (double)t.RoundTrips) / units);

        static double[] Each(IReadOnlyList<Turn> turns) => [.. turns.SelectMany(t => t.Each).Select(e => e.TotalMilliseconds).Order()];

        static double Median(IReadOnlyList<Turn> turns, Func<Turn, double> of) => turns.Select(of).Order().ElementAt(turns.Count / 2);
    }
}
