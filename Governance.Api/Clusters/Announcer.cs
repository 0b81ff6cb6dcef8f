using System.Collections.Concurrent;
using Governance.Api.Store;
using Npgsql;

namespace Governance.Api.Clusters;

/// <summary>Tells the other nodes which clusters this one has written: one coalesced notification per 50 ms, after the commit, on a connection of its own. Losing one is harmless.</summary>
public sealed partial class Announcer([FromKeyedServices(Connections.Vital)] NpgsqlDataSource database, TimeProvider clock, ILogger<Announcer> logger) : BackgroundService
{
    /// <summary>The channel nodes listen on; the payload is cluster ids and positions, <c>alrek:12</c>, with commas between.</summary>
    public const string Channel = "governance_written";

    private const int MaxClusters = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, long> written = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim any = new(0, 1);

    /// <summary>Notes that a cluster has been written, up to a position.</summary>
    public void Written(string cluster, long position)
    {
        written.AddOrUpdate(cluster, position, (_, before) => Math.Max(before, position));
        if (any.CurrentCount > 0) return;
        try
        {
            any.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else has just woken it.
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await AnnounceAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // We are stopping.
        }
    }

    private async Task AnnounceAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await any.WaitAsync(stoppingToken);
            var told = written.Keys.Take(MaxClusters).Select(cluster => written.TryRemove(cluster, out var position) ? $"{cluster}:{position}" : "").ToList();
            try
            {
                await using var command = database.CreateCommand("select pg_notify($1, $2)");
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Channel });
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = string.Join(',', told) });
                await command.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (NpgsqlException fault)
            {
                Lost(logger, fault.Message);
            }
            await Task.Delay(Pause, clock, stoppingToken);
            if (!written.IsEmpty && any.CurrentCount == 0) any.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A notification was lost ({Reason}); other nodes will find out by themselves")]
    private static partial void Lost(ILogger logger, string reason);
}
