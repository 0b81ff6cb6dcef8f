using Governance.Api.Clusters;
using Governance.Api.Features.Changes;
using Governance.Domain.Views;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>What there is to tell a subscriber of, in its own eyes and language: the registrations, and when it has come to the last of them, what has taken effect since.</summary>
public sealed class Feed(ClusterCache cache, Calendar calendar)
{
    /// <summary>So many of each after where it stands, in order, made as they are asked for; null where the cluster is not to be found.</summary>
    public async Task<IEnumerable<PendingMessage>?> AfterAsync(Webhook webhook, int most, CancellationToken ct) =>
        await LiveAsync(webhook.Cluster, ct) is { } live ? After(webhook, Seen(webhook, live), calendar.Day(live.History).Left, most) : null;

    /// <summary>A message laid aside, as it is now; null where the subscriber may not be told of it any more.</summary>
    public async Task<Message?> AgainAsync(Webhook webhook, DeadLetter letter, CancellationToken ct)
    {
        if (await LiveAsync(webhook.Cluster, ct) is not { } live) return null;
        var view = Seen(webhook, live);
        if (letter.Position is { } position) return Registration.After(view, position - 1, 1) is [{ Type: not null } registration] ? Message.Of(webhook, registration) : null;
        return EffectsInForce.Effect(view).FirstOrDefault(effect => effect.Key == letter.Effect) is { } found ? Message.Of(webhook, found) : null;
    }

    /// <summary>Where one stands who has been told of all that was recorded by a position, and held by that day; without a position of all there is now.</summary>
    public async Task<DeliveryCursor?> PlaceAsync(string cluster, long? position, CancellationToken ct)
    {
        if (await LiveAsync(cluster, ct) is not { History: var history }) return null;
        var at = position ?? history.Position;
        var day = at >= history.Position ? calendar.Today(history) : at == 0 ? DateOnly.MinValue : history.DayAt(history.Acts[(int)at - 1].RecordedAt);
        return new(at, new(day, at));
    }

    private static IEnumerable<PendingMessage> After(Webhook webhook, Viewpoint view, TimeSpan left, int most)
    {
        var place = webhook.Place;
        var registrations = Registration.After(view, place.Position, most);
        foreach (var registration in registrations)
            yield return new(webhook.Wants(registration.Type) ? Message.Of(webhook, registration) : null, place = place with { Position = registration.Position });
        if (registrations.Count == most) yield break;
        var (effects, told) = place.Took.Take(view, most);
        foreach (var (effect, took) in effects)
            yield return new(webhook.Wants(EffectEntry.Word) ? Message.Of(webhook, effect) : null, place = place with { Took = took });
        yield return new(null, place with { Took = told }, effects.Count < most ? left : null);
    }

    private Viewpoint Seen(Webhook webhook, LiveCluster live) => new(live.History, calendar.Today(live.History), live.Persons, webhook.Audience, webhook.Lang);

    private async Task<LiveCluster?> LiveAsync(string cluster, CancellationToken ct) => await cache.FindAsync(cluster, ct) is { } entry ? await entry.NewestAsync(ct) : null;
}
