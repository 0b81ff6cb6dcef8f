using System.Collections.Immutable;
using Governance.Api.EventStore;
using Governance.Api.Hosting.Telemetry;
using Governance.Domain.Clusters;

namespace Governance.Api.Clusters;

/// <summary>Writes to a cluster: one at a time on this node, decided on the newest state this node knows, and decided again, in line with the other nodes, when one of them was first.</summary>
public sealed class ClusterWriter(ClusterCache cache, EventLog log, Announcer announcer, Ids ids)
{
    /// <summary>Few enough that those who hold a register find a connection to read with.</summary>
    private static readonly SemaphoreSlim Holders = new(16);

    /// <summary>Writes what <paramref name="decide"/> says on the newest state. Repeats, conditions and conflicts are dealt with here.</summary>
    public Task<WriteOutcome> WriteAsync(WriteRequest request, Func<LiveCluster, Verdict> decide, CancellationToken ct) =>
        WriteAsync(request, live => ValueTask.FromResult(decide(live)), ct);

    /// <inheritdoc cref="WriteAsync(WriteRequest, Func{LiveCluster, Verdict}, CancellationToken)"/>
    public Task<WriteOutcome> WriteAsync(WriteRequest request, Func<LiveCluster, ValueTask<Verdict>> decide, CancellationToken ct) =>
        Signals.Writes.MeasureAsync("write", () => InTurnAsync(request, decide, ct), outcome => outcome.GetType().Name);

    private async Task<WriteOutcome> InTurnAsync(WriteRequest request, Func<LiveCluster, ValueTask<Verdict>> decide, CancellationToken ct)
    {
        var entry = await cache.FindAsync(request.Cluster, ct) ?? (request.Founds ? cache.Reserve(request.Cluster) : null);
        if (entry is null) return new WriteOutcome.Absent();
        using var turn = await entry.WriteTurnAsync(ct);
        var (outcome, named) = await TryAsync(request, entry, decide, null, log.AppendAsync, ct);
        return outcome ?? await WriteInLineAsync(request, entry, decide, named, ct);
    }

    /// <summary>While the register is held no other node comes first, so that each gets its turn.</summary>
    private async Task<WriteOutcome> WriteInLineAsync(
        WriteRequest request, ClusterEntry entry, Func<LiveCluster, ValueTask<Verdict>> decide, ImmutableDictionary<string, Guid>? named, CancellationToken ct)
    {
        await Holders.WaitAsync(ct);
        try
        {
            return await log.HoldingAsync(request.Cluster, async append =>
            {
                await entry.NewestAsync(ct);
                return (await TryAsync(request, entry, decide, named, append, ct)).Outcome ?? new WriteOutcome.Conflict();
            }, ct);
        }
        finally
        {
            Holders.Release();
        }
    }

    /// <summary>No outcome when it was decided on a state that is not the newest.</summary>
    private async Task<(WriteOutcome? Outcome, ImmutableDictionary<string, Guid>? Named)> TryAsync(
        WriteRequest request, ClusterEntry entry, Func<LiveCluster, ValueTask<Verdict>> decide, ImmutableDictionary<string, Guid>? named, Append append, CancellationToken ct)
    {
        var basis = entry.Current;
        var verdict = request.IfPosition is { } position && position != basis.Position ? null : await decide(basis);
        if (verdict is Verdict.Write write)
            return named is not null && !Means(write.Named, named)
                ? (new WriteOutcome.Conflict(), named)
                : (await AppendAsync(request, write, entry, basis, append), write.Named);
        if (await RepeatAsync(request, entry, ct) is { } repeat) return (repeat, named);
        return (await entry.NewestAsync(ct) == basis ? Unwritten(verdict, basis) : null, named);
    }

    /// <summary>Once sent, it is seen through whether or not the client still waits.</summary>
    private async Task<WriteOutcome?> AppendAsync(WriteRequest request, Verdict.Write write, ClusterEntry entry, LiveCluster basis, Append append)
    {
        var appending = new Appending(request, basis, ids);
        IReadOnlyList<Verdict.Write> writes = [write, .. write.More];
        IReadOnlyList<Act> acts = [.. writes.Select(appending.Next)];
        switch (await append(basis.Head, acts, CancellationToken.None))
        {
            case AppendOutcome.Recorded recorded:
                var live = write.Redactions.Count > 0
                    ? await entry.CatchUpAsync(recorded.Position, CancellationToken.None)
                    : await entry.AdvanceAsync(basis, basis.With(recorded.Head, Recorded(recorded, request.Actor, writes), acts), CancellationToken.None);
                announcer.Written(request.Cluster, recorded.Position);
                return new WriteOutcome.Recorded(live, recorded.Position);
            case AppendOutcome.Repeated repeated:
                return new WriteOutcome.Recorded(await entry.CatchUpAsync(repeated.Position, CancellationToken.None), repeated.Position);
            case AppendOutcome.KeyReused:
                return new WriteOutcome.KeyReused();
            case AppendOutcome.Conflict:
                return null;
            default:
                throw new System.Diagnostics.UnreachableException("An append has four outcomes.");
        }
    }

    private static List<RecordedAct> Recorded(AppendOutcome.Recorded recorded, string actor, IReadOnlyList<Verdict.Write> writes) =>
        [.. writes.Select((write, i) => new RecordedAct(recorded.Position - writes.Count + 1 + i, recorded.Times[i], actor, write.Act, write.Facts))];

    private async Task<WriteOutcome?> RepeatAsync(WriteRequest request, ClusterEntry entry, CancellationToken ct) =>
        request.Key is null ? null : await log.FindAsync(request.Cluster, request.Key, ct) switch
        {
            AppendOutcome.Repeated repeated => new WriteOutcome.Recorded(await entry.CatchUpAsync(repeated.Position, ct), repeated.Position),
            AppendOutcome.KeyReused => new WriteOutcome.KeyReused(),
            _ => null,
        };

    private static WriteOutcome Unwritten(Verdict? verdict, LiveCluster basis) => verdict switch
    {
        null => new WriteOutcome.Stale(basis),
        Verdict.Refuse refused => new WriteOutcome.Refused(refused.Violations, basis),
        Verdict.Malformed malformed => new WriteOutcome.Malformed(malformed.Faults),
        Verdict.Absent => new WriteOutcome.Absent(),
        Verdict.Nothing => new WriteOutcome.Unchanged(basis),
        _ => throw new System.Diagnostics.UnreachableException("What is to be written is written."),
    };

    private static bool Means(ImmutableDictionary<string, Guid> now, ImmutableDictionary<string, Guid> first) =>
        now.All(n => !first.TryGetValue(n.Key, out var id) || id == n.Value);
}
