using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Governance.Api.EventStore;

/// <summary>The one statement that writes: acts as parameters of <c>record_decision</c>, and its answer.</summary>
internal static class RecordDecision
{
    private const string Sql = """
        select outcome, at_position, recorded_at, chain from record_decision(
          $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
        """;

    /// <summary>Adds the statement to a batch.</summary>
    public static NpgsqlBatch Bind(NpgsqlBatch batch, IReadOnlyList<Act> acts, EventTypes types)
    {
        var act = acts[0];
        var command = new NpgsqlBatchCommand(Sql);
        batch.BatchCommands.Add(Wall.Only(act.Cluster));
        batch.BatchCommands.Add(command);
        var streams = new StreamRows(acts);
        var events = new EventRows(acts, types);
        Add(act.Cluster, NpgsqlDbType.Text);
        Add(RegisterStream.Of(act.Cluster), NpgsqlDbType.Uuid);
        Add(act.ExpectedPosition, NpgsqlDbType.Bigint);
        Add(act.Key?.Key, NpgsqlDbType.Text);
        Add(act.Key?.RequestHash, NpgsqlDbType.Bytea);
        Add(streams.Ids, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        Add(streams.Types, NpgsqlDbType.Array | NpgsqlDbType.Text);
        Add(streams.Was, NpgsqlDbType.Array | NpgsqlDbType.Bigint);
        Add(streams.Now, NpgsqlDbType.Array | NpgsqlDbType.Bigint);
        Add(events.Ids, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        Add(events.Streams, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        Add(events.Versions, NpgsqlDbType.Array | NpgsqlDbType.Bigint);
        Add(events.Types, NpgsqlDbType.Array | NpgsqlDbType.Text);
        Add(events.DotnetTypes, NpgsqlDbType.Array | NpgsqlDbType.Text);
        Add(events.Data, NpgsqlDbType.Array | NpgsqlDbType.Jsonb);
        Add(events.Headers, NpgsqlDbType.Array | NpgsqlDbType.Jsonb);
        Add(events.Hashes, NpgsqlDbType.Array | NpgsqlDbType.Bytea);
        Add(act.Actor, NpgsqlDbType.Text);
        Add(act.Correlation, NpgsqlDbType.Text);
        Add(act.Causation, NpgsqlDbType.Text);
        Add(PersonRows.Write(acts.SelectMany(a => a.People)), NpgsqlDbType.Jsonb);
        Add(RedactionRows.Write(acts.SelectMany(a => a.Redactions), types), NpgsqlDbType.Jsonb);
        return batch;

        void Add<T>(T? value, NpgsqlDbType type) =>
            command.Parameters.Add(value is null
                ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type }
                : new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
    }

    /// <param name="acts">How many acts are bound in it.</param>
    public static async Task<AppendOutcome> ExecuteAsync(NpgsqlBatch batch, int acts, CancellationToken ct)
    {
        await using var reader = await batch.RowsAsync(ct);
        await reader.ReadAsync(ct);
        return Read(reader, acts);
    }

    private static AppendOutcome Read(NpgsqlDataReader reader, int acts) => reader.GetString(0) switch
    {
        "recorded" => new AppendOutcome.Recorded(reader.GetInt64(1), Times(reader.GetFieldValue<DateTimeOffset>(2), acts), reader.GetString(3)),
        "conflict" => new AppendOutcome.Conflict(reader.GetInt64(1)),
        "repeated" => new AppendOutcome.Repeated(reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2)),
        "key-reused" => new AppendOutcome.KeyReused(),
        var other => throw new UnreachableException($"record_decision answered {other}."),
    };

    /// <summary>Those of one statement are a microsecond apart.</summary>
    private static DateTimeOffset[] Times(DateTimeOffset last, int acts) => [.. Enumerable.Range(1 - acts, acts).Select(n => last.AddMicroseconds(n))];
}
