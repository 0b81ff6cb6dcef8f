using Governance.Api.Features.Webhooks.Delivery;
using Marten;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Governance.Api.Messaging;

/// <summary>Tells of an act in the transaction that records it, where somebody waits for it and this node serves.</summary>
public sealed class ActOutbox(IWolverineRuntime runtime, SubscribedClusters subscribed, IHostApplicationLifetime lifetime)
{
    /// <summary>Whether an act is to be told of.</summary>
    public async ValueTask<bool> IsAwaitedAsync(string cluster, CancellationToken ct) => lifetime.ApplicationStarted.IsCancellationRequested && await subscribed.HasAsync(cluster, ct);

    /// <summary>Puts the message into a session whose transaction others commit.</summary>
    /// <returns>What is to be done after that, for it to be handled.</returns>
    public async Task<Func<Task>> PublishAsync(IDocumentSession session, string cluster, long position)
    {
        var outbox = new MartenOutbox(runtime, session);
        // It would have it handled as soon as the session is saved.
        session.Listeners.Clear();
        await outbox.PublishAsync(new ActRecorded(cluster, position));
        return outbox.FlushOutgoingMessagesAsync;
    }
}
