namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>Recording decisions of three facts over HTTP, in many clusters and in one. The peer takes them in as they come, but in one cluster by <c>FetchForWriting</c> and retries.</summary>
internal static class RecordContest
{
    private const int Rounds = 5;
    private static readonly (int Clients, int Decisions)[] Loads = [(1, 160), (8, 640), (32, 1_280)];

    public static async Task RunAsync(Comparison comparison)
    {
        await MeasureAsync(comparison, "many clusters", comparison.Sized(64, smoke: 3), comparison.Guarded);
        await comparison.StopAllAsync();
        await MeasureAsync(comparison, "one cluster", 1, guarded: true);
    }

    private static async Task MeasureAsync(Comparison comparison, string name, int clusters, bool guarded)
    {
        var nodes = await comparison.ServeAllAsync(comparison.Contestants, guarded ? ["--Peer:Snapshot=true"] : []);
        var deciding = new Dictionary<Node, Deciding>();
        foreach (var node in nodes)
        {
            deciding[node] = await Deciding.FoundAsync(node, "klynge", clusters);
            // As a server that has been up for a while.
            await LoadAsync(node, Loads.Max(l => l.Clients), comparison.Sized(3_000, smoke: 32));
        }
        foreach (var (clients, full) in Loads)
        {
            var decisions = comparison.Sized(full, smoke: 32);
            await comparison.TakeTurnsAsync($"record in {name}, {clients} client{(clients > 1 ? "s" : "")}", "decisions", decisions, Rounds,
                [.. nodes.Select(node => new Way(node.Contestant, node, () => LoadAsync(node, clients, decisions)))]);
        }

        async Task<Done> LoadAsync(Node node, int clients, int decisions)
        {
            var wires = await node.WiresAsync(clients);
            var done = await deciding[node].LoadAsync(wires, decisions);
            foreach (var wire in wires) wire.Dispose();
            return done;
        }
    }
}
