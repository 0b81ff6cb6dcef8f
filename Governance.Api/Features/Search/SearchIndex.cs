using Governance.Api.EventStore;
using Governance.Api.Reporting;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Governance.Api.Store;
using Npgsql;

namespace Governance.Api.Features.Search;

/// <summary>A text that fits what was asked for, and how well.</summary>
internal sealed record Match(SearchKind Kind, Guid Id, int Part, long Rank, PartialDate? From, PartialDate? Through);

/// <summary>Asks the search texts.</summary>
internal sealed class SearchIndex([FromKeyedServices(Connections.Searches)] NpgsqlDataSource database, Projection projection, TimeProvider clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Sees to it that the texts tell of a position; false if they cannot be brought so far.</summary>
    public async Task<bool> ReachAsync(string cluster, long position, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        while (await PositionAsync(cluster, ct) < position)
        {
            if (clock.GetElapsedTime(started) >= LongestWait) return false;
            if (await projection.ProjectAsync(Projection.Live, cluster, ct) == 0) await Task.Delay(Pause, clock, ct);
        }
        return true;
    }

    /// <summary>All texts that fit, in no order. A name or mandate no longer in force counts half.</summary>
    public async Task<IReadOnlyList<Match>> FindAsync(string cluster, Sentence asked, SearchKind? kind, bool reader, DateOnly today, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, $$"""
            select kind, id, part, (1e6 * ts_rank('{0.1, 0.3, 0.5, 1}', words, gov_search_query($2, $3), 1) / case when until <= $6 then 2 else 1 end)::bigint, said_from, said_through
              from {{Projection.Live}}.searched
             where cluster = $1 and words @@ gov_search_query($2, $3) and ($4::text is null or kind = $4) and ($5 or not for_readers)
            """, cluster, asked.Typed, asked.BegunText, new NpgsqlParameter<string?> { TypedValue = kind is { } one ? Words.Of(one) : null }, reader, today);
        await using var rows = await command.RowsAsync(ct);
        var found = new List<Match>();
        while (await rows.ReadAsync(ct))
            found.Add(new(Words.TryParse<SearchKind>(rows.GetString(0), out var word) ? word : default, rows.GetGuid(1), rows.GetInt32(2), rows.GetInt64(3), Date(rows, 4), Date(rows, 5)));
        return found;
    }

    /// <summary>What of each text to show, in the same order; nothing where it is gone meanwhile.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Fragment>>> SnippetsAsync(string cluster, Sentence asked, IReadOnlyList<Match> matches, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, $"""
            select m.place, gov_search_marked(t.title, gov_search_query($2, $3), '{Fragment.Whole}'), gov_search_marked(t.text, gov_search_query($2, $3), '{Fragment.Parts}'), t.title, t.text
              from unnest($4::text[], $5::uuid[], $6::int[]) with ordinality m(kind, id, part, place)
              join {Projection.Live}.searched t on t.cluster = $1 and (t.kind, t.id, t.part) = (m.kind, m.id, m.part)
            """, cluster, asked.Typed, asked.BegunText, matches.Select(m => Words.Of(m.Kind)).ToArray(), matches.Select(m => m.Id).ToArray(), matches.Select(m => m.Part).ToArray());
        await using var rows = await command.RowsAsync(ct);
        var snippets = Enumerable.Repeat<IReadOnlyList<Fragment>>([], matches.Count).ToArray();
        while (await rows.ReadAsync(ct))
            snippets[rows.GetInt64(0) - 1] = Fragment.Of(rows.GetString(1), rows.GetString(2)) ?? SpelledFragment.Of(rows.GetString(3), rows.GetString(4), asked) ?? Fragment.Unmarked(rows.GetString(1), rows.GetString(2));
        return snippets;
    }

    private async Task<long> PositionAsync(string cluster, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select position from {Projection.Live}.checkpoints where cluster = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
        return (long?)await command.ExecuteScalarAsync(ct) ?? 0;
    }

    private static PartialDate? Date(NpgsqlDataReader rows, int column) => rows.IsDBNull(column) ? null : PartialDate.Parse(rows.GetString(column));
}
