using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Governance.Api.EventStore;

public sealed partial class EventLog
{
    private const string OfCluster = "tenant_id = $1 and type <> 'tombstone' and is_archived = false";
    private const string ClusterSql = $"select {StoredRow.Columns} from mt_events where {OfCluster} order by seq_id";
    private const string ChainSql = $"coalesce(headers->'{EventHeaders.Name}'->>'chain', headers->>'chain', '')";

    private const string RowsByIdSql = $"select {LogRow.Columns} from mt_events where {OfCluster} and id = any($2) order by seq_id";

    private const string RowsSql = $"select {LogRow.Columns} from mt_events where {OfCluster} order by seq_id";
    private const string TailSql = $"select {StoredRow.Columns} from mt_events where {OfCluster} and seq_id > $2 order by seq_id";
    private const string StretchSql =
        $"select {StoredRow.Columns} from mt_events where {OfCluster} and seq_id > $2 and seq_id <= coalesce((select seq_id from mt_events where tenant_id = $1 and stream_id = $3 and version = $4 + 1), 9223372036854775807) order by seq_id";
    private const string RegisterSql = $"select {StoredRow.Columns} from mt_events where tenant_id = $1 and stream_id = $2 and type = any($3) and is_archived = false order by version";
    private const string StreamSql = $"select {StoredRow.Columns} from mt_events where tenant_id = $1 and stream_id = $2 and is_archived = false order by version";
    private const string PeopleSql = "select data from mt_doc_person where tenant_id = $1";

    /// <summary>How long the log is waited for to tell where clusters stand: until it does, nobody reads.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The clusters there are, by id.</summary>
    public async Task<IReadOnlyList<string>> ReadClustersAsync(CancellationToken ct = default)
    {
        await using var command = database.AcrossClusters("select tenant_id from mt_streams where type = 'register' order by tenant_id");
        return await ReadAllAsync(command, static row => row.GetString(0), ct);
    }

    /// <summary>Where a cluster stands, by primary key; null where there is no such cluster.</summary>
    public async Task<Head?> HeadAsync(string cluster, CancellationToken ct = default) =>
        (await HeadsAsync([cluster], ct: ct)).TryGetValue(cluster, out var head) ? head : null;

    /// <summary>Where these clusters stand; the unknown are left out.</summary>
    /// <param name="through">The connections to ask by, if not those that all share.</param>
    public async Task<IReadOnlyDictionary<string, Head>> HeadsAsync(IReadOnlyCollection<string> clusters, NpgsqlDataSource? through = null, CancellationToken ct = default)
    {
        await using var line = await (through ?? database).OpenConnectionAsync(ct);
        try
        {
            return await HeadsAsync(line, clusters, ct);
        }
        catch (NpgsqlException) when (line.State != ConnectionState.Open)
        {
            // The idle lines broke or went silent with this one: nobody else should have to find that out.
            through?.Clear();
            database.Clear();
            throw;
        }
    }

    private static async Task<Dictionary<string, Head>> HeadsAsync(NpgsqlConnection connection, IReadOnlyCollection<string> clusters, CancellationToken ct)
    {
        await using var command = connection.AcrossClusters($"""
            select s.tenant_id, s.version, e.timestamp, {ChainSql}
              from unnest($1, $2) wanted(cluster, register)
             cross join lateral (select * from mt_streams where tenant_id = wanted.cluster and id = wanted.register limit 1) s
             cross join lateral (select * from mt_events where tenant_id = s.tenant_id and stream_id = s.id and version = s.version limit 1) e
            """, clusters.ToArray(), clusters.Select(RegisterStream.Of).ToArray());
        command.Timeout = (int)Patience.TotalSeconds;
        return new(await ReadAllAsync(command, static row => KeyValuePair.Create(row.GetString(0), new Head(row.GetInt64(1), row.GetFieldValue<DateTimeOffset>(2), row.GetString(3))), ct));
    }

    /// <summary>A stream's events, from its first.</summary>
    public async IAsyncEnumerable<StoredEvent> ReadStreamAsync(string cluster, Guid stream, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var command = database.ForCluster(cluster, StreamSql, cluster, stream);
        await using var reader = await command.RowsAsync(ct);
        await foreach (var stored in EventsAsync(reader, ct)) yield return stored;
    }

    /// <summary>The acts of some kinds, which have no facts.</summary>
    public async Task<IReadOnlyList<StoredEvent>> ReadRegisterAsync(string cluster, IEnumerable<Type> kinds, CancellationToken ct = default)
    {
        await using var command = database.ForCluster(cluster, RegisterSql, cluster, RegisterStream.Of(cluster), kinds.Select(types.AliasOf).ToArray());
        return await ReadAllAsync(command, row => StoredRow.Read(row).ToEvent(types), ct);
    }

    /// <summary>A cluster's events after a position, in the order they were recorded, each as it comes from the database.</summary>
    /// <param name="throughPosition">The last to be read, where there is one so far on.</param>
    public async IAsyncEnumerable<StoredEvent> ReadClusterAsync(string cluster, long afterPosition = 0, long? throughPosition = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        if (await SequenceOfAsync(cluster, afterPosition, ct) is not { } sequence) yield break;
        await using var batch = throughPosition is { } through
            ? database.ForCluster(cluster, StretchSql, cluster, sequence, RegisterStream.Of(cluster), through + EventsAtOnce)
            : EventsAfter(database.CreateBatch(), cluster, sequence);
        await using var reader = await batch.RowsAsync(ct);
        await foreach (var stored in EventsAsync(reader, ct).InOrderAsync(ct))
            if (stored.Position > afterPosition && (throughPosition is null || stored.Position <= throughPosition)) yield return stored;
    }

    /// <summary>Some rows of a cluster's log, in the order in which they were recorded; those that are not there are left out.</summary>
    public async Task<IReadOnlyList<LogRow>> ReadRowsAsync(string cluster, IReadOnlyCollection<Guid> ids, CancellationToken ct = default)
    {
        await using var command = database.ForCluster(cluster, RowsByIdSql, cluster, ids.ToArray());
        return await ReadAllAsync(command, LogRow.Read, ct);
    }

    /// <summary>All of a cluster's events as rows.</summary>
    public async IAsyncEnumerable<LogRow> ReadRowsAsync(string cluster, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var command = database.ForCluster(cluster, RowsSql, cluster);
        await using var reader = await command.RowsAsync(ct);
        await foreach (var row in RowsAsync(reader, cluster, ct)) yield return row.Row;
    }

    /// <summary>Rows with their hashes, in the chain's order.</summary>
    private static IAsyncEnumerable<HashedRow> RowsAsync(NpgsqlDataReader reader, string cluster, CancellationToken ct)
    {
        var register = RegisterStream.Of(cluster);
        return reader.ReadAsync(LogRow.Read, HashedRow.Of, ct).InOrderAsync(row => row.Place(register), ct);
    }

    /// <summary>What came after a position, people included. The people may be newer than the events, never older; the next tail then has them again.</summary>
    public async Task<Tail> ReadTailAsync(string cluster, long afterPosition, CancellationToken ct = default)
    {
        if (await SequenceOfAsync(cluster, afterPosition, ct) is not { } sequence) return new Tail([], []);
        await using var batch = EventsAfter(database.CreateBatch(), cluster, sequence).Then(PeopleSql + " and position > $2", cluster, afterPosition);
        await using var reader = await batch.RowsAsync(ct);
        var events = await EventsAsync(reader, ct).InOrderAsync(ct).Where(e => e.Position > afterPosition).ToListAsync(ct);
        await reader.NextResultAsync(ct);
        var people = new List<Person>();
        while (await reader.ReadAsync(ct)) people.Add(Person.Read(reader));
        return new Tail(events, people);
    }

    /// <summary>A cluster's people, or these of them.</summary>
    public async Task<IReadOnlyList<Person>> ReadPeopleAsync(string cluster, IReadOnlyCollection<Guid>? ids = null, CancellationToken ct = default)
    {
        await using var command = ids is null ? database.ForCluster(cluster, PeopleSql, cluster) : database.ForCluster(cluster, PeopleSql + " and id = any($2)", cluster, ids.ToArray());
        return await ReadAllAsync(command, Person.Read, ct);
    }

    private IAsyncEnumerable<StoredEvent> EventsAsync(NpgsqlDataReader reader, CancellationToken ct) => reader.ReadAsync(StoredRow.Read, row => row.ToEvent(types), ct);

    // Two statements, so that each is planned for what it reads: all of a cluster, or the little that is new.
    private static NpgsqlBatch EventsAfter(NpgsqlBatch batch, string cluster, long sequence)
    {
        batch.BatchCommands.Add(RowLevelSecurity.Only(cluster));
        return sequence == 0 ? batch.Then(ClusterSql, cluster) : batch.Then(TailSql, cluster, sequence);
    }

    // Within a cluster the sequence rises with the position, since its acts wait for each other. Null: there is no such position.
    private async Task<long?> SequenceOfAsync(string cluster, long position, CancellationToken ct)
    {
        if (position == 0) return 0;
        await using var command = database.ForCluster(cluster, "select seq_id from mt_events where tenant_id = $1 and stream_id = $2 and version = $3", cluster, RegisterStream.Of(cluster), position);
        return await command.ScalarAsync<long?>(ct);
    }

    private static async Task<List<T>> ReadAllAsync<T>(NpgsqlBatch command, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        var all = new List<T>();
        await using var reader = await command.RowsAsync(ct);
        while (await reader.ReadAsync(ct)) all.Add(read(reader));
        return all;
    }
}
