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

    /// <summary>Brings the texts from where they stood to where they stand after these acts; from the beginning, writes all. What is said as before stays as it is: making words of it is what costs.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, string schema, ClusterHistory before, ClusterHistory after, EventLog log, IEnumerable<RecordedAct> acts, CancellationToken ct)
    {
        var touched = before.Position == 0 ? null : SearchTexts.Touched(after, acts);
        if (touched?.Count == 0) return;
        // How people were called when theirs were written is not known any more.
        List<Guid>? persons = touched?.Where(id => after.Persons.ContainsKey(new(id))).ToList();
        var people = persons is [] ? [] : await log.ReadPeopleAsync(after.Id, persons is null ? null : [.. persons, .. Merged(after, persons)], ct);
        var now = SearchTexts.Of(after, Persons.None.With(people.Select(PersonCards.Of)), touched).ToHashSet();
        var gone = touched is null ? [] : SearchTexts.Of(before, Persons.None, touched).Where(text => !now.Remove(text)).ToList();
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        if (persons is not []) batch.Then($"delete from {schema}.search_texts where cluster = $1 and ($2 is null or id = any($2))", after.Id, new NpgsqlParameter<Guid[]?> { TypedValue = persons?.ToArray() });
        if (touched is not null)
        {
            List<SearchText> changed = [.. gone, .. now];
            batch.Then($"delete from {schema}.search_texts t using unnest($2, $3, $4) x(kind, id, part) where t.cluster = $1 and t.id = x.id and t.kind = x.kind and t.part = x.part",
                after.Id, changed.Select(t => Words.Of(t.Kind)).ToArray(), changed.Select(t => t.Id).ToArray(), changed.Select(t => t.Part).ToArray());
        }
        batch.Then($"insert into {schema}.search_texts (cluster, {Columns}) select $1, * from {Rows}");
        Fill(batch.BatchCommands[^1].Parameters, after.Id, [.. now]);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static IEnumerable<Guid> Merged(ClusterHistory history, IReadOnlyCollection<Guid> into) => history.Aliases.Where(a => into.Contains(a.Value.Value)).Select(a => a.Key.Value);

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
