using System.Threading.Channels;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Npgsql;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>Gives each subscriber that something waits for a turn on this node, so many at once: as soon as some node has written, when a turn ends, and by looking once in a while.</summary>
internal sealed partial class Deliverer(Leases leases, Turns turns, Follower follower, DeliveryRules rules, TimeProvider clock, ILogger<Deliverer> logger) : BackgroundService
{
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly HashSet<Task> running = [];
    private readonly Backoff pauses = new(rules.PollEvery);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        follower.Heard += WhenHeard;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await GiveTurnsAsync(stoppingToken);
                await WokenAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // We are stopping.
        }
        follower.Heard -= WhenHeard;
        await Task.WhenAll(running);
    }

    private async Task GiveTurnsAsync(CancellationToken ct)
    {
        running.RemoveWhere(turn => turn.IsCompleted);
        if (running.Count >= rules.AtOnce) return;
        try
        {
            var asked = clock.GetTimestamp();
            foreach (var webhook in await leases.TakeAsync(rules.AtOnce - running.Count, ct)) running.Add(TakeAsync(webhook, asked, ct));
            pauses.Reset();
        }
        catch (NpgsqlException fault)
        {
            Away(logger, fault.Message);
            await Task.Delay(pauses.Next(), clock, ct);
        }
    }

    private async Task TakeAsync(Webhook webhook, long asked, CancellationToken ct)
    {
        await turns.TakeAsync(webhook, asked, ct);
        Wake();
    }

    private void WhenHeard(object? sender, EventArgs told) => Wake();

    private void Wake() => wake.Writer.TryWrite(true);

    private async Task WokenAsync(CancellationToken ct)
    {
        using var time = new CancellationTokenSource(rules.PollEvery, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, time.Token);
        try
        {
            await wake.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Nobody has; it is time to look.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer ({Reason}); trying again")]
    private static partial void Away(ILogger logger, string reason);
}
