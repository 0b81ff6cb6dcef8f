using Governance.Api.Clusters;
using Npgsql;

namespace Governance.Api.Reporting;

/// <summary>Keeps the reporting tables up to date: at once after this node has written, and by looking for what is behind every other second. It rests longer than it works, so that those who write much are told of together and not held up.</summary>
internal sealed partial class Projector(Projection projection, Announcer announcer, TimeProvider clock, ILogger<Projector> logger) : BackgroundService
{
    private const int RestsFor = 9;   // times as long as it has worked
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested) await RoundAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // We are stopping.
        }
    }

    private async Task RoundAsync(CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        try
        {
            await ProjectAsync(await projection.BehindAsync(Projection.Live, ct), ct);
            while (await ToldAsync(PollEvery - clock.GetElapsedTime(started), ct) is { Count: > 0 } told) await ProjectAsync(told, ct);
        }
        catch (NpgsqlException fault)
        {
            Away(logger, fault.Message);
            await Task.Delay(PollEvery, clock, ct);
        }
    }

    private async Task ProjectAsync(IEnumerable<string> clusters, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        foreach (var cluster in clusters) await projection.ProjectAsync(Projection.Live, cluster, ct);
        var rest = RestsFor * clock.GetElapsedTime(started);
        await Task.Delay(rest < PollEvery ? rest : PollEvery, clock, ct);
    }

    /// <summary>The clusters this node has written since; none when it is time to look for what is behind.</summary>
    private async Task<HashSet<string>> ToldAsync(TimeSpan wait, CancellationToken ct)
    {
        if (wait <= TimeSpan.Zero) return [];
        using var time = new CancellationTokenSource(wait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, time.Token);
        try
        {
            HashSet<string> told = [await announcer.Lately.ReadAsync(either.Token)];
            while (announcer.Lately.TryRead(out var next)) told.Add(next);
            return told;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer ({Reason}); trying again")]
    private static partial void Away(ILogger logger, string reason);
}
