using Governance.Api.Features.Changes;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>How far a subscriber has been told, or has been passed over: of the registrations, and of what takes effect.</summary>
public sealed record DeliveryCursor(long Position, EffectCursor Took);

/// <summary>What comes next for a subscriber, and how far it has been told after it. <c>Message</c> is null for what it is not told of.</summary>
/// <param name="Rest">How long nothing more can come by the passing of time, where this is all there is.</param>
public sealed record PendingMessage(Message? Message, DeliveryCursor After, TimeSpan? Rest = null);
