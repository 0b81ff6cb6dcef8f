using Governance.Api.Messaging;
using Npgsql;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>Wakes the subscribers of a cluster in which something was recorded.</summary>
public static class ActRecordedHandler
{
    public static Task<IReadOnlyList<DeliverNext>> HandleAsync(ActRecorded recorded, Leases leases, CancellationToken ct) => leases.ActiveAsync(recorded.Cluster, ct);

    /// <summary>Where the database is away, they are woken once it is back.</summary>
    public static void Configure(HandlerChain chain) => chain.OnException<NpgsqlException>().Discard();
}
