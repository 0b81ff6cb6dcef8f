using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Webhooks;

/// <summary>The subscribers, and how each is doing.</summary>
[RequiresRole(Role.Admin)]
internal sealed class WebhooksPage(Site site, ClusterViews views, WebhookRows webhooks) : WorkPage(site, views)
{
    /// <summary>All of them, the oldest first.</summary>
    public IReadOnlyList<WebhookView> Webhooks { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        Webhooks = [.. (await webhooks.ListAsync(Cluster, ct)).Select(w => WebhookView.Of(w, Seen.Live.Position, Site.Language))];
        return Page();
    }
}
