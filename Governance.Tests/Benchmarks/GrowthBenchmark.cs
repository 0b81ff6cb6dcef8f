using Governance.Api.EventStore;
using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks;

/// <summary>Recording and reading as clusters grow, become many, and fill the log, beside the same where there is one small cluster.</summary>
internal static class GrowthBenchmark
{
    private const int Rounds = 5, Small = 100, InUse = 50;

    public static async Task RunAsync(Bench bench)
    {
        var smallest = await GrownAsync(bench, Small, clusters: 1);
        foreach (var decisions in new[] { bench.Sized(1_000, smoke: 150), bench.Sized(10_000, smoke: 150) }.Distinct())
            await CompareAsync(bench, $"a cluster of {decisions:N0} decisions", await GrownAsync(bench, decisions, clusters: 1), smallest);
        foreach (var clusters in new[] { bench.Sized(100, smoke: 3), (int)(bench.Events(1_000_000, smoke: 3 * smallest.Events) / smallest.Events) }.Distinct())
            await CompareAsync(bench, $"{clusters:N0} clusters, {clusters * smallest.Events:N0} events", await GrownAsync(bench, Small, clusters), smallest);
    }

    /// <summary>A node on a database of its own, with so many clusters of so many decisions.</summary>
    private static async Task<Grown> GrownAsync(Bench bench, int decisions, int clusters)
    {
        var connectionString = await bench.AnotherDatabaseAsync();
        await using var database = EventLog.Open(connectionString);
        await using var host = LogHost.Open(connectionString);
        var history = new LongHistory(ManyClusters.Name(0));
        var events = await history.AppendAsync(host.Log, decisions * 22 / 10);
        await ManyClusters.CopyAsync(database, clusters);
        List<string> used = [.. Enumerable.Range(0, Math.Min(clusters, InUse)).Select(i => ManyClusters.Name(i * (clusters / Math.Min(clusters, InUse))))];
        // The reporting tables tell of those that are used; the others are passed over.
        await using var passed = database.CreateCommand("insert into reporting.checkpoints (cluster, position) select tenant_id, version from mt_streams where type = 'register' and not tenant_id = any($1)");
        passed.Parameters.Add(new() { Value = used });
        await passed.ExecuteNonQueryAsync();
        var api = await bench.ServeAsync(connectionString);
        return new(api.Client.BaseAddress!, used, HttpClusters.Of(decisions, [.. used.Select(c => (c, history.Body, history.Seat))]), events);
    }

    private static async Task CompareAsync(Bench bench, string what, Grown grown, Grown smallest)
    {
        // Anew: what is not used while another grows is hung up on.
        using var wire = await Wire.OpenAsync(grown.Address);
        using var beside = await Wire.OpenAsync(smallest.Address);
        var (decisions, requests) = (bench.Sized(150, smoke: 5), bench.Sized(400, smoke: 5));
        await bench.CompareAsync($"record: {what}", "decisions", decisions, Record(grown, wire), Record(smallest, beside), Rounds);
        await bench.CompareAsync($"structure: {what}", "requests", requests, Read(grown, wire), Read(smallest, beside), Rounds);

        Act Record(Grown of, Wire by) => () => Load.RunAsync(1, decisions, (_, n) => of.Decisions.DecideAsync(by, n));

        Act Read(Grown of, Wire by) => () => Load.RunAsync(1, requests, (_, n) => by.AskAsync(Wire.Get($"/api/clusters/{of.Used[n % of.Used.Count]}/structure?asOf={of.Tomorrow():yyyy-MM-dd}"), 200));
    }

    private sealed record Grown(Uri Address, IReadOnlyList<string> Used, HttpClusters Decisions, long Events)
    {
        private DateOnly day = LongHistory.Day(40_000);

        /// <summary>A day that was not asked for before, after all decisions.</summary>
        public DateOnly Tomorrow() => day = day.AddDays(1);
    }
}
