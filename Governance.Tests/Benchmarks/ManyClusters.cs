using Governance.Api.EventStore;
using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks;

/// <summary>A log of many clusters alike: the first is appended, the others are copied from it in the database.</summary>
internal static class ManyClusters
{
    /// <summary>Fills the log, anew.</summary>
    /// <returns>How many events there are.</returns>
    public static async Task<long> FillAsync(Bench bench, int clusters, int events)
    {
        await bench.ExecuteAsync("truncate mt_events, mt_streams");
        var count = await new LongHistory(Name(0)).AppendAsync(bench.Log, events);
        for (var i = 1; i < clusters; i++) await CopyAsync(bench, Name(0), Name(i));
        await bench.ExecuteAsync("vacuum analyze mt_events, mt_streams");
        return count * clusters;
    }

    public static string Name(int cluster) => $"cluster-{cluster}";

    private static Task CopyAsync(Bench bench, string from, string to) => bench.ExecuteAsync("""
        with streams as (
          insert into mt_streams (tenant_id, id, type, version, timestamp, created, is_archived)
            select $2, case id when $3 then $4 else id end, type, version, timestamp, created, is_archived from mt_streams where tenant_id = $1)
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived)
          select nextval('mt_events_sequence'), e.* from (
            select id, case stream_id when $3 then $4 else stream_id end, version, data, type, timestamp, $2, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived
              from mt_events where tenant_id = $1 order by seq_id) e
        """, from, to, RegisterStream.Of(from), RegisterStream.Of(to));
}
