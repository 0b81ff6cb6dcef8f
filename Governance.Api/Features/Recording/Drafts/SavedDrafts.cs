using System.Text.Json.Nodes;
using Governance.Api.EventStore;
using Governance.Domain.Decisions;
using Npgsql;
using NpgsqlTypes;

namespace Governance.Api.Features.Recording.Drafts;

/// <summary>The drafts in the database. Each version is saved once, on the one before it.</summary>
public sealed class SavedDrafts(NpgsqlDataSource database)
{
    private const string Columns = "id, cluster, corrects, document, version, sent, started_by, saved_by, saved_at, decision";

    /// <summary>Those of a cluster that are not recorded, the one saved last first.</summary>
    public async Task<IReadOnlyList<Draft>> OpenAsync(string cluster, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, $"select {Columns} from gov_drafts where cluster = $1 and decision is null order by saved_at desc, id", cluster);
        await using var reader = await command.RowsAsync(ct);
        var drafts = new List<Draft>();
        while (await reader.ReadAsync(ct)) drafts.Add(Read(reader));
        return drafts;
    }

    /// <summary>One of a cluster's; null if there is none such.</summary>
    public async Task<Draft?> FindAsync(string cluster, Guid id, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, $"select {Columns} from gov_drafts where cluster = $1 and id = $2", cluster, id);
        await using var reader = await command.RowsAsync(ct);
        return await reader.ReadAsync(ct) ? Read(reader) : null;
    }

    /// <summary>Saves a version on the one before it; false where somebody else has saved, recorded or deleted it meanwhile.</summary>
    public async Task<bool> SaveAsync(Draft draft, CancellationToken ct)
    {
        await using var command = draft.Version == 1
            ? database.ForCluster(
                draft.Cluster,
                "insert into gov_drafts (id, cluster, corrects, document, version, sent, started_by, saved_by, saved_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing",
                draft.Id, draft.Cluster, draft.Corrects?.Value, Json(draft), draft.Version, draft.Sent, draft.StartedBy, draft.SavedBy, draft.SavedAt)
            : database.ForCluster(
                draft.Cluster,
                "update gov_drafts set document = $3, version = $4, sent = $5, saved_by = $6, saved_at = $7 where id = $1 and cluster = $2 and version = $4 - 1 and decision is null",
                draft.Id, draft.Cluster, Json(draft), draft.Version, draft.Sent, draft.SavedBy, draft.SavedAt);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>Rewrites those that are not recorded, also what somebody is saving meanwhile. What is to be gone for good is taken out before it is recorded as gone, and once more after it: if we end in between, nothing is left behind.</summary>
    /// <param name="rewrite">Changes a draft's document, and answers whether it did.</param>
    public async Task RewriteAsync(string cluster, Func<Draft, bool> rewrite, CancellationToken ct)
    {
        foreach (var open in await OpenAsync(cluster, ct))
        {
            var draft = open;
            while (draft is { Decision: null } && rewrite(draft) && !await SaveAsync(draft with { Version = draft.Version + 1 }, ct)) draft = await FindAsync(cluster, draft.Id, ct);
        }
    }

    /// <summary>Notes what a draft became; nothing else is kept of it.</summary>
    public async Task RecordedAsync(Draft draft, DecisionId decision, CancellationToken ct)
    {
        await using var command = database.ForCluster(draft.Cluster, "update gov_drafts set decision = $2, document = '{}', started_by = '', saved_by = '' where id = $1", draft.Id, decision.Value);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Throws a draft away.</summary>
    public async Task DeleteAsync(string cluster, Guid id, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, "delete from gov_drafts where cluster = $1 and id = $2 and decision is null", cluster, id);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter Json(Draft draft) => new() { Value = draft.Document.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static Draft Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : new(row.GetGuid(2)), JsonNode.Parse(row.GetString(3))!.AsObject(), row.GetInt32(4), row.GetGuid(5), row.GetString(6), row.GetString(7),
        row.GetFieldValue<DateTimeOffset>(8), row.IsDBNull(9) ? null : new(row.GetGuid(9)));
}
