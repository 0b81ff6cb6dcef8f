using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Features.Recording.Forms;
using Governance.Api.Features.Recording.Words;
using Governance.Api.Security;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Webhooks;

/// <summary>A subscriber to add; its secret is shown this once.</summary>
[RequiresRole(Role.Admin)]
internal sealed class NewWebhookPage(Site site, ClusterViews views, Subscriptions subscriptions, Ids ids) : RequestPage<NewWebhook>(site, views, MemberWords.Webhook)
{
    /// <summary>The one just added.</summary>
    public Webhook? Added { get; private set; }

    /// <inheritdoc/>
    protected override Guid? Token => ids.New();

    /// <summary>Shows a form for one that is told what everybody may see.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await SeeAsync(ct) ?? (IActionResult)Show(new JsonObject { ["audience"] = Words.Of(Audience.Public), ["lang"] = Words.Of(Site.Language) });

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid sent, CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        var typed = Typed();
        var (request, complaints) = Read(typed);
        if (request is null) return Show(typed, null, complaints);
        var added = await subscriptions.AddAsync(Cluster, sent, request, Site.Caller.ActorId!, ct);
        if (added.Faults.Count > 0) return Show(typed, null, new(added.Faults.Select(Judging.Told)));
        if (added.Webhook is null) return Go($"/webhooks/{sent}");
        Added = added.Webhook;
        return Page();
    }
}
