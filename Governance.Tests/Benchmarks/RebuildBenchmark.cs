using Governance.Api.Reporting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Governance.Tests.Benchmarks;

/// <summary>Rebuilding the reporting tables and the search texts, beside selecting all rows of the log and copying the same rows into the same tables without keys.</summary>
internal static class RebuildBenchmark
{
    public static async Task RunAsync(Bench bench)
    {
        var (clusters, events) = (bench.Sized(10, smoke: 2), bench.Sized(10_000, smoke: 200));
        await MeasureAsync(bench, 1, clusters * events, rounds: 1);
        await MeasureAsync(bench, (int)(bench.Events(clusters * events, clusters * events) / events), events, rounds: 1);
    }

    private static async Task MeasureAsync(Bench bench, int clusters, int events, int rounds)
    {
        var count = await ManyClusters.FillAsync(bench, clusters, events);
        await RebuildAsync();
        await using var floor = await ResultRows.TakeAsync(bench);
        await bench.CompareAsync($"{clusters} clusters of {events:N0} events", "events", count, RebuildAsync, async () =>
        {
            for (var i = 0; i < clusters; i++) await bench.Log.ReadRowsAsync(ManyClusters.Name(i)).CountAsync();
            await floor.CopyAsync();
        }, rounds, warm: true);

        Task RebuildAsync()
        {
            var projection = new Projection(bench.Database, bench.Log, new Ledgers(64 << 20), NullLogger<Projection>.Instance);
            return new Rebuilding(bench.Database, projection, TimeProvider.System).RunAsync(_ => { }, default);
        }
    }
}
