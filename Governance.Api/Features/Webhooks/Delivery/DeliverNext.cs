using Wolverine;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>A subscriber is to be sent what comes next for it. What that is, and whose turn it is, stands in its row: this may be lost, or come twice.</summary>
public sealed record DeliverNext(string Cluster, Guid Webhook);

/// <summary>Gives the subscriber a turn, and sees to the next one where more is to come.</summary>
public static class DeliverNextHandler
{
    public static async Task<OutgoingMessages> HandleAsync(DeliverNext next, DeliveryLoop turns, CancellationToken ct)
    {
        var messages = new OutgoingMessages();
        var wait = await turns.TakeAsync(next.Cluster, next.Webhook, ct);
        if (wait > TimeSpan.Zero) messages.Delay(next, wait.Value);
        else if (wait is not null) messages.Add(next);
        return messages;
    }
}
