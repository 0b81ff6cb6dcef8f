using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Reporting.Search;
using Governance.Domain.Clusters;
using Npgsql;

namespace Governance.Api.Reporting;

/// <summary>Brings the reporting tables forward, a cluster at a time: rows and checkpoint in one transaction, so that each act is told of exactly once. A cluster at fault stops only itself.</summary>
/// <param name="batchSize">How many acts are told of in one transaction.</param>
internal sealed partial class Projection(NpgsqlDataSource database, EventLog log, Ledgers ledgers, ILogger<Projection> logger, int batchSize = 10_000)
{
    /// <summary>The schema that is read.</summary>
    public const string Live = "reporting";

    /// <summary>Held shared while rows of the live schema are written, alone while another takes its place.</summary>
    public const long Gate = 0x7265706F7274;   // "report"

    /// <summary>Clusters whose register is ahead of the tables, by id; those at fault once a minute.</summary>
    /// <param name="only">Of these alone; null for all.</param>
    /// <param name="since">Those that were so by then; absent: all.</param>
    public async Task<IReadOnlyList<string>> BehindAsync(string schema, CancellationToken ct, IReadOnlyCollection<string>? only = null, DateTimeOffset? since = null)
    {
        await using var command = database.AcrossClusters($"""
            select s.tenant_id from mt_streams s left join {schema}.checkpoints c on c.cluster = s.tenant_id
             where s.type = 'register' and ($1 is null or s.tenant_id = any($1)) and s.version > coalesce(c.position, 0) and (c.failed_at is null or c.failed_at < now() - interval '1 minute')
               and ($2 is null or exists (select from mt_events e where e.tenant_id = s.tenant_id and e.stream_id = s.id and e.version = coalesce(c.position, 0) + 1 and e.timestamp < $2))
             order by 1
            """, new NpgsqlParameter<string[]?> { TypedValue = only?.ToArray() }, new NpgsqlParameter<DateTimeOffset?> { TypedValue = since });
        await using var reader = await command.RowsAsync(ct);
        var behind = new List<string>();
        while (await reader.ReadAsync(ct)) behind.Add(reader.GetString(0));
        return behind;
    }

    /// <summary>Brings a cluster's rows to its newest act, unless another worker is at it: a batch at a time, so that however much is new no statement takes long and nothing that is done is done again.</summary>
    /// <returns>How many facts and acts it told of.</returns>
    public async Task<long> ProjectAsync(string schema, string cluster, CancellationToken ct)
    {
        var told = 0L;
        try
        {
            var ledger = ledgers.Take(schema, cluster);
            for (var acts = batchSize; acts == batchSize;)
            {
                (acts, var more, ledger) = await BringForwardAsync(schema, cluster, ledger, ct);
                told += more;
            }
            if (ledger is not null) ledgers.Keep(schema, ledger);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !fault.IsAway())
        {
            Stopped(logger, fault, cluster);
            await FailAsync(schema, cluster, fault.Message, ct);
        }
        return told;
    }

    /// <summary>The next batch: how many acts there were in it, and with their facts, and what is told by now.</summary>
    /// <param name="ledger">What was told before, if it is known.</param>
    private async Task<(int Acts, long Told, Ledger? Ledger)> BringForwardAsync(string schema, string cluster, Ledger? ledger, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await PositionAsync(connection, schema, cluster, ct) is not { } position) return (0, 0, ledger);
        var known = ledger is not null && ledger.History.Position <= position;
        if (!known) ledger = await BeginAsync(cluster, ct);
        var acts = await ReadAsync(cluster, ledger!.History, position + batchSize, ct);
        if (!acts.Exists(a => a.Position > position)) return (0, 0, known ? ledger : null);
        var unforeseen = acts.FindAll(a => Ledger.Retells(a.Event) && !ledger.Foreseen.Contains(a.Position));
        var anew = position > 0 && (unforeseen.Exists(a => a.Position > position) || (!known && ledger.Foreseen.Any(p => p > position)));
        if (anew)
        {
            await RowWriter.ClearAsync(connection, schema, cluster, ct);
            position = 0;
        }
        if (anew || unforeseen.Count > 0)
        {
            ledger = await BeginAsync(cluster, ct);
            acts = await ReadAsync(cluster, ledger.History, position + batchSize, ct);
        }
        var stood = ledger.History;
        foreach (var act in acts)
        {
            ledger.Add(act);
            if (act.Position != position) continue;
            ledger.Settle();
            stood = ledger.History;
        }
        await RowWriter.EndAsync(connection, schema, cluster, ledger.Ended, ct);
        await RowWriter.InsertAsync(connection, schema, cluster, ledger.Opened, ct);
        var told = acts.FindAll(a => a.Position > position);
        await SearchWriter.WriteAsync(connection, schema, stood, ledger.History, log, told, ct);
        await ExecuteAsync(connection, $"update {schema}.checkpoints set position = $2, fault = null, failed_at = null where cluster = $1", cluster, ledger.History.Position, ct);
        await transaction.CommitAsync(ct);
        ledger.Settle();
        return (told.Count, told.Sum(a => a.Facts.Length + 1L), ledger);
    }

    private async Task<Ledger> BeginAsync(string cluster, CancellationToken ct) =>
        new(cluster, Acts.Of(await log.ReadRegisterAsync(cluster, Ledger.Retelling, ct), ClusterHistory.Empty(cluster)));

    private async Task<List<RecordedAct>> ReadAsync(string cluster, ClusterHistory after, long through, CancellationToken ct) =>
        Acts.Of(await log.ReadClusterAsync(cluster, after.Position, through, ct).ToListAsync(ct), after);

    private async Task FailAsync(string schema, string cluster, string fault, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, $"""
            insert into {schema}.checkpoints (cluster, position, fault, failed_at) values ($1, 0, $2, now())
            on conflict (cluster) do update set fault = excluded.fault, failed_at = excluded.failed_at
            """, cluster, fault, ct);
    }

    /// <summary>Where the cluster's rows stand, for this transaction alone to go on from; null where another is at it.</summary>
    private static async Task<long?> PositionAsync(NpgsqlConnection connection, string schema, string cluster, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                RowLevelSecurity.Only(cluster),
                new($"select pg_advisory_xact_lock_shared({Gate}) where $1") { Parameters = { new NpgsqlParameter<bool> { TypedValue = schema == Live } } },
                new($"insert into {schema}.checkpoints (cluster, position) values ($1, 0) on conflict do nothing") { Parameters = { new NpgsqlParameter<string> { TypedValue = cluster } } },
                new($"select position from {schema}.checkpoints where cluster = $1 for update skip locked") { Parameters = { new NpgsqlParameter<string> { TypedValue = cluster } } },
            },
        };
        await using var reader = await batch.RowsAsync(ct);
        await reader.NextResultAsync(ct);
        return await reader.ReadAsync(ct) ? reader.GetInt64(0) : null;
    }

    private static async Task ExecuteAsync<T>(NpgsqlConnection connection, string sql, string cluster, T value, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        await command.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The reporting tables go no further with {Cluster}; the others go on")]
    private static partial void Stopped(ILogger logger, Exception fault, string cluster);
}
