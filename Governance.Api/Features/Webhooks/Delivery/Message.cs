using Governance.Api.Features.Changes;
using Governance.Api.Http;
using Governance.Domain.Views;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>What is sent: the same id and body however often.</summary>
/// <param name="Position">Of the registration it tells of.</param>
/// <param name="Effect">The key of what took effect, where it tells of that.</param>
public sealed record Message(string Id, long? Position, string? Effect, ReadOnlyMemory<byte> Body)
{
    /// <summary>A registration as the feed tells it, to one subscriber.</summary>
    public static Message Of(Webhook webhook, Registration registration) => new(
        $"msg_{webhook.Id:n}_{registration.Position}", registration.Position, null,
        Json.Bytes(new MessageBody<Registration>(registration.Type!, registration.RecordedAt, webhook.Cluster, registration)));

    /// <summary>What was recorded beforehand, as the feed tells it on its day, which is its time.</summary>
    public static Message Of(Webhook webhook, EffectInForce effect) => new(
        $"msg_{webhook.Id:n}_{effect.Key.Replace(':', '_')}", null, effect.Key,
        Json.Bytes(new MessageBody<EffectEntry>(EffectEntry.Word, new(effect.Entry.Date.First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), webhook.Cluster, EffectEntry.Of(effect))));

    /// <summary>A message that tells of nothing, to try whether the subscriber is there.</summary>
    public static Message Ping(Webhook webhook, Guid id, DateTimeOffset now) => new(
        $"ping_{id:n}", null, null, Json.Bytes(new MessageBody<Pinged>("ping", now, webhook.Cluster, new(webhook.Id))));
}

/// <summary>The body of a message, as Standard Webhooks recommends. <c>Data</c> is what <c>/changes</c> has.</summary>
public sealed record MessageBody<T>(string Type, DateTimeOffset Timestamp, string Cluster, T Data);

/// <summary>The data of a ping.</summary>
public sealed record Pinged(Guid Webhook);
