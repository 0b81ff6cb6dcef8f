using System.Data;
using Npgsql;

namespace Governance.Api.EventStore;

public sealed partial class EventLog
{
    /// <summary>Recomputes every hash of a cluster and answers all that differs, in order. Only a text that an act redacted may be other than it was.</summary>
    public async Task<Verification> VerifyAsync(string cluster, CancellationToken ct = default)
    {
        var verifier = new ClusterVerifier(cluster);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var batch = new NpgsqlBatch(connection, snapshot) { BatchCommands = { Wall.Only(cluster), Command(RowsSql, cluster), StreamsOf(cluster) } };
        await using var reader = await batch.RowsAsync(ct);
        await foreach (var row in reader.ReadAsync(LogRow.Read, HashedRow.Of, ct)) verifier.Add(row);
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct)) verifier.AddStream(reader.GetGuid(0), reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2));
        return verifier.Finish();
    }

    private static NpgsqlBatchCommand StreamsOf(string cluster) => Command("select id, version, timestamp from mt_streams where tenant_id = $1", cluster);
}
