namespace Governance.Tests.Benchmarks;

/// <summary>What was found: medians of the turns, beside the floor of the same run.</summary>
/// <param name="PerSecond">Units a second.</param>
/// <param name="Ratio">To the floor's units a second: 1 is as fast.</param>
/// <param name="Slowest">The slowest turn's, in seconds.</param>
/// <param name="CpuMicroseconds">Of this process, a unit.</param>
/// <param name="AllocatedBytes">A unit.</param>
/// <param name="DiskBytes">The database, afterwards.</param>
internal sealed record Figure(
    string Benchmark, string What, string Unit, long Units, double PerSecond, double Floor, double Ratio, double Median, double Slowest, double CpuMicroseconds, double AllocatedBytes, long DiskBytes)
{
    public static Figure Of(string benchmark, string what, string unit, long units, Contest contest, long disk)
    {
        var (median, floor) = (Median(contest.Measured, t => t.Elapsed.TotalSeconds), Median(contest.Floor, t => t.Elapsed.TotalSeconds));
        return new(
            benchmark, what, unit, units, units / median, units / floor, floor / median, median, contest.Measured.Max(t => t.Elapsed.TotalSeconds),
            Median(contest.Measured, t => t.Cpu.TotalMicroseconds) / units, Median(contest.Measured, t => (double)t.Allocated) / units, disk);

        static double Median(IReadOnlyList<Turn> turns, Func<Turn, double> of) => turns.Select(of).Order().ElementAt(turns.Count / 2);
    }
}
