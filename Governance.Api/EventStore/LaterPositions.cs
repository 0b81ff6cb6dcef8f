using Npgsql;

namespace Governance.Api.EventStore;

/// <summary>What tells of acts beside the log: where it knows of later ones than the log has, the newest were cut off.</summary>
internal static class LaterPositions
{
    // What each knows last of a cluster; a number that is none is passed over, others tell of it.
    private const string Known = """
        select cluster, 'reporting' as what, position from reporting.checkpoints
        union all select tenant_id, 'people', position from mt_doc_person
        union all select tenant_id, 'people', (data->>'position')::bigint from mt_doc_person where data->>'position' ~ '^[0-9]{1,18}$'
        union all select tenant_id, 'idempotency keys', (data->>'position')::bigint from mt_doc_recordedrequest where data->>'position' ~ '^[0-9]{1,18}$'
        union all select cluster, 'webhooks', position from gov_webhooks
        union all select w.cluster, 'webhook attempts', a.position from gov_webhook_attempts a join gov_webhooks w on w.id = a.webhook
        union all select w.cluster, 'dead letters', d.position from gov_webhook_dead_letters d join gov_webhooks w on w.id = d.webhook
        """;

    /// <summary>Every cluster that something is known of, by id.</summary>
    internal const string ClustersSql = $"select cluster from (select cluster from ({Known}) known where position > 0 union select distinct tenant_id from mt_events union select tenant_id from mt_streams) every order by 1";

    internal const string Sql = $"select what, max(position) from ({Known}) known where cluster = $1 and position > $2 group by what order by what";

    /// <summary>Requests that say another time than the act that they say they became.</summary>
    internal const string RequestsSql = """
        select count(*) from mt_doc_recordedrequest r where r.tenant_id = $1 and not exists (
          select from mt_events e where e.tenant_id = $1 and e.stream_id = $2 and e.version = case when r.data->>'position' ~ '^[0-9]{1,18}$' then (r.data->>'position')::bigint end
             and e.timestamp = case when r.data->>'recordedAt' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})$' then (r.data->>'recordedAt')::timestamptz end)
        """;

    /// <summary>How many numbers of the sequence were drawn since the last event, and stand at none.</summary>
    internal const string DrawnSql = "select case when s.is_called then s.last_value else 0 end - coalesce((select max(seq_id) from mt_events), 0) from mt_events_sequence s";

    internal static async Task<IReadOnlyList<string>> FindAsync(NpgsqlConnection connection, string cluster, long head, CancellationToken ct)
    {
        var found = new List<string>();
        await using var batch = connection.ForCluster(cluster, Sql, cluster, head).Then(RequestsSql, cluster, RegisterStream.Of(cluster));
        await using var reader = await batch.RowsAsync(ct);
        while (await reader.ReadAsync(ct)) found.Add($"missing: {reader.GetString(0)} know of act {reader.GetInt64(1)}");
        await reader.NextResultAsync(ct);
        if (await reader.ReadAsync(ct) && reader.GetInt64(0) is > 0 and var requests) found.Add($"idempotency keys: {requests} say another position or time than an act has");
        return found;
    }
}
