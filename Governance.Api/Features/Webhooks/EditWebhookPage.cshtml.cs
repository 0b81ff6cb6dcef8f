using System.Text.Json.Nodes;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Features.Recording.Forms;
using Governance.Api.Features.Recording.Words;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Webhooks;

/// <summary>What a subscriber is told, and where, to be changed.</summary>
[RequiresRole(Role.Admin)]
internal sealed class EditWebhookPage(Site site, ClusterViews views, WebhookRows webhooks, Subscriptions subscriptions) : RequestPage<WebhookPatch>(site, views, MemberWords.Webhook)
{
    /// <summary>It as it stands.</summary>
    public Webhook Webhook { get; private set; } = null!;

    /// <summary>Shows what there is.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LookAsync(ct) ?? Show(Kept(), was: Kept());

    /// <summary>Keeps what was changed.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LookAsync(ct) is { } refusal) return refusal;
        var (kept, patch) = (Kept(), Changed());
        if (patch.Count == 0) return Go($"/webhooks/{Id}", "done", ("done", "unchanged"));
        var (request, complaints) = Read(patch);
        if (request is null) return Show(With(kept, patch), null, complaints, kept);
        var changed = await subscriptions.ChangeAsync(Cluster, Id, request, ct);
        return changed.Faults.Count > 0 ? Show(With(kept, patch), null, new(changed.Faults.Select(Judging.Told)), kept) : Go($"/webhooks/{Id}", "done", ("done", "updated"));
    }

    private async Task<IActionResult?> LookAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (await webhooks.FindAsync(Cluster, Id, ct) is not { } webhook) return new AnswerResult(Problem.NotFound);
        Webhook = webhook;
        return null;
    }

    /// <summary>What there is, as the form takes it.</summary>
    private JsonObject Kept()
    {
        var kept = new JsonObject
        {
            ["url"] = Webhook.Url,
            ["types"] = new JsonArray([.. Webhook.Types.Select(t => JsonValue.Create(t))]),
            ["audience"] = Words.Of(Webhook.Audience),
            ["lang"] = Words.Of(Webhook.Lang),
        };
        if (Webhook.Description is { } description) kept["description"] = description;
        return kept;
    }
}
