using JasperFx;
using JasperFx.CodeGeneration;
using Npgsql;
using Wolverine.Configuration;
using Wolverine.ErrorHandling;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>Whoever something waits for is to be woken: by the passing of time, after another node's death, or where the node that recorded did not know of them.</summary>
public sealed record WakeSubscribers;

/// <summary>Wakes those who have waited longest, unless some are in line already.</summary>
public static class WakeSubscribersHandler
{
    public static async Task<IReadOnlyList<DeliverNext>> HandleAsync(WakeSubscribers _, Leases leases, DeliveryRules rules, IWolverineRuntime runtime, CancellationToken ct) =>
        runtime.Endpoints.LocalQueueForMessageType(typeof(DeliverNext))?.MessageCount > 0 ? [] : await leases.DueAsync(rules.AtOnce, ct);

    /// <summary>Where the database is away, they are woken once it is back.</summary>
    public static void Configure(HandlerChain chain) => chain.OnException<NpgsqlException>().Discard();
}

/// <summary>They may be woken twice: it is not written down each second which seconds were seen to.</summary>
internal sealed class WakeSubscribersAgain : IHandlerPolicy
{
    public void Apply(IReadOnlyList<HandlerChain> chains, GenerationRules rules, IServiceContainer container)
    {
        foreach (var chain in chains.Where(chain => chain.MessageType == typeof(WakeSubscribers))) chain.Deduplication = null;
    }
}

/// <summary>Wakes them when a node starts, which its schedule does only some seconds later.</summary>
internal sealed class WakingAtStart(IWolverineRuntime runtime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => new MessageBus(runtime).PublishAsync(new WakeSubscribers()).AsTask();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
