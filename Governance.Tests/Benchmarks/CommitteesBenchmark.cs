using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks;

/// <summary>The list of committees as a website reads it, beside a Kestrel route that writes the same bytes; and that it is as before, beside a route that says so.</summary>
internal static class CommitteesBenchmark
{
    private const int Rounds = 3;

    public static async Task RunAsync(Bench bench)
    {
        var cluster = ManyClusters.Name(0);
        await new LongHistory(cluster).AppendAsync(bench.Log, 300);
        var api = await bench.ServeAsync();
        var path = $"/api/clusters/{cluster}/committees";
        using var first = await Wire.OpenAsync(api.Client.BaseAddress!);
        await first.AskAsync(Wire.Get(path), 200);
        var (bytes, tag) = (first.Body(), $"If-None-Match: {first.Header("ETag")}\r\n");
        await using var plain = await PlainServer.ServeAsync(bytes, first.Header("Content-Type"));
        foreach (var clients in new[] { 1, 8, 64 })
        {
            var requests = bench.Sized(clients == 1 ? 10_000 : 30_000, smoke: 256);
            var wires = await Wire.OpenAsync(api.Client.BaseAddress!, clients);
            var beside = await Wire.OpenAsync(new(plain.Urls.Single()), clients);
            foreach (var (what, asked, floor, status) in new[] { ($"{bytes.Length / 1000} kB", Wire.Get(path), Wire.Get("/bytes"), 200), ("304", Wire.Get(path, tag), Wire.Get("/same", tag), 304) })
                await bench.CompareAsync($"{what}, {clients} connection{(clients > 1 ? "s" : "")}", "requests", requests,
                    () => Load.RunAsync(clients, requests, (client, _) => wires[client].AskAsync(asked, status)),
                    () => Load.RunAsync(clients, requests, (client, _) => beside[client].AskAsync(floor, status)),
                    Rounds);
            foreach (var wire in wires.Concat(beside)) wire.Dispose();
        }
    }
}
