using System.Data;
using Npgsql;

namespace Governance.Api.EventStore;

public sealed partial class EventLog
{
    /// <summary>Recomputes every hash of a cluster and answers all that differs, as it is found. Only a text that an act redacted may be other than it was.</summary>
    public async Task<Verification> VerifyAsync(string cluster, CancellationToken ct = default)
    {
        var verifier = new ClusterVerifier(cluster, types);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var batch = new NpgsqlBatch(connection, snapshot) { BatchCommands = { RowLevelSecurity.Only(cluster), Command(RowsSql, cluster) } };
        await using (var reader = await batch.RowsAsync(ct))
            await foreach (var row in RowsAsync(reader, cluster, ct)) verifier.Add(row);
        var found = await FinishAsync(connection, cluster, verifier, ct);
        return found with { Differences = [.. found.Differences, .. (await LaterPositions.FindAsync(connection, cluster, found.Position, ct)).Select(what => new Difference(found.Position, 0, what))] };
    }

    /// <summary>The clusters that anything is known of, those that the log has lost among them.</summary>
    public async Task<IReadOnlyList<string>> ReadClustersKnownAsync(CancellationToken ct = default)
    {
        await using var command = database.AcrossClusters(LaterPositions.ClustersSql);
        return await ReadAllAsync(command, static row => row.GetString(0), ct);
    }

    /// <summary>How many numbers of the log's sequence were drawn since its last event, and stand at none: by writes that were not committed, or by events that were cut off.</summary>
    public async Task<long> ReadDrawnAsync(CancellationToken ct = default)
    {
        await using var command = database.AcrossClusters(LaterPositions.DrawnSql);
        return await command.ScalarAsync<long>(ct);
    }

    /// <summary>The chain of a cluster's act at each of these positions, in lower-case hex; those that are not there are left out.</summary>
    public async Task<IReadOnlyDictionary<long, string>> ReadChainsAsync(string cluster, IReadOnlyCollection<long> positions, CancellationToken ct = default)
    {
        await using var command = database.ForCluster(cluster, $"select version, {ChainSql} from mt_events where tenant_id = $1 and stream_id = $2 and version = any($3)", cluster, RegisterStream.Of(cluster), positions.ToArray());
        return (await ReadAllAsync(command, static row => KeyValuePair.Create(row.GetInt64(0), row.GetString(1)), ct)).ToDictionary();
    }

    /// <summary>What is left to look at once the events are in, in the transaction that they were read or written in.</summary>
    private static async Task<Verification> FinishAsync(NpgsqlConnection connection, string cluster, ClusterVerifier verifier, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Command("select id, version, type from mt_streams where tenant_id = $1", cluster), Command("select id, data, position from mt_doc_person where tenant_id = $1 order by id", cluster) } };
        if (verifier.Redacted is [_, ..] redacted) batch.BatchCommands.Add(Command(RowsByIdSql, cluster, redacted.ToArray()));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) verifier.AddStream(reader.GetGuid(0), reader.GetInt64(1), LogRow.Text(reader, 2));
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct)) verifier.AddPerson(PersonRow.Read(reader));
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct)) verifier.AddRedacted(HashedRow.Of(LogRow.Read(reader)));
        return verifier.Finish();
    }
}
