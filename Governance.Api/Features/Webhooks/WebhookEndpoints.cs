using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Governance.Api.Security;

namespace Governance.Api.Features.Webhooks;

/// <summary>Adding, changing and removing subscribers.</summary>
internal static class WebhookEndpoints
{
    public static async Task<IResult> ListAsync(string cluster, Asked<WebhookQuestion> asked, EventLog log, WebhookRows webhooks, HttpResponse response, CancellationToken ct)
    {
        if (await log.HeadAsync(cluster, ct) is not { } head) return Problem.NotFound;
        var list = await webhooks.ListAsync(cluster, ct);
        return response.Private(new WebhookList([.. list.Select(webhook => WebhookView.Of(webhook, head.Position, asked.Value.Lang))]));
    }

    public static async Task<IResult> OneAsync(string cluster, Guid id, Asked<WebhookQuestion> asked, EventLog log, WebhookRows webhooks, HttpResponse response, CancellationToken ct) =>
        await ShownAsync(cluster, await webhooks.FindAsync(cluster, id, ct), asked.Value, log, response, ct);

    public static async Task<IResult> AddAsync(
        string cluster, Posted<NewWebhook> body, Asked<WebhookQuestion> asked, Caller caller, EventLog log, Feed feed, WebhookRows webhooks, WebhookRequestRules rules, Ids ids, HttpResponse response, CancellationToken ct)
    {
        if (await log.HeadAsync(cluster, ct) is not { } head) return Problem.NotFound;
        var wanted = body.Value;
        if (await rules.FaultsAsync(wanted.Url, wanted.Types, wanted.After, head.Position, ct) is { Count: > 0 } faults) return Problem.Malformed(faults);
        if (await feed.PlaceAsync(cluster, wanted.After, ct) is not { } place) return Problem.NotFound;
        var webhook = await webhooks.AddAsync(ids.New(), cluster, wanted, place, caller.ActorId!, ct);
        response.Headers.Location = $"/api/clusters/{cluster}/webhooks/{webhook.Id}";
        return response.Private(WebhookView.Of(webhook, head.Position, asked.Value.Lang, withSecret: true), StatusCodes.Status201Created);
    }

    public static async Task<IResult> ChangeAsync(
        string cluster, Guid id, Posted<WebhookPatch> body, Asked<WebhookQuestion> asked, EventLog log, WebhookRows webhooks, WebhookRequestRules rules, HttpResponse response, CancellationToken ct) =>
        await rules.FaultsAsync(body.Value.Url, body.Value.Types, null, 0, ct) is { Count: > 0 } faults
            ? Problem.Malformed(faults)
            : await ShownAsync(cluster, await webhooks.ChangeAsync(cluster, id, body.Value, ct), asked.Value, log, response, ct);

    public static async Task<IResult> RenewSecretAsync(string cluster, Guid id, Asked<WebhookQuestion> asked, EventLog log, WebhookRows webhooks, HttpResponse response, CancellationToken ct) =>
        await ShownAsync(cluster, await webhooks.RenewSecretAsync(cluster, id, ct), asked.Value, log, response, ct, withSecret: true);

    public static async Task<IResult> ReplayAsync(
        string cluster, Guid id, Posted<ReplayRequest> body, Asked<WebhookQuestion> asked, EventLog log, Feed feed, WebhookRows webhooks, HttpResponse response, CancellationToken ct)
    {
        if (await log.HeadAsync(cluster, ct) is not { } head) return Problem.NotFound;
        if (body.Value.After > head.Position) return Problem.Malformed([WebhookRequestRules.Ahead(head.Position)]);
        if (await feed.PlaceAsync(cluster, body.Value.After, ct) is not { } place) return Problem.NotFound;
        return await ShownAsync(cluster, await webhooks.MoveAsync(cluster, id, place, ct), asked.Value, log, response, ct);
    }

    public static async Task<IResult> RemoveAsync(string cluster, Guid id, WebhookRows webhooks, CancellationToken ct) =>
        await webhooks.RemoveAsync(cluster, id, ct) ? TypedResults.NoContent() : Problem.NotFound;

    /// <summary>An answer for this caller alone.</summary>
    internal static IResult Private<T>(this HttpResponse response, T value, int status = StatusCodes.Status200OK)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Json(value, Json.Options, statusCode: status);
    }

    private static async Task<IResult> ShownAsync(string cluster, Webhook? webhook, WebhookQuestion asked, EventLog log, HttpResponse response, CancellationToken ct, bool withSecret = false) =>
        webhook is not null && await log.HeadAsync(cluster, ct) is { } head ? response.Private(WebhookView.Of(webhook, head.Position, asked.Lang, withSecret)) : Problem.NotFound;
}
