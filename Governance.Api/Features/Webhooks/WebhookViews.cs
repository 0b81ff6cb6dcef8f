using Governance.Api.Features.Webhooks.Delivery;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Webhooks;

/// <summary>A subscriber as its admins see it. <c>Position</c> is the last it was told of, <c>Behind</c> how many acts came since; <c>Secret</c> is there once, when it is made.</summary>
public sealed record WebhookView(
    Guid Id, string Url, string? Description, IReadOnlyList<string> Types, Audience Audience, Language Lang, WebhookState State, long Position, long Behind, WebhookFailure? Failure,
    DateTimeOffset? PreviousSecretUntil, DateTimeOffset CreatedAt, string CreatedBy, string? Secret)
{
    /// <param name="head">Where the cluster stands.</param>
    internal static WebhookView Of(Webhook webhook, long head, Language language, bool withSecret = false) => new(
        webhook.Id, webhook.Url, webhook.Description, webhook.Types, webhook.Audience, webhook.Lang, webhook.State, webhook.Place.Position, Math.Max(0, head - webhook.Place.Position), WebhookFailure.Of(webhook, language),
        webhook.Previous is null ? null : webhook.PreviousUntil, webhook.CreatedAt, webhook.CreatedBy, withSecret ? webhook.Secret.Shown : null);
}

/// <summary>Why a subscriber is not told of what comes next. <c>Status</c> is what it answered, if it did.</summary>
public sealed record WebhookFailure(DateTimeOffset Since, int Attempts, DeliveryFault Fault, string Message, int? Status, DateTimeOffset? NextAttemptAt)
{
    internal static WebhookFailure? Of(Webhook webhook, Language language) => webhook is not { Fault: { } fault, FailingSince: { } since }
        ? null
        : new(since, webhook.Attempts + webhook.Refusals, fault, DeliveryOutcome.Told(fault).In(language), webhook.Status, webhook.State == WebhookState.Active ? webhook.DueAt : null);
}

/// <summary>The subscribers of a cluster, the oldest first.</summary>
public sealed record WebhookList(IReadOnlyList<WebhookView> Webhooks);

/// <summary>An attempt to send. <c>MessageId</c> is the header <c>webhook-id</c>; <c>Position</c> is absent for a test, and for what took effect.</summary>
public sealed record DeliveryView(DateTimeOffset At, string MessageId, long? Position, bool Delivered, int Milliseconds, int? Status, DeliveryFault? Fault, string? Message)
{
    internal static DeliveryView Of(DeliveryAttempt attempt, Language language) => new(
        attempt.At, attempt.Message, attempt.Position, attempt.Fault is null, attempt.Milliseconds, attempt.Status, attempt.Fault, attempt.Fault is { } fault ? DeliveryOutcome.Told(fault).In(language) : null);
}

/// <summary>The latest attempts, at most a hundred, the newest first.</summary>
public sealed record DeliveryList(IReadOnlyList<DeliveryView> Deliveries);

/// <summary>A message that was refused every time and passed over. <c>Number</c> is what it is found by here; <c>/changes?after=</c> the position before it shows what it told, where it is no effect.</summary>
public sealed record DeadLetterView(long Number, string MessageId, long? Position, DateTimeOffset At, int Attempts, int? Status, DeliveryFault Fault, string Message)
{
    internal static DeadLetterView Of(DeadLetter letter, Language language) => new(letter.Number, letter.Message, letter.Position, letter.At, letter.Attempts, letter.Status, letter.Fault, DeliveryOutcome.Told(letter.Fault).In(language));
}

/// <summary>The messages laid aside, in order. <c>Next</c> is the number to ask for what follows by.</summary>
public sealed record DeadLetterList(IReadOnlyList<DeadLetterView> DeadLetters, long? Next);
