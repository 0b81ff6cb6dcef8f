using Governance.Api.Clusters;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Api.Http;
using Governance.Api.Http.Problems;

namespace Governance.Api.Features.Webhooks;

/// <summary>Seeing how a subscriber is doing, trying it, and sending once more what it refused.</summary>
internal static class DeliveryEndpoints
{
    public static async Task<IResult> ListAsync(string cluster, Guid id, Asked<WebhookQuestion> asked, WebhookRows webhooks, Attempts attempts, HttpResponse response, CancellationToken ct) =>
        await webhooks.FindAsync(cluster, id, ct) is null
            ? Problem.NotFound
            : response.Private(new DeliveryList([.. (await attempts.ListAsync(id, ct)).Select(attempt => DeliveryView.Of(attempt, asked.Value.Lang))]));

    public static async Task<IResult> TestAsync(
        string cluster, Guid id, Asked<WebhookQuestion> asked, WebhookRows webhooks, Messenger messenger, Attempts attempts, Ids ids, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        if (await webhooks.FindAsync(cluster, id, ct) is not { } webhook) return Problem.NotFound;
        var ping = Message.Ping(webhook, ids.New(), clock.GetUtcNow());
        return await NotedAsync(id, ping, await messenger.SendAsync(webhook, ping, ct), asked.Value, attempts, response, ct);
    }

    public static async Task<IResult> DeadAsync(string cluster, Guid id, Asked<DeadLetterQuestion> asked, WebhookRows webhooks, DeadLetters letters, HttpResponse response, CancellationToken ct)
    {
        if (await webhooks.FindAsync(cluster, id, ct) is null) return Problem.NotFound;
        var found = await letters.ListAsync(id, asked.Value.After ?? 0, asked.Value.Limit + 1, ct);
        var shown = found.Take(asked.Value.Limit).Select(letter => DeadLetterView.Of(letter, asked.Value.Lang)).ToList();
        return response.Private(new DeadLetterList(shown, found.Count > shown.Count ? shown[^1].Number : null));
    }

    public static async Task<IResult> RetryAsync(
        string cluster, Guid id, long number, Asked<WebhookQuestion> asked, WebhookRows webhooks, DeadLetters letters, Messenger messenger, Attempts attempts, Feed feed, HttpResponse response, CancellationToken ct)
    {
        if (await webhooks.FindAsync(cluster, id, ct) is not { } webhook || (await letters.ListAsync(id, number - 1, 1, ct)).SingleOrDefault() is not { } letter || letter.Number != number) return Problem.NotFound;
        if (await feed.AgainAsync(webhook, letter, ct) is not { } message) return Problem.NotFound;
        var outcome = await messenger.SendAsync(webhook, message, ct);
        if (outcome.Fault is null) await letters.RemoveAsync(id, number, ct);
        else await letters.KeepAsync(id, number, outcome, ct);
        return await NotedAsync(id, message, outcome, asked.Value, attempts, response, ct);
    }

    public static async Task<IResult> LetGoAsync(string cluster, Guid id, long number, WebhookRows webhooks, DeadLetters letters, CancellationToken ct) =>
        await webhooks.FindAsync(cluster, id, ct) is not null && await letters.RemoveAsync(id, number, ct) ? TypedResults.NoContent() : Problem.NotFound;

    private static async Task<IResult> NotedAsync(Guid webhook, Message message, Outcome outcome, WebhookQuestion asked, Attempts attempts, HttpResponse response, CancellationToken ct) =>
        await attempts.NoteAsync(webhook, message, outcome, ct) is { } attempt ? response.Private(DeliveryView.Of(attempt, asked.Lang)) : Problem.NotFound;
}
