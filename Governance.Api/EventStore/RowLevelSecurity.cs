using Npgsql;

namespace Governance.Api.EventStore;

/// <summary>The second wall between clusters, in the database: a statement sees the rows of the cluster it is sent for. What it is for goes before it in the same round trip, and holds to the end of the transaction.</summary>
public static class RowLevelSecurity
{
    /// <summary>The role that serves, which has what serving takes and no more, and for which the wall stands.</summary>
    public const string ServingRole = "governance_serve";

    /// <summary>The setting that says which cluster a transaction is for, or that it is for all of them.</summary>
    public const string Setting = "governance.cluster";

    /// <summary>Says that it is for all of them.</summary>
    public const string All = "*";

    /// <summary>A statement to one cluster's rows.</summary>
    public static NpgsqlBatch ForCluster(this NpgsqlDataSource database, string cluster, string sql, params ReadOnlySpan<object?> values) => With(database.CreateBatch(), cluster, sql, values);

    /// <summary>A statement to the rows of all clusters: for what works for all of them at once.</summary>
    public static NpgsqlBatch AcrossClusters(this NpgsqlDataSource database, string sql, params ReadOnlySpan<object?> values) => With(database.CreateBatch(), All, sql, values);

    /// <inheritdoc cref="ForCluster(NpgsqlDataSource, string, string, ReadOnlySpan{object?})"/>
    public static NpgsqlBatch ForCluster(this NpgsqlConnection connection, string cluster, string sql, params ReadOnlySpan<object?> values) => With(connection.CreateBatch(), cluster, sql, values);

    /// <inheritdoc cref="AcrossClusters(NpgsqlDataSource, string, ReadOnlySpan{object?})"/>
    public static NpgsqlBatch AcrossClusters(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values) => With(connection.CreateBatch(), All, sql, values);

    /// <summary>Says which cluster the statements after it are for.</summary>
    public static NpgsqlBatchCommand Only(string cluster) =>
        new("select set_config('governance.cluster', $1, true)") { Parameters = { new NpgsqlParameter<string> { TypedValue = cluster } } };

    /// <summary>Adds a statement.</summary>
    public static NpgsqlBatch Then(this NpgsqlBatch batch, string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(command);
        return batch;
    }

    /// <summary>What the first statement after the wall answers.</summary>
    public static async Task<NpgsqlDataReader> RowsAsync(this NpgsqlBatch batch, CancellationToken ct)
    {
        var rows = await batch.ExecuteReaderAsync(ct);
        try
        {
            await rows.NextResultAsync(ct);
            return rows;
        }
        catch
        {
            // It holds a connection, which nobody else would give back.
            await rows.DisposeAsync();
            throw;
        }
    }

    /// <summary>The one value that it answers; the default where there is none.</summary>
    public static async Task<T?> ScalarAsync<T>(this NpgsqlBatch batch, CancellationToken ct)
    {
        await using var rows = await batch.RowsAsync(ct);
        return await rows.ReadAsync(ct) && !await rows.IsDBNullAsync(0, ct) ? rows.GetFieldValue<T>(0) : default;
    }

    private static NpgsqlBatch With(NpgsqlBatch batch, string cluster, string sql, ReadOnlySpan<object?> values)
    {
        batch.BatchCommands.Add(Only(cluster));
        return batch.Then(sql, values);
    }
}
