using System.Collections.Concurrent;
using Governance.Api.EventStore;

namespace Governance.Api.Clusters;

/// <summary>The clusters in this node's memory: loaded on first use, brought forward by the follower, the least recently used let go when they take more than their share.</summary>
/// <param name="maxWeight">About how many bytes they may take together.</param>
public sealed class ClusterCache(EventLog log, long maxWeight)
{
    private readonly ConcurrentDictionary<string, ClusterEntry> entries = new(StringComparer.Ordinal);
    private long uses;
    private long loads;

    /// <summary>How often a cluster was asked for, since the start.</summary>
    public long Uses => Volatile.Read(ref uses);

    /// <summary>How often one had to be read from the log.</summary>
    public long Loads => Volatile.Read(ref loads);

    /// <summary>About how many bytes they take together.</summary>
    public long Weight => entries.Values.Sum(e => e.Current.Weight);

    /// <summary>Everything loaded.</summary>
    public ICollection<ClusterEntry> Loaded => entries.Values;

    /// <summary>A cluster's entry if it is loaded.</summary>
    public ClusterEntry? Find(string id)
    {
        if (!entries.TryGetValue(id, out var entry) || entry.Current.Position == 0) return null;
        entry.Touch(Interlocked.Increment(ref uses));
        return entry;
    }

    /// <summary>A cluster's entry, loaded on first use; null where there is no such cluster.</summary>
    public async ValueTask<ClusterEntry?> FindAsync(string id, CancellationToken ct) => Find(id) ?? await LoadAsync(id, ct);

    /// <summary>A cluster as it is now; empty where there is none.</summary>
    public async Task<LiveCluster> NewestAsync(string id, CancellationToken ct) => await FindAsync(id, ct) is { } entry ? await entry.NewestAsync(ct) : LiveCluster.Empty(id);

    /// <summary>An entry for a cluster that may not exist yet, for founding it.</summary>
    public ClusterEntry Reserve(string id) => entries.GetOrAdd(id, static (id, log) => new(id, log), log);

    /// <summary>Lets a cluster go; who asks for it next loads it anew.</summary>
    public void Forget(ClusterEntry entry) => entries.TryRemove(KeyValuePair.Create(entry.Id, entry));

    private async Task<ClusterEntry?> LoadAsync(string id, CancellationToken ct)
    {
        var entry = Reserve(id);
        entry.Touch(Interlocked.Increment(ref uses));
        var loaded = await entry.CatchUpAsync(1, ct);
        if (loaded.Position == 0)
        {
            entries.TryRemove(KeyValuePair.Create(id, entry));
            return null;
        }
        Interlocked.Increment(ref loads);
        Trim();
        return entry;
    }

    /// <summary>Lets the least recently used go until the rest is within bounds; never the one asked for last.</summary>
    public void Trim()
    {
        var weight = Weight;
        if (weight <= maxWeight) return;
        foreach (var entry in entries.Values.OrderBy(e => e.LastUsed).SkipLast(1))
        {
            if (weight <= maxWeight * 9 / 10) return;
            if (entries.TryRemove(KeyValuePair.Create(entry.Id, entry))) weight -= entry.Current.Weight;
        }
    }
}
