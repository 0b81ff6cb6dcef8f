using Governance.Api.EventStore;
using Npgsql;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>The clusters that have an active subscriber, as this node knew them a moment ago; none where it leaves them to other nodes.</summary>
public sealed class SubscribedClusters(NpgsqlDataSource database, DeliveryRules rules, TimeProvider clock)
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(3);
    private volatile HashSet<string> _known = [];
    private long _lookedAt;

    /// <summary>Whether it is one of them. Now and then one who asks has it looked at again, for those who come after; only a change on this node is waited for.</summary>
    public async ValueTask<bool> HasAsync(string cluster, CancellationToken ct)
    {
        if (rules.AtOnce == 0) return false;
        var last = Volatile.Read(ref _lookedAt);
        if ((last == 0 || clock.GetElapsedTime(last) > Trust) && Interlocked.CompareExchange(ref _lookedAt, clock.GetTimestamp(), last) == last)
        {
            if (last == 0) _known = await LookAsync(ct);
            else LookAhead();
        }
        return _known.Contains(cluster);
    }

    /// <summary>Apart from the request that happens to ask.</summary>
    private void LookAhead()
    {
        using var apart = ExecutionContext.SuppressFlow();
        _ = Task.Run(async () =>
        {
            try
            {
                _known = await LookAsync(CancellationToken.None);
            }
            catch (NpgsqlException)
            {
                // What is known stands until the next look; whoever was missed is found by the sweep.
            }
        });
    }

    /// <summary>Whoever asks next looks again: a subscriber was changed here.</summary>
    public void LookAgain() => Volatile.Write(ref _lookedAt, 0);

    private async Task<HashSet<string>> LookAsync(CancellationToken ct)
    {
        await using var command = database.AcrossClusters("select distinct cluster from gov_webhooks where state = 'active'");
        await using var reader = await command.RowsAsync(ct);
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) found.Add(reader.GetString(0));
        return found;
    }
}
