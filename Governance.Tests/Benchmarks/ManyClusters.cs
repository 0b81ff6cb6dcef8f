using Governance.Api.EventStore;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Benchmarks;

/// <summary>A log of many clusters alike: the first is appended, the others are copied from it in the database.</summary>
internal static class ManyClusters
{
    private const int Chunk = 100;

    /// <summary>Fills the log, anew.</summary>
    /// <returns>How many events there are.</returns>
    public static async Task<long> FillAsync(Bench bench, int clusters, int events)
    {
        await bench.ExecuteAsync("truncate mt_events, mt_streams");
        var count = await new LongHistory(Name(0)).AppendAsync(bench.Log, events);
        await CopyAsync(bench.Database, clusters);
        return count * clusters;
    }

    public static string Name(int cluster) => $"cluster-{cluster}";

    /// <summary>Copies the first cluster until there are so many, and sees to it that the planner knows.</summary>
    public static async Task CopyAsync(NpgsqlDataSource database, int clusters)
    {
        foreach (var names in Enumerable.Range(1, clusters - 1).Select(Name).Chunk(Chunk))
            await ExecuteAsync("""
                with wanted as (select * from unnest($2, $3) w(cluster, register)),
                streams as (
                  insert into mt_streams (tenant_id, id, type, version, timestamp, created, is_archived)
                    select cluster, case id when $4 then register else id end, type, version, timestamp, created, is_archived from mt_streams, wanted where tenant_id = $1)
                insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived)
                  select nextval('mt_events_sequence'), e.* from (
                    select id, case stream_id when $4 then register else stream_id end, version, data, type, timestamp, cluster, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived
                      from mt_events, wanted where tenant_id = $1 order by cluster, seq_id) e
                """, Name(0), names, names.Select(RegisterStream.Of).ToArray(), RegisterStream.Of(Name(0)));
        await ExecuteAsync("vacuum analyze mt_events, mt_streams");

        async Task ExecuteAsync(string sql, params object[] values)
        {
            await using var command = database.CreateCommand(sql);
            command.CommandTimeout = 0;
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
            await command.ExecuteNonQueryAsync();
        }
    }
}
