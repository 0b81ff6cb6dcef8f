using Governance.Api.EventStore;
using Governance.Api.Features.Meetings.Notices;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Domain.Meetings;
using Marten;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Governance.Api.Messaging;

/// <summary>Tells of an act in the transaction that records it, where somebody waits for it and this node serves.</summary>
public sealed class ActOutbox(IWolverineRuntime runtime, SubscribedClusters subscribed, MailRules mail, IHostApplicationLifetime lifetime)
{
    private bool IsServing => lifetime.ApplicationStarted.IsCancellationRequested;

    /// <summary>Whether somebody waits for any act of a cluster.</summary>
    public async ValueTask<bool> IsAwaitedAsync(string cluster, CancellationToken ct) => IsServing && await subscribed.HasAsync(cluster, ct);

    /// <summary>What is to be told of acts of one cluster: subscribers of the last one, those who are called to a meeting of what concerns them.</summary>
    /// <param name="awaited">What <see cref="IsAwaitedAsync"/> says.</param>
    public IReadOnlyList<object> Messages(IReadOnlyList<Act> acts, bool awaited)
    {
        var cluster = acts[0].Cluster;
        List<object> messages = [];
        if (mail.IsOn && IsServing) messages.AddRange(acts.Where(a => a.Events[^1].Data is MeetingEvent told && told.IsTold()).Select(a => new MeetingTold(cluster, a.Position)));
        if (awaited) messages.Add(new ActRecorded(cluster, acts[^1].Position));
        return messages;
    }

    /// <summary>Puts messages into a session whose transaction others commit.</summary>
    /// <returns>What is to be done after that, for them to be handled.</returns>
    public async Task<Func<Task>> PublishAsync(IDocumentSession session, IReadOnlyList<object> messages)
    {
        var outbox = new MartenOutbox(runtime, session);
        // It would have it handled as soon as the session is saved.
        session.Listeners.Clear();
        foreach (var message in messages) await outbox.PublishAsync(message);
        return outbox.FlushOutgoingMessagesAsync;
    }
}
