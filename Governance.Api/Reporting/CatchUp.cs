using Marten.Events.Daemon.Coordination;

namespace Governance.Api.Reporting;

/// <summary>Keeps the reporting tables up to date: told by <see cref="RegisterSubscription"/>, and by a look at who is behind, since the daemon waits where a number of the log was used in vain. It rests longer than it works, so that those who write much are told of together and not held up.</summary>
internal sealed partial class CatchUp(Projection projection, IProjectionCoordinator daemon, TimeProvider clock, ILogger<CatchUp> logger) : BackgroundService
{
    private const int RestsFor = 9;   // times as long as it has worked
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TakeOverAfter = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Brings those of these clusters that are behind forward, one node and one at a time. It never throws but when it is to stop: whoever cannot be told of now is found behind again.</summary>
    public Task RunAsync(IReadOnlyCollection<string> clusters, CancellationToken ct) => RunAsync(clusters, null, ct);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            // What one node has told of before is not read again: another takes its work over only where it is not done.
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await RunAsync(null, daemon.DaemonForMainDatabase().CurrentAgents().Count > 0 ? null : clock.GetUtcNow() - TakeOverAfter, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // We are stopping.
        }
    }

    private async Task RunAsync(IReadOnlyCollection<string>? clusters, DateTimeOffset? since, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        var (started, rest) = (clock.GetTimestamp(), LongestRest);
        try
        {
            foreach (var cluster in await projection.BehindAsync(Projection.Live, ct, clusters, since)) await projection.ProjectAsync(Projection.Live, cluster, ct);
            rest = RestsFor * clock.GetElapsedTime(started);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            // A subscription that throws is held up for every cluster.
            Away(logger, fault);
        }
        finally
        {
            turn.Release();
        }
        await Task.Delay(rest < LongestRest ? rest : LongestRest, clock, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reporting tables could not be brought forward; trying again")]
    private static partial void Away(ILogger logger, Exception fault);
}
