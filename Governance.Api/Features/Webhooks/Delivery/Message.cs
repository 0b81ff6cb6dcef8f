using Governance.Api.Http;
using Governance.Domain.Views;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>What is sent: the same id and body however often. <c>Position</c> is null for one that is not of the feed.</summary>
public sealed record Message(string Id, long? Position, ReadOnlyMemory<byte> Body)
{
    /// <summary>A registration as the feed tells it, to one subscriber.</summary>
    public static Message Of(Webhook webhook, Registration registration) => new(
        $"msg_{webhook.Id:n}_{registration.Position}", registration.Position,
        Json.Bytes(new MessageBody<Registration>(registration.Type!, registration.RecordedAt, webhook.Cluster, registration)));

    /// <summary>A message that tells of nothing, to try whether the subscriber is there.</summary>
    public static Message Ping(Webhook webhook, Guid id, DateTimeOffset now) => new(
        $"ping_{id:n}", null, Json.Bytes(new MessageBody<Pinged>("ping", now, webhook.Cluster, new(webhook.Id))));
}

/// <summary>The body of a message, as Standard Webhooks recommends. <c>Data</c> is what <c>/changes</c> has.</summary>
public sealed record MessageBody<T>(string Type, DateTimeOffset Timestamp, string Cluster, T Data);

/// <summary>The data of a ping.</summary>
public sealed record Pinged(Guid Webhook);
