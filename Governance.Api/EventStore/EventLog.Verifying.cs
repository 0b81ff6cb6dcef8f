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
        await using var batch = new NpgsqlBatch(connection, snapshot) { BatchCommands = { Wall.Only(cluster), Command(RowsSql, cluster) } };
        await using (var reader = await batch.RowsAsync(ct))
            await foreach (var row in RowsAsync(reader, cluster, ct)) verifier.Add(row);
        return await FinishAsync(connection, cluster, verifier, ct);
    }

    /// <summary>What is left to look at once the events are in, in the transaction that they were read or written in.</summary>
    private static async Task<Verification> FinishAsync(NpgsqlConnection connection, string cluster, ClusterVerifier verifier, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Command("select id, version from mt_streams where tenant_id = $1", cluster) } };
        if (verifier.Redacted is [_, ..] redacted) batch.BatchCommands.Add(Command($"select {LogRow.Columns} from mt_events where tenant_id = $1 and id = any($2) order by seq_id", cluster, redacted.ToArray()));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) verifier.AddStream(reader.GetGuid(0), reader.GetInt64(1));
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct)) verifier.AddRedacted(HashedRow.Of(LogRow.Read(reader)));
        return verifier.Finish();
    }
}
