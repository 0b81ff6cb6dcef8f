using Governance.Api.Clusters;
using Governance.Domain.Views;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>What there is to tell a subscriber of, in its own eyes and language.</summary>
internal sealed class Feed(ClusterCache cache, Calendar calendar)
{
    /// <summary>So many acts after a position, in order; none where the cluster is not to be found.</summary>
    public async Task<IReadOnlyList<Registration>> AfterAsync(Webhook webhook, long position, int most, CancellationToken ct)
    {
        if (await cache.FindAsync(webhook.Cluster, ct) is not { } entry) return [];
        var live = await entry.NewestAsync(ct);
        return Registration.After(new(live.History, calendar.Today(live.History), live.Persons, webhook.Audience, webhook.Lang), position, most);
    }
}
