using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Governance.Api.Security;

namespace Governance.Api.Features.Webhooks;

/// <summary>Adding, changing and removing subscribers.</summary>
internal static class WebhookEndpoints
{
    public static async Task<IResult> ListAsync(string cluster, QueryParameters<WebhookQuestion> asked, EventLog log, WebhookRows webhooks, HttpResponse response, CancellationToken ct)
    {
        if (await log.HeadAsync(cluster, ct) is not { } head) return Problem.NotFound;
        var list = await webhooks.ListAsync(cluster, ct);
        return response.Private(new WebhookList([.. list.Select(webhook => WebhookView.Of(webhook, head.Position, asked.Value.Lang))]));
    }

    public static async Task<IResult> OneAsync(string cluster, Guid id, QueryParameters<WebhookQuestion> asked, WebhookRows webhooks, Subscriptions subscriptions, HttpResponse response, CancellationToken ct) =>
        response.Shown(await subscriptions.StandsAsync(cluster, await webhooks.FindAsync(cluster, id, ct), ct), asked.Value);

    public static async Task<IResult> AddAsync(
        string cluster, RequestBody<NewWebhook> body, QueryParameters<WebhookQuestion> asked, Caller caller, Subscriptions subscriptions, Ids ids, HttpResponse response, CancellationToken ct)
    {
        var added = await subscriptions.AddAsync(cluster, ids.New(), body.Value, caller.ActorId!, ct);
        if (added.Webhook is { } webhook) response.Headers.Location = $"/api/clusters/{cluster}/webhooks/{webhook.Id}";
        return response.Shown(added, asked.Value, withSecret: true, StatusCodes.Status201Created);
    }

    public static async Task<IResult> ChangeAsync(string cluster, Guid id, RequestBody<WebhookPatch> body, QueryParameters<WebhookQuestion> asked, Subscriptions subscriptions, HttpResponse response, CancellationToken ct) =>
        response.Shown(await subscriptions.ChangeAsync(cluster, id, body.Value, ct), asked.Value);

    public static async Task<IResult> RenewSecretAsync(string cluster, Guid id, QueryParameters<WebhookQuestion> asked, WebhookRows webhooks, Subscriptions subscriptions, HttpResponse response, CancellationToken ct) =>
        response.Shown(await subscriptions.StandsAsync(cluster, await webhooks.RenewSecretAsync(cluster, id, null, ct), ct), asked.Value, withSecret: true);

    public static async Task<IResult> ReplayAsync(string cluster, Guid id, RequestBody<ReplayRequest> body, QueryParameters<WebhookQuestion> asked, Subscriptions subscriptions, HttpResponse response, CancellationToken ct) =>
        response.Shown(await subscriptions.ReplayAsync(cluster, id, body.Value.After, ct), asked.Value);

    public static async Task<IResult> RemoveAsync(string cluster, Guid id, WebhookRows webhooks, CancellationToken ct) =>
        await webhooks.RemoveAsync(cluster, id, ct) ? TypedResults.NoContent() : Problem.NotFound;

    /// <summary>An answer for this caller alone.</summary>
    internal static IResult Private<T>(this HttpResponse response, T value, int status = StatusCodes.Status200OK)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Json(value, Json.Options, statusCode: status);
    }

    private static IResult Shown(this HttpResponse response, Subscribed what, WebhookQuestion asked, bool withSecret = false, int status = StatusCodes.Status200OK) => what switch
    {
        { Faults: { Count: > 0 } faults } => Problem.Malformed(faults),
        { Webhook: { } webhook } => response.Private(WebhookView.Of(webhook, what.Head, asked.Lang, withSecret), status),
        _ => Problem.NotFound,
    };
}
