using System.Diagnostics;

namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>One turn's work at one contestant.</summary>
/// <param name="By">Its node, where one does it, whose processor time and memory are noted.</param>
/// <param name="Act">Does it, and tells how long each part took; nothing where it is all one.</param>
internal sealed record Way(Contestant Contestant, Node? By, Func<Task<Done>> Act);

/// <summary>What a turn did.</summary>
/// <param name="Each">How long each part took; nothing where it is all one.</param>
/// <param name="Failed">How many of them were refused.</param>
/// <param name="Measured">What the work itself says its figure is, where that is not the time it took.</param>
internal sealed record Done(IReadOnlyList<TimeSpan> Each, int Failed = 0, double? Measured = null)
{
    public static readonly Done AtOnce = new([]);
}

/// <summary>What one turn took.</summary>
/// <param name="Cpu">Of the node, until what the turn set going has come to rest.</param>
/// <param name="DatabaseCpu">Of PostgreSQL's processes that serve the node, likewise.</param>
/// <param name="Peak">Bytes, the most that the node has had in memory.</param>
internal sealed record NodeTurn(TimeSpan Elapsed, TimeSpan Cpu, TimeSpan DatabaseCpu, long Peak, Done Done)
{
    public static async Task<NodeTurn> TakeAsync(Way way)
    {
        if (way.By is { } rested) await rested.SettleAsync();
        var (cpu, databaseCpu, watch) = (way.By?.Cpu ?? default, way.By?.DatabaseCpu ?? default, Stopwatch.StartNew());
        var done = await way.Act();
        watch.Stop();
        if (way.By is not { } node) return new(watch.Elapsed, default, default, 0, done);
        await node.SettleAsync();
        return new(watch.Elapsed, node.Cpu - cpu, node.DatabaseCpu - databaseCpu, node.Peak, done);
    }
}
