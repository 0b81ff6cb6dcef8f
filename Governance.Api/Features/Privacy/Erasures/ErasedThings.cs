using System.Text.Json.Nodes;
using Governance.Api.EventStore;
using Governance.Api.Features.Redactions;
using Npgsql;

namespace Governance.Api.Features.Privacy.Erasures;

/// <summary>Finds what has been erased in every cluster.</summary>
public sealed class ErasedThings(NpgsqlDataSource database)
{
    /// <summary>All of it.</summary>
    public async Task<IReadOnlyList<Erased>> FindAsync(CancellationToken ct)
    {
        await using var command = database.AcrossClusters("""
            select tenant_id, id, null from mt_doc_person where (data->'erased')::boolean
            union all
            select e.tenant_id, e.id, e.data::text
              from mt_events e join (select distinct tenant_id, jsonb_array_elements_text(data->'events')::uuid as id from mt_events where type = 'text_redacted') r on r.tenant_id = e.tenant_id and r.id = e.id
            """);
        await using var reader = await command.RowsAsync(ct);
        var found = new List<Erased>();
        while (await reader.ReadAsync(ct))
        {
            var (cluster, id) = (reader.GetString(0), reader.GetGuid(1));
            if (await reader.IsDBNullAsync(2, ct)) found.Add(new(cluster, Person: id));
            else found.AddRange(Marks(JsonNode.Parse(reader.GetString(2)), "").Select(text => new Erased(cluster, Event: id, Text: text)));
        }
        return found;
    }

    /// <summary>The places that bear the mark, such as <c>head.links[0].title</c>.</summary>
    private static IEnumerable<string> Marks(JsonNode? json, string at) => json switch
    {
        JsonObject members => members.SelectMany(m => Marks(m.Value, at.Length == 0 ? m.Key : $"{at}.{m.Key}")),
        JsonArray items => items.SelectMany((item, i) => Marks(item, $"{at}[{i}]")),
        JsonValue value when value.TryGetValue<string>(out var text) && text == Redacted.Mark => [at],
        _ => [],
    };
}
