using System.Security.Cryptography;

namespace Governance.Tests.Benchmarks;

/// <summary>Recomputing the hash chain, beside SHA-256 over the same bytes in memory.</summary>
internal static class VerifyBenchmark
{
    public static async Task RunAsync(Bench bench)
    {
        var count = await ManyClusters.FillAsync(bench, 1, bench.Sized(50_000, smoke: 300));
        var rows = await bench.Log.ReadRowsAsync(ManyClusters.Name(0)).Select(r => (byte[])[.. r.Data, .. r.Headers]).ToListAsync();
        await bench.CompareAsync($"hash chain of {count:N0} events", "events", count,
            async () => (await bench.Log.VerifyAsync(ManyClusters.Name(0))).Holds.Should().BeTrue(),
            () =>
            {
                var hash = new byte[SHA256.HashSizeInBytes];
                foreach (var row in rows) SHA256.HashData(row, hash);
                return Task.CompletedTask;
            },
            rounds: 5);
    }
}
