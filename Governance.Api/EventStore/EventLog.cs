using Npgsql;

namespace Governance.Api.EventStore;

/// <summary>A way to append acts of one cluster: all or nothing.</summary>
public delegate Task<AppendOutcome> Append(IReadOnlyList<Act> acts, CancellationToken ct);

/// <summary>The append-only log: the one way in and out. When the database is away, Npgsql's own <see cref="NpgsqlException"/> comes through.</summary>
public sealed partial class EventLog(NpgsqlDataSource database, EventTypes types)
{
    /// <summary>Enough that what a statement costs in itself is little beside them, few enough that it takes no time.</summary>
    private const int EventsAtOnce = 2_000;

    /// <summary>Opens a log's database with what the log relies on: its few statements stay prepared, and a line that has gone silent is given up in seconds, where the text says nothing else.</summary>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 32, AutoPrepareMinUsages = 2 };
        settings.ApplicationName ??= "governance";
        if (!settings.ShouldSerialize("Timeout")) settings.Timeout = 5;
        if (!settings.ShouldSerialize("Command Timeout")) settings.CommandTimeout = 15;
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>Appends one act in one round trip. Throws <see cref="FormatException"/> on text that cannot be stored.</summary>
    public async Task<AppendOutcome> AppendAsync(Act act, CancellationToken ct = default)
    {
        await using var batch = RecordDecision.Bind(database.CreateBatch(), [act], types);
        return await RecordDecision.ExecuteAsync(batch, 1, ct);
    }

    /// <summary>Appends acts of one cluster, actor and correlation at consecutive positions, all or nothing: answers the last one's outcome, or that of the first to fail. Their idempotency key is the first act's, and stands for all.</summary>
    public async Task<AppendOutcome> AppendManyAsync(IReadOnlyList<Act> acts, CancellationToken ct = default)
    {
        if (acts is []) throw new ArgumentException("There is nothing to append.", nameof(acts));
        if (acts is [var single]) return await AppendAsync(single, ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        return await AppendAsync(connection, transaction, acts, ct);
    }

    /// <summary>Does something while holding a cluster's register: whoever else writes to the cluster waits in line. What it appends is committed at once, and with it the register let go.</summary>
    public async Task<T> HoldingAsync<T>(string cluster, Func<Append, Task<T>> act, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var hold = connection.ForCluster(cluster, "select from mt_streams where tenant_id = $1 and id = $2 for update", cluster, RegisterStream.Of(cluster))) await hold.ExecuteNonQueryAsync(ct);
        return await act((acts, token) => AppendAsync(connection, transaction, acts, token));
    }

    private async Task<AppendOutcome> AppendAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<Act> acts, CancellationToken ct)
    {
        AppendOutcome.Recorded recorded = null!;
        var times = new List<DateTimeOffset>(acts.Count);
        var parts = Parts(acts);
        var next = BindAsync(0);
        for (var i = 0; i < parts.Count; i++)
        {
            await using var batch = await next;
            // While one is written the next is made ready.
            if (i + 1 < parts.Count) next = BindAsync(i + 1);
            var outcome = await RecordDecision.ExecuteAsync(batch, parts[i].Count, ct);
            if (outcome is not AppendOutcome.Recorded part) return outcome;
            recorded = part;
            times.AddRange(part.Times);
        }
        if (acts[0] is { Key: { } key } first) await MoveKeyAsync(connection, first.Cluster, key, recorded, ct);
        await transaction.CommitAsync(ct);
        return recorded with { Times = times };

        Task<NpgsqlBatch> BindAsync(int part) => Task.Run(() => RecordDecision.Bind(connection.CreateBatch(), parts[part], types), ct);
    }

    /// <summary>As many acts together as have few enough events for one statement.</summary>
    private static List<List<Act>> Parts(IReadOnlyList<Act> acts)
    {
        List<List<Act>> parts = [];
        var events = EventsAtOnce;
        foreach (var act in acts)
        {
            events += act.Events.Count;
            if (events > EventsAtOnce)
            {
                parts.Add([]);
                events = act.Events.Count;
            }
            parts[^1].Add(act);
        }
        return parts;
    }

    private static async Task MoveKeyAsync(NpgsqlConnection connection, string cluster, IdempotencyKey key, AppendOutcome.Recorded to, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("update gov_idempotency set position = $3, recorded_at = $4 where tenant_id = $1 and key = $2", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.Key });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = to.Position });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = to.RecordedAt });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What became of the request with this key, if it was recorded: <see cref="AppendOutcome.Repeated"/> or <see cref="AppendOutcome.KeyReused"/>, else null.</summary>
    public async Task<AppendOutcome?> FindAsync(string cluster, IdempotencyKey key, CancellationToken ct = default)
    {
        await using var command = database.ForCluster(cluster, "select position, recorded_at, request_hash = $3 from gov_idempotency where tenant_id = $1 and key = $2", cluster, key.Key, key.RequestHash);
        await using var reader = await command.RowsAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return reader.GetBoolean(2) ? new AppendOutcome.Repeated(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1)) : new AppendOutcome.KeyReused();
    }
}
