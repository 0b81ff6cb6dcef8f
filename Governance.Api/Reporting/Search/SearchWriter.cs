using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.People;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Npgsql;

namespace Governance.Api.Reporting.Search;

/// <summary>Writes the texts by which a cluster's things are found, in the transaction that brings its rows forward.</summary>
internal static class SearchWriter
{
    /// <summary>The columns as the parameters of <see cref="Fill"/> have them.</summary>
    public const string Columns = "kind, id, part, title, text, said_from, said_through, until, for_readers, spelled";

    /// <summary>Rows of those columns, from the parameters after the first.</summary>
    public const string Rows = "unnest($2::text[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::date[], $10::bool[], $11::text[])";

    /// <summary>Puts the texts of what these acts touched in place of what stood there; at the beginning, all.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, string schema, ClusterHistory history, EventLog log, long position, IEnumerable<RecordedAct> acts, CancellationToken ct)
    {
        var touched = position == 0 ? null : SearchTexts.Touched(history, acts);
        if (touched?.Count == 0) return;
        var (cluster, people) = (history.Id, await log.ReadPeopleAsync(history.Id, touched is null ? null : [.. touched, .. Merged(history, touched)], ct));
        var texts = SearchTexts.Of(history, Persons.None.With(people.Select(PersonCards.Of)), touched).ToList();
        await using var batch = new NpgsqlBatch(connection)
        {
            Timeout = 0,
            BatchCommands =
            {
                new($"delete from {schema}.search_texts where cluster = $1 and ($2::uuid[] is null or id = any($2))")
                {
                    Parameters = { new NpgsqlParameter<string> { TypedValue = cluster }, new NpgsqlParameter<Guid[]?> { TypedValue = touched is null ? null : [.. touched] } },
                },
                new($"insert into {schema}.search_texts (cluster, {Columns}) select $1, * from {Rows}"),
            },
        };
        Fill(batch.BatchCommands[1].Parameters, cluster, texts);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static IEnumerable<Guid> Merged(ClusterHistory history, IReadOnlySet<Guid> into) => history.Aliases.Where(a => into.Contains(a.Value.Value)).Select(a => a.Key.Value);

    /// <summary>The cluster, and a parameter for each column.</summary>
    public static void Fill(NpgsqlParameterCollection parameters, string cluster, IReadOnlyList<SearchText> texts)
    {
        parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
        Add(t => Words.Of(t.Kind));
        Add(t => t.Id);
        Add(t => t.Part);
        Add(t => t.Title);
        Add(t => t.Text);
        Add(t => t.From?.ToString());
        Add(t => t.Through?.ToString());
        Add(t => t.Through?.Next.First);
        Add(t => t.ForReaders);
        Add(t => t.Spelled);

        void Add<T>(Func<SearchText, T> column) => parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. texts.Select(column)] });
    }
}
