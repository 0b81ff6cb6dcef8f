using System.Data;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Npgsql;

namespace Governance.Api.Reporting;

/// <summary>What a cluster's rows in the reporting tables were found to be, up to the position they tell of.</summary>
internal sealed record ReportingVerification(long Position, IReadOnlyList<string> Differences);

/// <summary>Compares a cluster's rows with those of a fresh fold of its log.</summary>
internal sealed class ReportingVerifier(NpgsqlDataSource database, EventLog log)
{
    private const string Fresh = "pg_temp";

    /// <summary>Answers every row that is in one and not in the other.</summary>
    public async Task<ReportingVerification> VerifyAsync(string cluster, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        // Before the snapshot, so that no other copy takes the tables' place within it.
        await ExecuteAsync(connection, $"select pg_advisory_lock_shared({Projection.Gate})", ct);
        try
        {
            return await CompareAllAsync(connection, cluster, ct);
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock_shared({Projection.Gate})", CancellationToken.None);
        }
    }

    private async Task<ReportingVerification> CompareAllAsync(NpgsqlConnection connection, string cluster, CancellationToken ct)
    {
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        foreach (var table in Table.All) await ExecuteAsync(connection, $"create temporary table {table.Name} (like {Projection.Live}.{table.Name}) on commit drop", ct);
        var position = await PositionAsync(connection, cluster, ct);
        if (position > 0) await RowWriter.InsertAsync(connection, Fresh, cluster, await FoldAsync(cluster, position, ct), ct);
        var differences = new List<string>();
        foreach (var table in Table.All) differences.AddRange(await CompareAsync(connection, table, cluster, ct));
        return new(position, differences);
    }

    private async Task<IEnumerable<KnownRow>> FoldAsync(string cluster, long position, CancellationToken ct)
    {
        var events = await log.ReadClusterAsync(cluster, 0, position, ct).ToListAsync(ct);
        var acts = Acts.Of(events, ClusterHistory.Empty(cluster));
        var ledger = new Ledger(cluster, acts.FindAll(a => Ledger.Retells(a.Event)));
        foreach (var act in acts) ledger.Add(act);
        return ledger.Opened;
    }

    private static async Task<IEnumerable<string>> CompareAsync(NpgsqlConnection connection, Table table, string cluster, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select 'stands there and should not', d::text from (select * from {Projection.Live}.{table.Name} where cluster = $1 except all select * from {Fresh}.{table.Name}) d
            union all
            select 'is missing', d::text from (select * from {Fresh}.{table.Name} except all select * from {Projection.Live}.{table.Name} where cluster = $1) d
            """, connection) { CommandTimeout = 0 };
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<string>();
        while (await reader.ReadAsync(ct)) found.Add($"{table.Name}: {reader.GetString(1)} {reader.GetString(0)}");
        return found;
    }

    private static async Task<long> PositionAsync(NpgsqlConnection connection, string cluster, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select position from {Projection.Live}.checkpoints where cluster = $1", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
        return (long?)await command.ExecuteScalarAsync(ct) ?? 0;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
