using Governance.Api.Clusters;

namespace Governance.Tests.Benchmarks;

/// <summary>The first request to a cluster after a start, beside selecting its rows.</summary>
internal static class ColdBenchmark
{
    public static async Task RunAsync(Bench bench)
    {
        var count = await ManyClusters.FillAsync(bench, 1, bench.Sized(10_000, smoke: 300));
        var cluster = ManyClusters.Name(0);
        await bench.CompareAsync($"load {count:N0} events", "events", count,
            async () => (await new ClusterCache(bench.Log, long.MaxValue).FindAsync(cluster, default))!.Current.Position.Should().BePositive(),
            async () => (await bench.Log.ReadRowsAsync(cluster).CountAsync()).Should().Be((int)count),
            rounds: 15);
    }
}
