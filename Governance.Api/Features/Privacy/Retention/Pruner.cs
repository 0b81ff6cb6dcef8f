using Npgsql;

namespace Governance.Api.Features.Privacy.Retention;

/// <summary>Prunes once a day. Several nodes may: each finds what the others have left.</summary>
internal sealed partial class Pruner(Pruning pruning, TimeProvider clock, ILogger<Pruner> logger) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var wait = First; ; wait = Every)
            {
                await Task.Delay(wait, clock, stoppingToken);
                await RoundAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // We are stopping.
        }
    }

    private async Task RoundAsync(CancellationToken ct)
    {
        try
        {
            Pruned(logger, await pruning.PruneAsync(ct));
        }
        catch (NpgsqlException fault)
        {
            Away(logger, fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "Deleted {Rows} rows whose time was over")]
    private static partial void Pruned(ILogger logger, int rows);

    [LoggerMessage(LogLevel.Warning, "Deletes what is past its time tomorrow: {Fault}")]
    private static partial void Away(ILogger logger, string fault);
}
