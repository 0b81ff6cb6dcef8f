using System.Diagnostics;

namespace Governance.Tests.Benchmarks;

/// <summary>What one turn took.</summary>
/// <param name="Cpu">Of this process; what PostgreSQL used is not in it.</param>
internal sealed record Turn(TimeSpan Elapsed, TimeSpan Cpu, long Allocated)
{
    public static async Task<Turn> TakeAsync(Func<Task> act)
    {
        GC.Collect();
        var (watch, cpu, bytes) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        await act();
        return new(watch.Elapsed, Environment.CpuUsage.TotalTime - cpu, GC.GetTotalAllocatedBytes() - bytes);
    }
}

/// <summary>Two ways that took turns.</summary>
internal sealed record Contest(IReadOnlyList<Turn> Measured, IReadOnlyList<Turn> Floor)
{
    public static async Task<Contest> RunAsync(Func<Task> measured, Func<Task> floor, int rounds)
    {
        var (ours, theirs) = (new List<Turn>(), new List<Turn>());
        for (var round = 0; round < rounds; round++)
        {
            // Who goes first changes, so that neither always finds what the other left.
            if (round % 2 == 0) ours.Add(await Turn.TakeAsync(measured));
            theirs.Add(await Turn.TakeAsync(floor));
            if (round % 2 == 1) ours.Add(await Turn.TakeAsync(measured));
        }
        return new(ours, theirs);
    }
}
