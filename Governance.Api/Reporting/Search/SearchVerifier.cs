using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Domain.Views;
using Npgsql;

namespace Governance.Api.Reporting.Search;

/// <summary>Compares a cluster's search texts with those of a fresh fold of its log.</summary>
internal sealed class SearchVerifier(NpgsqlDataSource database, EventLog log)
{
    /// <summary>Answers every text that is in one and not in the other, but for what acts that are yet to be told of touch.</summary>
    public async Task<ReportingVerification> VerifyAsync(string cluster, CancellationToken ct)
    {
        var position = await PositionAsync(cluster, ct);
        var live = position == 0 ? LiveCluster.Empty(cluster) : LiveCluster.Empty(cluster).With(await log.ReadTailAsync(cluster, 0, ct));
        var ahead = SearchTexts.Touched(live.History, live.History.Acts.Skip((int)position));
        var fresh = SearchTexts.Of(live.AtPosition(position), live.Persons, null).Where(t => !ahead.Contains(t.Id)).ToList();
        await using var command = database.CreateCommand($"""
            with fresh as (select * from {SearchWriter.Rows} f({SearchWriter.Columns})),
              stored as (select {SearchWriter.Columns} from {Projection.Live}.search_texts where cluster = $1 and not id = any($12))
            select 'stands there and should not', d::text from (select * from stored except all select * from fresh) d
            union all
            select 'is missing', d::text from (select * from fresh except all select * from stored) d
            """);
        SearchWriter.Fill(command.Parameters, cluster, fresh);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. ahead] });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<string>();
        while (await reader.ReadAsync(ct)) found.Add($"search_texts: {reader.GetString(1)} {reader.GetString(0)}");
        return new(position, found);
    }

    private async Task<long> PositionAsync(string cluster, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select position from {Projection.Live}.checkpoints where cluster = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
        return (long?)await command.ExecuteScalarAsync(ct) ?? 0;
    }
}
