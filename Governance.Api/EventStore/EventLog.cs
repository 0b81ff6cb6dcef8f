using Npgsql;

namespace Governance.Api.EventStore;

/// <summary>The append-only log: the one way in and out. When the database is away, Npgsql's own <see cref="NpgsqlException"/> comes through.</summary>
public sealed partial class EventLog(NpgsqlDataSource database, EventTypes types)
{
    private const int ImportBatch = 200;

    /// <summary>Opens a log's database with what the log relies on: its few statements stay prepared.</summary>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 32, AutoPrepareMinUsages = 2 };
        settings.ApplicationName ??= "governance";
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>Appends one act in one round trip.</summary>
    public async Task<AppendOutcome> AppendAsync(Act act, CancellationToken ct = default)
    {
        await using var command = database.CreateCommand(RecordDecision.Sql);
        RecordDecision.Bind(command.Parameters, act, types);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return RecordDecision.Read(reader);
    }

    /// <summary>Appends acts of one cluster at consecutive positions, in one transaction. Answers the last outcome, or the first that is not <see cref="AppendOutcome.Recorded"/>, and then nothing is written. An idempotency key belongs on the first act.</summary>
    public async Task<AppendOutcome> AppendManyAsync(IReadOnlyList<Act> acts, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        AppendOutcome outcome = new AppendOutcome.Conflict(0);
        foreach (var chunk in acts.Chunk(ImportBatch))
        {
            await using var batch = new NpgsqlBatch(connection, transaction);
            foreach (var act in chunk)
            {
                var command = new NpgsqlBatchCommand(RecordDecision.Sql);
                RecordDecision.Bind(command.Parameters, act, types);
                batch.BatchCommands.Add(command);
            }
            await using var reader = await batch.ExecuteReaderAsync(ct);
            do
            {
                await reader.ReadAsync(ct);
                outcome = RecordDecision.Read(reader);
                if (outcome is not AppendOutcome.Recorded) return outcome;
            }
            while (await reader.NextResultAsync(ct));
        }
        await transaction.CommitAsync(ct);
        return outcome;
    }

    /// <summary>What became of the request with this key, if it was recorded: <see cref="AppendOutcome.Repeated"/> or <see cref="AppendOutcome.KeyReused"/>, else null.</summary>
    public async Task<AppendOutcome?> FindAsync(string cluster, IdempotencyKey key, CancellationToken ct = default)
    {
        await using var command = database.CreateCommand("select position, recorded_at, request_hash = $3 from gov_idempotency where tenant_id = $1 and key = $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.Key });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = key.RequestHash });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return reader.GetBoolean(2) ? new AppendOutcome.Repeated(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1)) : new AppendOutcome.KeyReused();
    }
}
