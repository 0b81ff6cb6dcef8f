using Governance.Api.Features.Webhooks.Delivery;
using Governance.Api.Http;
using Governance.Api.Http.Problems;

namespace Governance.Api.Features.Webhooks;

/// <summary>Seeing how a subscriber is doing, trying it, and sending once more what it refused.</summary>
internal static class DeliveryEndpoints
{
    public static async Task<IResult> ListAsync(string cluster, Guid id, QueryParameters<WebhookQuestion> asked, WebhookRows webhooks, DeliveryAttempts attempts, HttpResponse response, CancellationToken ct) =>
        await webhooks.FindAsync(cluster, id, ct) is null
            ? Problem.NotFound
            : response.Private(new DeliveryList([.. (await attempts.ListAsync(cluster, id, ct)).Select(attempt => DeliveryView.Of(attempt, asked.Value.Lang))]));

    public static async Task<IResult> TestAsync(string cluster, Guid id, QueryParameters<WebhookQuestion> asked, WebhookRows webhooks, Trials trials, HttpResponse response, CancellationToken ct) =>
        await webhooks.FindAsync(cluster, id, ct) is { } webhook && await trials.PingAsync(webhook, ct) is { } attempt ? response.Private(DeliveryView.Of(attempt, asked.Value.Lang)) : Problem.NotFound;

    public static async Task<IResult> DeadAsync(string cluster, Guid id, QueryParameters<DeadLetterQuestion> asked, WebhookRows webhooks, DeadLetters letters, HttpResponse response, CancellationToken ct)
    {
        if (await webhooks.FindAsync(cluster, id, ct) is null) return Problem.NotFound;
        var found = await letters.ListAsync(cluster, id, asked.Value.After ?? 0, asked.Value.Limit + 1, ct);
        var shown = found.Take(asked.Value.Limit).Select(letter => DeadLetterView.Of(letter, asked.Value.Lang)).ToList();
        return response.Private(new DeadLetterList(shown, found.Count > shown.Count ? shown[^1].Number : null));
    }

    public static async Task<IResult> RetryAsync(string cluster, Guid id, long number, QueryParameters<WebhookQuestion> asked, WebhookRows webhooks, Trials trials, HttpResponse response, CancellationToken ct) =>
        await webhooks.FindAsync(cluster, id, ct) is { } webhook && await trials.RetryAsync(webhook, number, ct) is { } attempt ? response.Private(DeliveryView.Of(attempt, asked.Value.Lang)) : Problem.NotFound;

    public static async Task<IResult> LetGoAsync(string cluster, Guid id, long number, WebhookRows webhooks, DeadLetters letters, CancellationToken ct) =>
        await webhooks.FindAsync(cluster, id, ct) is not null && await letters.RemoveAsync(cluster, id, number, ct) ? TypedResults.NoContent() : Problem.NotFound;
}
