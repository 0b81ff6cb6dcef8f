using Governance.Api.EventStore;
using Npgsql;

namespace Governance.Api.Features.Privacy.Retention;

/// <summary>Deletes rows whose time is over.</summary>
public sealed class Pruning(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Deletes them, in every cluster. Nobody waits for it: those rows are read and written no more.</summary>
    /// <returns>How many.</returns>
    public async Task<int> PruneAsync(CancellationToken ct)
    {
        var pruned = 0;
        foreach (var rows in Prunable.All)
        {
            await using var command = database.AcrossClusters($"delete from {rows.Table} where {rows.Since} < $1", clock.GetUtcNow().AddDays(-rows.Days));
            command.Timeout = 0;
            pruned += await command.ExecuteNonQueryAsync(ct);
        }
        return pruned;
    }

    /// <summary>How many rows of a cluster are there past their time, to be deleted within a day.</summary>
    public async Task<int> CountAsync(Prunable rows, string cluster, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, $"select count(*)::int from {rows.Table} where {rows.OfCluster} and {rows.Since} < $2", cluster, clock.GetUtcNow().AddDays(-rows.Days));
        return await command.ScalarAsync<int>(ct);
    }
}
