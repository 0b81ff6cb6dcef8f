using System.Globalization;

namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>The first request to each of some clusters of 10,000 events after a start. The peer reads the cluster's log, and folds it.</summary>
internal static class ColdContest
{
    private const int Clusters = 6, Warming = 3;

    public static async Task RunAsync(Comparison comparison)
    {
        var decisions = comparison.Sized(5_000, smoke: 50);
        var (document, events) = (Histories.Document(decisions, changes: 1), 2 * decisions + Histories.Bodies);
        var ways = new List<Way>();
        foreach (var node in await comparison.ServeAllAsync(comparison.Contestants))
        {
            for (var i = 0; i < Clusters + Warming; i++) await Histories.ImportAsync(node, $"klynge-{i}", document);
            await node.SettleAsync();
            ways.Add(new(node.Contestant, null, () => LoadAsync(node.Database, node.Contestant)));
        }
        await comparison.StopAllAsync();
        await comparison.TakeTurnsAsync($"first request to a cluster of {events.ToString("N0", CultureInfo.InvariantCulture)} events", "events", Clusters * events, 5, [.. ways]);

        async Task<Done> LoadAsync(string database, Contestant contestant)
        {
            var node = await comparison.ServeAsync(contestant, database);
            using var wire = await Wire.OpenAsync(node.Client.BaseAddress!);
            for (var i = Clusters; i < Clusters + Warming; i++) await AskAsync(i);
            await node.SettleAsync();
            var each = await Load.RunAsync(1, Clusters, (_, i) => AskAsync(i));
            await comparison.StopAsync(node);
            return new(each, Measured: Clusters * events / each.Sum(e => e.TotalSeconds));

            Task AskAsync(int cluster) => wire.AskAsync(Wire.Get($"/api/clusters/klynge-{cluster}/structure"), 200);
        }
    }
}
