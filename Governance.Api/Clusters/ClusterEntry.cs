using System.Diagnostics.CodeAnalysis;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;

namespace Governance.Api.Clusters;

/// <summary>A cluster's place in the cache: readers take what stands there, one at a time brings it forward, and writers of this node queue up.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose.")]
public sealed class ClusterEntry(string id, EventLog log)
{
    /// <summary>Most writers of this node in line at once.</summary>
    public const int MostWriters = 200;

    private readonly SemaphoreSlim forward = new(1);
    private readonly SemaphoreSlim writers = new(1);
    private volatile LiveCluster current = LiveCluster.Empty(id);
    private volatile TaskCompletionSource moved = NewSignal();
    private int inLine;
    private long used;
    private long head;

    /// <summary>The cluster's id.</summary>
    public string Id => id;

    /// <summary>The newest this node knows.</summary>
    public LiveCluster Current => current;

    /// <summary>The newest position this node has heard of; it may still be reading up to it.</summary>
    public long Head => Math.Max(Volatile.Read(ref head), current.Position);

    /// <summary>When it was asked for last, in the cache's own count.</summary>
    public long LastUsed => Volatile.Read(ref used);

    /// <summary>Notes that it was asked for.</summary>
    public void Touch(long count) => Volatile.Write(ref used, count);

    /// <summary>Notes that the log has come to a position.</summary>
    public void Hear(long position) => Volatile.Write(ref head, position);

    /// <summary>Reads what came after the newest known (all of it anew, where texts were taken out), unless somebody else has brought it to <paramref name="position"/> meanwhile.</summary>
    public async Task<LiveCluster> CatchUpAsync(long position, CancellationToken ct)
    {
        if (current.Position >= position) return current;
        await forward.WaitAsync(ct);
        try
        {
            var before = current;
            if (before.Position >= position) return before;
            var tail = await log.ReadTailAsync(id, before.Position, ct);
            var rewritten = before.Position > 0 && tail.Events.Any(e => e.Data is TextRedacted);
            return Move(rewritten ? LiveCluster.Empty(id).With(await log.ReadTailAsync(id, 0, ct)) : before.With(tail));
        }
        finally
        {
            forward.Release();
        }
    }

    /// <summary>The newest there is: asks for the head, and reads what came after the newest known.</summary>
    public async Task<LiveCluster> NewestAsync(CancellationToken ct)
    {
        if (await log.HeadAsync(id, ct) is { } newest) Hear(newest.Position);
        return await CatchUpAsync(Head, ct);
    }

    /// <summary>Puts in place what this node has just recorded on top of <paramref name="basis"/>.</summary>
    public async Task<LiveCluster> AdvanceAsync(LiveCluster basis, LiveCluster next, CancellationToken ct)
    {
        await forward.WaitAsync(CancellationToken.None);
        try
        {
            if (current == basis) Move(next);
        }
        finally
        {
            forward.Release();
        }
        return await CatchUpAsync(next.Position, ct);
    }

    /// <summary>Waits for this node's turn to write; dispose to let the next one in. Throws <see cref="QueueFullException"/> where too many wait already.</summary>
    public async Task<IDisposable> WriteTurnAsync(CancellationToken ct)
    {
        try
        {
            if (Interlocked.Increment(ref inLine) > MostWriters) throw new QueueFullException();
            await writers.WaitAsync(ct);
            return new Turn(this);
        }
        catch
        {
            Interlocked.Decrement(ref inLine);
            throw;
        }
    }

    /// <summary>Waits until something is known after a position; false where nothing comes for so long.</summary>
    public async Task<bool> MovedAsync(long position, TimeSpan wait, TimeProvider clock, CancellationToken ct)
    {
        var signal = moved.Task;
        if (current.Position > position) return true;
        try
        {
            await signal.WaitAsync(wait, clock, ct);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private LiveCluster Move(LiveCluster next)
    {
        current = next;
        Interlocked.Exchange(ref moved, NewSignal()).SetResult();
        return next;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Turn(ClusterEntry entry) : IDisposable
    {
        public void Dispose()
        {
            Interlocked.Decrement(ref entry.inLine);
            entry.writers.Release();
        }
    }
}
