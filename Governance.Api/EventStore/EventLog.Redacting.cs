using System.Text.Json;
using Marten;

namespace Governance.Api.EventStore;

public sealed partial class EventLog
{
    /// <summary>Puts other data in the place of older events'; of their headers the salts of the texts that are taken out go with them, and all else stays as it is. Throws <see cref="InvalidOperationException"/> where one is not in the log.</summary>
    private async Task RedactAsync(IDocumentSession session, Act act, CancellationToken ct)
    {
        var rows = new Dictionary<Guid, (long Sequence, byte[] Headers, byte[] Data)>();
        await using (var command = database.ForCluster(act.Cluster, "select id, seq_id, headers, data from mt_events where tenant_id = $1 and id = any($2)", act.Cluster, act.Redactions.Select(r => r.Event).ToArray()))
        {
            await using var reader = await command.RowsAsync(ct);
            while (await reader.ReadAsync(ct)) rows[reader.GetGuid(0)] = (reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3));
        }
        foreach (var (id, data, members) in act.Redactions)
        {
            if (!rows.TryGetValue(id, out var row)) throw new InvalidOperationException($"Event {id}, of which a text is to be taken out, is not in the log.");
            var stored = session.Events.BuildEvent(data);
            (stored.Id, stored.Sequence) = (id, row.Sequence);
            stored.Headers = JsonSerializer.Deserialize<Dictionary<string, object>>(row.Headers)!;
            if (EventHeaders.Parse(row.Headers) is var headers && MemberDigests.Of(headers) is { } digests)
                stored.SetHeader(EventHeaders.Name, headers with { Salt = null, Salts = DataTexts.Kept(row.Data, digests, members) });
            session.Events.OverwriteEvent(stored);
        }
    }
}
