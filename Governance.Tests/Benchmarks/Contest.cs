using System.Diagnostics;

namespace Governance.Tests.Benchmarks;

/// <summary>Does one turn's work, and tells how long each part of it took; nothing where it is all one.</summary>
internal delegate Task<IReadOnlyList<TimeSpan>> Act();

/// <summary>What one turn took.</summary>
/// <param name="Cpu">Of this process; what PostgreSQL used is not in it.</param>
/// <param name="Heap">Bytes of the largest heap that a collection found during it.</param>
/// <param name="Each">How long each part of it took.</param>
/// <param name="RoundTrips">To the database, made by requests; 0 unless counted.</param>
internal sealed record Turn(TimeSpan Elapsed, TimeSpan Cpu, long Allocated, long Heap, IReadOnlyList<TimeSpan> Each, int RoundTrips)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    /// <param name="roundTrips">How many there were until now.</param>
    public static async Task<Turn> TakeAsync(Act act, Func<int> roundTrips)
    {
        GC.Collect();
        var heap = 0L;
        await using var look = new Timer(_ => heap = Math.Max(heap, GC.GetGCMemoryInfo().HeapSizeBytes), null, TimeSpan.Zero, LookEvery);
        var (watch, cpu, bytes, trips) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), roundTrips());
        var each = await act();
        watch.Stop();
        return new(
            watch.Elapsed, Environment.CpuUsage.TotalTime - cpu, GC.GetTotalAllocatedBytes() - bytes, Math.Max(heap, GC.GetGCMemoryInfo().HeapSizeBytes),
            each is [] ? [watch.Elapsed] : each, roundTrips() - trips);
    }
}

/// <summary>Two ways that took turns; the second may be none.</summary>
internal sealed record Contest(IReadOnlyList<Turn> Measured, IReadOnlyList<Turn> Floor)
{
    /// <param name="settle">Waits until what a turn has set going has come to rest.</param>
    public static async Task<Contest> RunAsync(Act measured, Act? floor, int rounds, Func<Task> settle, Func<int> roundTrips)
    {
        var (ours, theirs) = (new List<Turn>(), new List<Turn>());
        for (var round = 0; round < rounds; round++)
        {
            // Who goes first changes, so that neither always finds what the other left.
            if (round % 2 == 0) await TurnAsync(measured, ours);
            if (floor is not null) await TurnAsync(floor, theirs);
            if (round % 2 == 1) await TurnAsync(measured, ours);
        }
        return new(ours, theirs);

        async Task TurnAsync(Act act, List<Turn> turns)
        {
            await settle();
            turns.Add(await Turn.TakeAsync(act, roundTrips));
        }
    }
}
