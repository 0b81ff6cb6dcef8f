using Governance.Api.Clusters;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>Sends beside the order what an admin asks for, now, and notes what came of it.</summary>
internal sealed class Trials(Messenger messenger, DeliveryAttempts attempts, DeadLetters letters, Feed feed, Ids ids, TimeProvider clock)
{
    /// <summary>Sends a ping; null where the subscriber was removed meanwhile.</summary>
    public async Task<DeliveryAttempt?> PingAsync(Webhook webhook, CancellationToken ct)
    {
        var ping = Message.Ping(webhook, ids.New(), clock.GetUtcNow());
        return await attempts.NoteAsync(webhook.Cluster, webhook.Id, ping, await messenger.SendAsync(webhook, ping, ct), ct);
    }

    /// <summary>Sends a dead letter once more, which is none any more when it is taken; null where there is no such letter, or the subscriber may not be told of it any more.</summary>
    public async Task<DeliveryAttempt?> RetryAsync(Webhook webhook, long number, CancellationToken ct)
    {
        if ((await letters.ListAsync(webhook.Cluster, webhook.Id, number - 1, 1, ct)).SingleOrDefault() is not { } letter || letter.Number != number) return null;
        if (await feed.AgainAsync(webhook, letter, ct) is not { } message) return null;
        var outcome = await messenger.SendAsync(webhook, message, ct);
        if (outcome.Fault is null) await letters.RemoveAsync(webhook.Cluster, webhook.Id, number, ct);
        else await letters.KeepAsync(webhook.Cluster, webhook.Id, number, outcome, ct);
        return await attempts.NoteAsync(webhook.Cluster, webhook.Id, message, outcome, ct);
    }
}
