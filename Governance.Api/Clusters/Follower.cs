using System.Globalization;
using Governance.Api.EventStore;
using Governance.Api.Store;
using Npgsql;

namespace Governance.Api.Clusters;

/// <summary>Keeps the loaded clusters up to date: at once when told of more than it knows, and by asking for their heads twice a second whatever happens. Who asks for one that it is still reading up on waits for that one alone.</summary>
public sealed partial class Follower(ClusterCache cache, EventLog log, [FromKeyedServices(Connections.Vital)] NpgsqlDataSource database, TimeProvider clock, ILogger<Follower> logger) : BackgroundService
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, long> told = new(StringComparer.Ordinal);
    private long lastPoll;
    private Task reading = Task.CompletedTask;
    private volatile TaskCompletionSource polled = New();

    /// <summary>How often it was told that some node has written; not every time is.</summary>
    public long Heard { get; private set; }

    /// <summary>How long ago the database was last asked for what is new.</summary>
    public TimeSpan Lag => lastPoll == 0 ? TimeSpan.Zero : clock.GetElapsedTime(Volatile.Read(ref lastPoll));

    /// <summary>Whether the heads it has heard of are at most a second old.</summary>
    public bool IsFresh => lastPoll != 0 && Lag <= Patience;

    /// <summary>Waits until they are; false when the database has been away too long.</summary>
    public async ValueTask<bool> FreshAsync(TimeSpan wait, CancellationToken ct)
    {
        if (IsFresh) return true;
        try
        {
            await polled.Task.WaitAsync(wait, clock, ct);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(ListenAsync(stoppingToken), PollAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // We are stopping.
        }
    }

    private async Task PollAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var started = clock.GetTimestamp();
            try
            {
                var behind = await BehindAsync(cache.Loaded, ct);
                Volatile.Write(ref lastPoll, started);
                Interlocked.Exchange(ref polled, New()).SetResult();
                if (reading.IsCompleted) reading = ReadUpAsync(behind, ct);
                cache.Trim();
            }
            catch (NpgsqlException fault)
            {
                Away(logger, fault.Message);
            }
            await Task.Delay(PollEvery, clock, ct);
        }
    }

    /// <summary>Asks where these clusters stand. One whose log has gone back is let go: what is held of it is no longer what was recorded.</summary>
    /// <returns>Those of which this node does not know all.</returns>
    private async Task<IReadOnlyList<ClusterEntry>> BehindAsync(ICollection<ClusterEntry> entries, CancellationToken ct)
    {
        var known = entries.Select(e => (Entry: e, Live: e.Current)).Where(k => k.Live.Position > 0).ToList();
        var heads = await log.HeadsAsync([.. entries.Select(e => e.Id)], database, ct);
        foreach (var (entry, live) in known)
        {
            var head = heads.GetValueOrDefault(entry.Id);
            entry.Hear(head.Position);
            if (live.IsOf(head)) continue;
            WentBack(logger, entry.Id, live.Position, head.Position);
            cache.Forget(entry);
        }
        return [.. entries.Where(e => e.Current.Position < e.Head)];
    }

    private async Task ReadUpAsync(IReadOnlyList<ClusterEntry> behind, CancellationToken ct)
    {
        try
        {
            foreach (var entry in behind) await ReadUpAsync(entry, ct);
        }
        catch (NpgsqlException fault)
        {
            Away(logger, fault.Message);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // We are stopping.
        }
    }

    /// <summary>What one cluster's log holds that this program cannot read stops that cluster alone: it is let go, and whoever asks for it is told of the fault.</summary>
    private async Task ReadUpAsync(ClusterEntry entry, CancellationToken ct)
    {
        try
        {
            await entry.CatchUpAsync(entry.Head, ct);
        }
        catch (UnknownEventTypeException fault)
        {
            Unreadable(logger, entry.Id, fault.Message);
            cache.Forget(entry);
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        var pauses = new Backoff(PollEvery);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(ct);
                connection.Notification += (_, e) => Hear(e.Payload);
                await using var listen = new NpgsqlCommand($"listen {Announcer.Channel}", connection) { CommandTimeout = (int)EventLog.Patience.TotalSeconds };
                await listen.ExecuteNonQueryAsync(ct);
                pauses.Reset();
                while (!ct.IsCancellationRequested)
                {
                    // Where nothing is told it is asked for again: a line that has gone silent does not answer.
                    if (!await connection.WaitAsync(Quiet, ct)) await listen.ExecuteNonQueryAsync(ct);
                    if (told.Count == 0) continue;
                    Heard++;
                    List<ClusterEntry> behind = [.. cache.Loaded.Where(e => told.GetValueOrDefault(e.Id) > e.Current.Position)];
                    foreach (var entry in behind) entry.Hear(Math.Max(entry.Head, told[entry.Id]));
                    told.Clear();
                    await ReadUpAsync(behind, ct);
                }
            }
            catch (NpgsqlException fault)
            {
                Away(logger, fault.Message);
                await Task.Delay(pauses.Next(), clock, ct);
            }
        }
    }

    private void Hear(string written)
    {
        foreach (var one in written.Split(','))
            if (one.Split(':') is [var cluster, var position] && long.TryParse(position, CultureInfo.InvariantCulture, out var heard)) told[cluster] = Math.Max(heard, told.GetValueOrDefault(cluster));
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Error, Message = "Cluster {Cluster} cannot be read on: {Reason}")]
    private static partial void Unreadable(ILogger logger, string cluster, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The log of {Cluster} has gone back from position {From} to {To}, as when the database was restored: it is read anew")]
    private static partial void WentBack(ILogger logger, string cluster, long from, long to);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer ({Reason}); trying again")]
    private static partial void Away(ILogger logger, string reason);
}
