namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>What a node has in memory: when it has started, and when it has recorded for a while and come to rest.</summary>
internal static class MemoryContest
{
    private const int Rounds = 3, Clients = 8;

    public static async Task RunAsync(Comparison comparison)
    {
        var (clusters, decisions, times) = (comparison.Sized(64, smoke: 2), comparison.Sized(2_000, smoke: 16), 0);
        var nodes = await comparison.ServeAllAsync(comparison.Contestants);
        await comparison.StopAllAsync();
        await MeasureAsync("memory after a start", _ => Task.CompletedTask);
        await MeasureAsync($"memory after {decisions:N0} decisions in {clusters} clusters", RecordAsync);

        Task MeasureAsync(string work, Func<Node, Task> use) => comparison.TakeTurnsAsync(work, "MB", null, Rounds, [.. nodes.Select(stopped => new Way(stopped.Contestant, null, async () =>
        {
            var node = await comparison.ServeAsync(stopped.Contestant, stopped.Database);
            await use(node);
            await node.SettleAsync();
            var resident = node.Resident;
            await comparison.StopAsync(node);
            return new([], Measured: resident / (double)(1 << 20));
        }))]);

        async Task RecordAsync(Node node)
        {
            var deciding = await Deciding.FoundAsync(node, $"klynge-{++times}", clusters);
            var wires = await node.WiresAsync(Clients);
            await deciding.LoadAsync(wires, decisions);
            foreach (var wire in wires) wire.Dispose();
        }
    }
}
