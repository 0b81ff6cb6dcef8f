using Governance.Api.EventStore;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Api.Http.Binding;
using Governance.Domain.Values;

namespace Governance.Api.Features.Webhooks;

/// <summary>What became of a request about a subscriber: it as it stands, or what is wrong; neither where there is none.</summary>
/// <param name="Head">Where the cluster stands.</param>
internal sealed record Subscribed(Webhook? Webhook, long Head, IReadOnlyList<Fault> Faults)
{
    public static Subscribed None { get; } = new(null, 0, []);
}

/// <summary>Subscribers as their admins keep them, by the API and on pages.</summary>
internal sealed class Subscriptions(EventLog log, Feed feed, WebhookRows webhooks, WebhookRequestRules rules, SubscribedClusters subscribed)
{
    private static readonly Phrase tooMany = new("Klyngen har så mange webhooks som den kan ha. Fjern en først.", "The cluster has as many webhooks as it may have. Remove one first.");

    /// <summary>Adds one of that id; none where there is one already.</summary>
    public async Task<Subscribed> AddAsync(string cluster, Guid id, NewWebhook wanted, string by, CancellationToken ct)
    {
        if (await log.HeadAsync(cluster, ct) is not { } head) return Subscribed.None;
        if (await rules.FaultsAsync(wanted.Url, wanted.Types, wanted.After, head.Position, ct) is { Count: > 0 } faults) return new(null, head.Position, faults);
        if (await feed.PlaceAsync(cluster, wanted.After, ct) is not { } place) return Subscribed.None;
        if (await webhooks.AddAsync(id, cluster, wanted, place, by, ct) is { } added)
        {
            subscribed.LookAgain();
            return new(added, head.Position, []);
        }
        return await webhooks.FindAsync(cluster, id, ct) is null ? new(null, head.Position, [new("url", tooMany)]) : Subscribed.None;
    }

    /// <summary>Changes what is given.</summary>
    public async Task<Subscribed> ChangeAsync(string cluster, Guid id, WebhookPatch patch, CancellationToken ct)
    {
        if (await rules.FaultsAsync(patch.Url, patch.Types, null, 0, ct) is { Count: > 0 } faults) return new(null, 0, faults);
        var changed = await webhooks.ChangeAsync(cluster, id, patch, ct);
        subscribed.LookAgain();
        return await StandsAsync(cluster, changed, ct);
    }

    /// <summary>Has it go on after a position.</summary>
    public async Task<Subscribed> ReplayAsync(string cluster, Guid id, long after, CancellationToken ct)
    {
        if (await log.HeadAsync(cluster, ct) is not { } head) return Subscribed.None;
        if (after > head.Position) return new(null, head.Position, [WebhookRequestRules.Ahead(head.Position)]);
        if (await feed.PlaceAsync(cluster, after, ct) is not { } place) return Subscribed.None;
        return new(await webhooks.MoveAsync(cluster, id, place, ct), head.Position, []);
    }

    /// <summary>A subscriber beside where its cluster stands.</summary>
    public async Task<Subscribed> StandsAsync(string cluster, Webhook? webhook, CancellationToken ct) =>
        webhook is not null && await log.HeadAsync(cluster, ct) is { } head ? new(webhook, head.Position, []) : Subscribed.None;
}
