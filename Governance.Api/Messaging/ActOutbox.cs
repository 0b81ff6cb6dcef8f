using Governance.Api.Features.Webhooks.Delivery;
using Marten;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Governance.Api.Messaging;

/// <summary>Tells of an act in the transaction that records it, where somebody waits for it and this node serves.</summary>
public sealed class ActOutbox(IWolverineRuntime runtime, SubscribedClusters subscribed, IHostApplicationLifetime lifetime)
{
    /// <summary>Puts the message into the session; it is handled once that is saved.</summary>
    public async ValueTask PublishAsync(IDocumentSession session, string cluster, long position, CancellationToken ct)
    {
        if (await IsAwaitedAsync(cluster, ct)) await new MartenOutbox(runtime, session).PublishAsync(new ActRecorded(cluster, position));
    }

    /// <summary>Puts the message into a session whose transaction others commit.</summary>
    /// <returns>What is to be done after that, for it to be handled.</returns>
    public async ValueTask<Func<Task>> PublishWithinAsync(IDocumentSession session, string cluster, long position, CancellationToken ct)
    {
        if (!await IsAwaitedAsync(cluster, ct)) return () => Task.CompletedTask;
        var outbox = new MartenOutbox(runtime, session);
        // It would have it handled as soon as the session is saved.
        session.Listeners.Clear();
        await outbox.PublishAsync(new ActRecorded(cluster, position));
        return outbox.FlushOutgoingMessagesAsync;
    }

    private async ValueTask<bool> IsAwaitedAsync(string cluster, CancellationToken ct) => lifetime.ApplicationStarted.IsCancellationRequested && await subscribed.HasAsync(cluster, ct);
}
