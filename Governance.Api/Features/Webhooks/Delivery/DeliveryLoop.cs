using Npgsql;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>A turn: what waits for one subscriber is sent in order, one at a time, each settled before the next; after a while others get theirs.</summary>
public sealed partial class DeliveryLoop(Feed feed, Leases leases, Messenger messenger, DeliveryRules rules, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<DeliveryLoop> logger)
{
    private const int Piece = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);

    /// <summary>Takes a turn to its end, whatever comes in its way; it ends after the message that is under way when the node stops.</summary>
    /// <returns>How long it is until the next, where something waits for it.</returns>
    public async Task<TimeSpan?> TakeAsync(string cluster, Guid id, CancellationToken ct)
    {
        if (rules.AtOnce == 0) return null;
        try
        {
            var asked = clock.GetTimestamp();
            return await leases.TakeAsync(cluster, id, ct) is { } webhook ? await SendOrPutOffAsync(webhook, asked) : null;
        }
        catch (NpgsqlException fault)
        {
            // The lease runs out by itself.
            Away(logger, fault.Message);
            return null;
        }
    }

    private async Task<TimeSpan?> SendOrPutOffAsync(Webhook webhook, long leasedAt)
    {
        try
        {
            return await SendAsync(webhook, leasedAt);
        }
        catch (Exception fault) when (fault is not NpgsqlException)
        {
            Stuck(logger, fault, webhook.Cluster);
            return await leases.ReleaseAsync(webhook, webhook.Place, AfterFault, TimeSpan.Zero, CancellationToken.None);
        }
    }

    private async Task<TimeSpan?> SendAsync(Webhook webhook, long leasedAt)
    {
        if (await feed.AfterAsync(webhook, Piece, CancellationToken.None) is not { } tellings) throw new InvalidOperationException("The cluster is not there.");
        var (began, passed, rest) = (clock.GetTimestamp(), webhook.Place, TimeSpan.Zero);
        foreach (var (message, after, last) in tellings)
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested || clock.GetElapsedTime(began) > Longest || clock.GetElapsedTime(leasedAt) + rules.Timeout > leases.Length) break;
            if (message is not null)
            {
                var outcome = await messenger.SendAsync(webhook, message, CancellationToken.None);
                leasedAt = clock.GetTimestamp();
                var consequence = rules.After(webhook, outcome);
                if (consequence is Consequence.LayAside or Consequence.Stop) GivenUp(logger, consequence is Consequence.Stop ? "is stopped" : "misses a message", webhook.Id, webhook.Cluster, outcome.Fault, outcome.Status);
                if (await leases.SettleAsync(webhook, message, after, outcome, consequence, CancellationToken.None) is not { } now) break;
                webhook = now;
            }
            (passed, rest) = (after, last ?? TimeSpan.Zero);
        }
        return await leases.ReleaseAsync(webhook, passed, TimeSpan.Zero, rest, CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Webhook} of {Cluster} {What}: {Fault}, status {Status}")]
    private static partial void GivenUp(ILogger logger, string what, Guid webhook, string cluster, DeliveryFault? fault, int? status);

    [LoggerMessage(Level = LogLevel.Error, Message = "A subscriber to {Cluster} is not told of what comes next; the others are")]
    private static partial void Stuck(ILogger logger, Exception fault, string cluster);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer ({Reason}); what was sent last may be sent again")]
    private static partial void Away(ILogger logger, string reason);
}
