using Governance.Api.Http.Binding;
using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks;

/// <summary>The structure on days and at moments that nobody has asked for, beside the latest made anew.</summary>
internal static class StructureBenchmark
{
    private const int Rounds = 5, Prime = 7_919;

    public static async Task RunAsync(Bench bench)
    {
        var cluster = ManyClusters.Name(0);
        await new LongHistory(cluster).AppendAsync(bench.Log, bench.Sized(11_000, smoke: 1_200));
        var times = (await bench.Log.ReadClusterAsync(cluster).Select(e => e.RecordedAt).ToListAsync()).Distinct().Order().ToList();
        var days = times.Count / 2;
        var api = await bench.ServeAsync();
        using var wire = await Wire.OpenAsync(api.Client.BaseAddress!);
        var (requests, later) = (bench.Sized(days / (Rounds + 1), smoke: 100), 0);
        // In the other language, so that the days are still not asked for: until the code is compiled for speed.
        for (var n = 0; n < bench.Sized(3_000, smoke: 10); n++) await wire.AskAsync(Wire.Get($"/api/clusters/{cluster}/structure?lang=en&asOf={LongHistory.Day(2 * (n % days)):yyyy-MM-dd}"), 200);
        await bench.CompareAsync($"asOf among {days:N0} days", "requests", requests, Turns(n => $"asOf={LongHistory.Day(2 * (n * Prime % days)):yyyy-MM-dd}"), Latest(), Rounds);
        await bench.CompareAsync($"knownAt among {times.Count:N0} decisions", "requests", requests, Turns(n => $"knownAt={Instants.Format(times[n * Prime % times.Count])}"), Latest(), Rounds);

        Act Latest() => Turns(_ => $"asOf={LongHistory.Day(times.Count).AddDays(++later):yyyy-MM-dd}");

        Act Turns(Func<int, string> question)
        {
            var asked = 0;
            return () => Load.RunAsync(1, requests, (_, _) => wire.AskAsync(Wire.Get($"/api/clusters/{cluster}/structure?{question(asked++)}"), 200));
        }
    }
}
