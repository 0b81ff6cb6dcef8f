namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>A long history taken in as one import over HTTP. The peer copies the events in, by Marten's own bulk insert.</summary>
internal static class ImportContest
{
    /// <summary>A history that is so much shorter warms up.</summary>
    private const int Shorter = 10;

    public static async Task RunAsync(Comparison comparison)
    {
        var decisions = comparison.Sized(100_000, smoke: 200);
        var (document, warming, imports) = (Histories.Document(decisions, changes: 1), Histories.Document(decisions / Shorter, changes: 1), 0);
        var nodes = await comparison.ServeAllAsync(comparison.Contestants);
        foreach (var node in nodes) await ImportAsync(node, warming);
        await comparison.TakeTurnsAsync($"import {decisions:N0} decisions", "decisions", decisions, 2, [.. nodes.Select(node => new Way(node.Contestant, node, () => ImportAsync(node, document)))]);

        async Task<Done> ImportAsync(Node node, byte[] history)
        {
            await Histories.ImportAsync(node, $"klynge-{++imports}", history);
            return Done.AtOnce;
        }
    }
}
