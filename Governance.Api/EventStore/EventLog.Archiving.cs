using System.Data;
using System.Runtime.CompilerServices;
using System.Text;
using Governance.Api.EventStore.Archive;
using Npgsql;
using NpgsqlTypes;

namespace Governance.Api.EventStore;

public sealed partial class EventLog
{
    private const string RestoreStreamsSql = """
        insert into mt_streams (tenant_id, id, type, version, timestamp, created, is_archived)
          select $1, s.id, s.type, s.version, s.at, s.made, false from unnest($2, $3, $4, $5, $6) s(id, type, version, at, made)
          on conflict (tenant_id, id) do update set version = excluded.version, timestamp = excluded.timestamp
        """;

    private const string RestoreEventsSql = """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived)
          select nextval('mt_events_sequence'), e.id, e.stream, e.version, e.data::jsonb, e.type, e.at, $1, e.clr, e.correlation, e.causation, e.headers::jsonb, e.actor, false
            from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) with ordinality e(id, stream, version, data, type, at, clr, correlation, causation, headers, actor, i) order by e.i
        """;

    private const string RestorePeopleSql = """
        insert into gov_people (tenant_id, id, name, unlisted, email, phone, gender, external_ids, roles, merged_into, erasure_asked_by, erasure_asked_at, erased, position)
          select $1, r.id, r.name, r.unlisted, r.email, r.phone, r.gender, r.external_ids, r.roles, r.merged_into, r.erasure_asked_by, r.erasure_asked_at, r.erased, $3
            from jsonb_populate_recordset(null::gov_people, $2) r
        """;

    /// <summary>All of a cluster as of one moment: heading, events, people, end. Nothing where there is no such cluster.</summary>
    public async IAsyncEnumerable<ArchiveLine> ReadArchiveAsync(string cluster, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var batch = new NpgsqlBatch(connection, snapshot) { BatchCommands = { Wall.Only(cluster), TypesOfStreams(cluster), Command(RowsSql, cluster), PeopleOf(cluster) } };
        await using var reader = await batch.RowsAsync(ct);
        var streamTypes = new Dictionary<Guid, string>();
        ArchiveLine.Heading? heading = null;
        while (await reader.ReadAsync(ct))
        {
            streamTypes[reader.GetGuid(0)] = reader.GetString(1);
            if (reader.GetGuid(0) == RegisterStream.Of(cluster)) heading = new(cluster, reader.GetInt64(2), reader.GetFieldValue<DateTimeOffset>(3));
        }
        if (heading is null) yield break;
        yield return heading;
        await reader.NextResultAsync(ct);
        var (events, people) = (0L, 0L);
        while (await reader.ReadAsync(ct))
        {
            var row = LogRow.Read(reader);
            events++;
            yield return new ArchiveLine.Event(row, streamTypes[row.Stream]);
        }
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            people++;
            yield return new ArchiveLine.Somebody(PersonRows.Read(reader));
        }
        yield return new ArchiveLine.End(events, people);
    }

    /// <summary>Rebuilds a cluster that is not there, with its times, positions and chain: all of it if every hash fits and <paramref name="keep"/> says so, else nothing. Null where the cluster is there.</summary>
    /// <param name="progress">Told how many events are in.</param>
    public async Task<Verification?> RestoreAsync(ArchiveLine.Heading heading, IAsyncEnumerable<ArchiveLine> lines, bool keep, IProgress<long>? progress = null, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!await ReserveAsync(connection, heading, ct)) return null;
        var verifier = new ClusterVerifier(heading.Cluster);
        var (people, done) = (new List<Person>(), 0L);
        await foreach (var chunk in lines.Chunk(EventsAtOnce).WithCancellation(ct))
        {
            ArchiveLine.Event[] events = [.. chunk.OfType<ArchiveLine.Event>()];
            people.AddRange(chunk.OfType<ArchiveLine.Somebody>().Select(line => line.Person));
            foreach (var (row, _) in events)
            {
                verifier.Add(HashedRow.Of(row));
                types.Read(row.Type, row.Data);
            }
            if (events.Length > 0) await InsertAsync(connection, heading.Cluster, events, ct);
            progress?.Report(done += events.Length);
        }
        if (PersonRows.Write(people) is { } rows)
        {
            await using var command = new NpgsqlCommand(RestorePeopleSql, connection);
            command.Parameters.AddWithValue(heading.Cluster);
            command.Parameters.Add(new() { Value = rows, NpgsqlDbType = NpgsqlDbType.Jsonb });
            command.Parameters.AddWithValue(heading.Position);
            await command.ExecuteNonQueryAsync(ct);
        }
        var verification = await FinishAsync(connection, heading.Cluster, verifier, ct);
        if (keep && verification.Holds) await transaction.CommitAsync(ct);
        return verification;
    }

    /// <summary>Takes the register's place, which whoever founds the cluster meanwhile waits for.</summary>
    private static async Task<bool> ReserveAsync(NpgsqlConnection connection, ArchiveLine.Heading heading, CancellationToken ct)
    {
        await using var command = connection.ForCluster(heading.Cluster, """
            insert into mt_streams (tenant_id, id, type, version, timestamp, created, is_archived) values ($1, $2, 'register', 0, $3, $3, false) on conflict do nothing
            """, heading.Cluster, RegisterStream.Of(heading.Cluster), heading.KnownAt);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    private static async Task InsertAsync(NpgsqlConnection connection, string cluster, ArchiveLine.Event[] events, CancellationToken ct)
    {
        var rows = events.Select(e => e.Row).ToArray();
        var streams = events.GroupBy(e => e.Row.Stream).Select(group => (First: group.First(), Last: group.Last().Row)).ToArray();
        await using var batch = new NpgsqlBatch(connection)
        {
            Timeout = 0,
            BatchCommands =
            {
                Command(RestoreStreamsSql, cluster, streams.Select(s => s.Last.Stream).ToArray(), streams.Select(s => s.First.StreamType).ToArray(), streams.Select(s => s.Last.Version).ToArray(),
                    streams.Select(s => s.Last.RecordedAt).ToArray(), streams.Select(s => s.First.Row.RecordedAt).ToArray()),
                Command(RestoreEventsSql, cluster, rows.Select(r => r.Id).ToArray(), rows.Select(r => r.Stream).ToArray(), rows.Select(r => r.Version).ToArray(), Texts(r => r.Data),
                    rows.Select(r => r.Type).ToArray(), rows.Select(r => r.RecordedAt).ToArray(), rows.Select(r => r.DotnetType).ToArray(), rows.Select(r => r.Correlation).ToArray(),
                    rows.Select(r => r.Causation).ToArray(), Texts(r => r.Headers), rows.Select(r => r.User).ToArray()),
            },
        };
        await batch.ExecuteNonQueryAsync(ct);

        string[] Texts(Func<LogRow, byte[]> json) => [.. rows.Select(r => Encoding.UTF8.GetString(json(r)))];
    }

    private static NpgsqlBatchCommand TypesOfStreams(string cluster) => Command("select id, coalesce(type, ''), version, timestamp from mt_streams where tenant_id = $1", cluster);

    private static NpgsqlBatchCommand PeopleOf(string cluster) => Command($"select {PersonRows.Columns} from gov_people where tenant_id = $1 order by id", cluster);

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
