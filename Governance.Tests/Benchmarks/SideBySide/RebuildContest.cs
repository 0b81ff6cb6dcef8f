namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>Building what is derived from the log anew, and verifying all of it, from the command line. The peer rebuilds one view by Marten's daemon.</summary>
internal static class RebuildContest
{
    private const string View = "--Peer:View=true";

    public static async Task RunAsync(Comparison comparison)
    {
        var (clusters, decisions) = (comparison.Sized(10, smoke: 2), comparison.Sized(5_000, smoke: 50));
        var (document, events) = (Histories.Document(decisions, changes: 1), clusters * (2 * decisions + Histories.Bodies));
        var nodes = await comparison.ServeAllAsync(comparison.Contestants, View);
        foreach (var node in nodes)
        {
            for (var i = 0; i < clusters; i++) await Histories.ImportAsync(node, $"klynge-{i}", document);
            await node.SettleAsync();
        }
        await comparison.StopAllAsync();
        await MeasureAsync("rebuild", nodes);
        await MeasureAsync("verify", nodes.Where(n => !n.Contestant.IsPeer));

        Task MeasureAsync(string verb, IEnumerable<Node> of) => comparison.TakeTurnsAsync($"{verb} {clusters} clusters of {events / clusters:N0} events", "events", events, 3, [.. of.Select(node => new Way(node.Contestant, null, async () =>
        {
            await comparison.RunAsync(node.Contestant, node.Database, verb, View);
            return Done.AtOnce;
        }))]);
    }
}
