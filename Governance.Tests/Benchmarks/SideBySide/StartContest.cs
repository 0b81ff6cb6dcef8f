using System.Diagnostics;
using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>From starting the process until it is ready, its database being there.</summary>
internal static class StartContest
{
    public static async Task RunAsync(Comparison comparison)
    {
        var nodes = await comparison.ServeAllAsync(comparison.Contestants);
        await comparison.StopAllAsync();
        await comparison.TakeTurnsAsync("start to ready", "ms", null, 7, [.. nodes.Select(node => new Way(node.Contestant, null, () => StartAsync(node.Contestant, node.Database)))]);

        async Task<Done> StartAsync(Contestant contestant, string database)
        {
            var started = Stopwatch.GetTimestamp();
            var node = await comparison.ServeAsync(contestant, database);
            await Eventually.TrueAsync(async () =>
            {
                using var ready = await node.Client.GetAsync("/health/ready");
                return ready.IsSuccessStatusCode;
            });
            var took = Stopwatch.GetElapsedTime(started);
            await comparison.StopAsync(node);
            return new([took], Measured: took.TotalMilliseconds);
        }
    }
}
