using Npgsql;
using Wolverine.Runtime;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>
/// Wakes the subscribers that something waits for and nobody woke: by the passing of time, after a node's death, or where the node that recorded did not know of them.
/// Each node does, from its start on: what the cluster's schedule does waits for a leader, for half a minute after a death.
/// </summary>
internal sealed class Waking(Leases leases, DeliveryRules rules, IWolverineRuntime runtime, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (rules.AtOnce == 0) return;
        using var ticks = new PeriodicTimer(Every, clock);
        do await WakeAsync(stoppingToken);
        while (await ticks.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WakeAsync(CancellationToken ct)
    {
        if (runtime.Endpoints.LocalQueueForMessageType(typeof(DeliverNext))?.MessageCount > 0) return;
        try
        {
            foreach (var next in await leases.DueAsync(rules.AtOnce, ct)) await new MessageBus(runtime).PublishAsync(next);
        }
        catch (NpgsqlException)
        {
            // The database is away, as others tell: next time.
        }
    }
}
