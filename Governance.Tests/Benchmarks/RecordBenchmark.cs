using Governance.Api.EventStore;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Governance.Tests.Benchmarks;

/// <summary>Recording decisions of one change over HTTP, beside the log alone; and the log beside what pgbench gets onto the disk.</summary>
internal static class RecordBenchmark
{
    private const int Rounds = 5;
    private static readonly (int Clients, int Decisions)[] Loads = [(1, 160), (8, 640), (32, 960)];

    public static async Task RunAsync(Bench bench)
    {
        var api = await bench.ServeAsync();
        var beside = await bench.AnotherDatabaseAsync();
        await using var database = EventLog.Open(beside);
        await using var host = LogHost.Open(beside);
        foreach (var (name, clusters) in new[] { ("many-clusters", bench.Sized(64, smoke: 2)), ("one-cluster", 1) })
        {
            var taken = await HttpClusters.FoundAsync(api, name, clusters);
            var rows = await RowClusters.FoundAsync(host.Log, name, clusters);
            await WarmAsync(bench, api, taken, rows);
            foreach (var (clients, full) in Loads)
            {
                var decisions = bench.Sized(full, smoke: 32);
                var wires = await Wire.OpenAsync(api.Client.BaseAddress!, clients);
                rows.Prepare(Rounds + 1, decisions);
                await bench.CompareAsync($"{name}, {Clients(clients)}", "decisions", decisions,
                    () => Load.RunAsync(clients, decisions, (client, n) => taken.DecideAsync(wires[client], n)),
                    () => Load.RunAsync(clients, decisions, (_, n) => rows.RecordAsync(n)),
                    Rounds);
                foreach (var wire in wires) wire.Dispose();
            }
        }
        // pgbench finds no room where they keep their connections.
        api.Services.GetRequiredService<NpgsqlDataSource>().Clear();
        database.Clear();
        await BesideDiskAsync(bench, database, host.Log, beside);
    }

    /// <summary>A server that has been up for a while: its code compiled for speed, its connections open.</summary>
    private static async Task WarmAsync(Bench bench, TestApi api, HttpClusters taken, RowClusters rows)
    {
        var (clients, decisions) = (Loads.Max(l => l.Clients), bench.Sized(3_000, smoke: 32));
        var wires = await Wire.OpenAsync(api.Client.BaseAddress!, clients);
        rows.Prepare(1, decisions);
        await Load.RunAsync(clients, decisions, (client, n) => taken.DecideAsync(wires[client], n));
        await Load.RunAsync(clients, decisions, (_, n) => rows.RecordAsync(n));
        foreach (var wire in wires) wire.Dispose();
    }

    private static async Task BesideDiskAsync(Bench bench, NpgsqlDataSource database, EventLog log, string connectionString)
    {
        using var disk = await PgBench.PrepareAsync(database, connectionString, Loads.Max(l => l.Clients));
        if (disk is null) return;
        var rows = await RowClusters.FoundAsync(log, "alone", bench.Sized(64, smoke: 2));
        foreach (var (clients, full) in Loads)
        {
            var decisions = bench.Sized(2 * full, smoke: 32);
            rows.Prepare(Rounds + 1, decisions);
            await bench.CompareAsync($"the statement beside pgbench, {Clients(clients)}", "decisions", decisions, () => Load.RunAsync(clients, decisions, (_, n) => rows.RecordAsync(n)), async () =>
            {
                await disk.RunAsync(clients, decisions);
                return [];
            }, Rounds);
        }
    }

    private static string Clients(int count) => count == 1 ? "1 client" : $"{count} clients";
}
