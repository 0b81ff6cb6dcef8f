using Npgsql;
using NpgsqlTypes;

namespace Governance.Api.Reporting;

/// <summary>Writes a cluster's rows in a transaction.</summary>
internal static class RowWriter
{
    /// <summary>How long rows are waited for to be taken in.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Puts rows into the tables of a schema.</summary>
    public static async Task InsertAsync(NpgsqlConnection connection, string schema, string cluster, IEnumerable<KnownRow> rows, CancellationToken ct)
    {
        foreach (var table in rows.GroupBy(row => row.Row.Columns.Table))
        {
            await using var copy = await connection.BeginBinaryImportAsync($"copy {schema}.{table.Key.Name} from stdin (format binary)", ct);
            // The constraints are looked at row by row before it is answered: that takes as long as there are rows.
            copy.Timeout = Patience;
            foreach (var known in table) await copy.WriteRowAsync(ct, [cluster, .. known.Row.Columns.Values, Valid(known.Row), Known(known)]);
            await copy.CompleteAsync(ct);
        }
    }

    /// <summary>Ends what is known of rows. Throws <see cref="InvalidDataException"/> where one of them is not there.</summary>
    public static async Task EndAsync(NpgsqlConnection connection, string schema, string cluster, IEnumerable<(Row Row, DateTimeOffset At)> ended, CancellationToken ct)
    {
        foreach (var table in ended.GroupBy(e => e.Row.Columns.Table))
        {
            List<(Row Row, DateTimeOffset At)> all = [.. table];
            await using var command = new NpgsqlCommand($"""
                update {schema}.{table.Key.Name} t set known = tstzrange(lower(t.known), x.at) from unnest($2::uuid[], $3::date[], $4::timestamptz[]) x(id, "from", at)
                 where t.cluster = $1{(table.Key.Key is { } key ? $" and t.{key} = x.id" : "")} and lower(t.valid) = x."from" and upper_inf(t.known)
                """, connection) { CommandTimeout = 0 };
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
            command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. all.Select(e => e.Row.Columns.Key)] });
            command.Parameters.Add(new NpgsqlParameter<DateOnly[]> { TypedValue = [.. all.Select(e => e.Row.From)] });
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset[]> { TypedValue = [.. all.Select(e => e.At)] });
            var found = await command.ExecuteNonQueryAsync(ct);
            if (found != all.Count) throw new InvalidDataException($"{table.Key.Name} has {found} of the {all.Count} rows that an act ends: rebuild");
        }
    }

    /// <summary>Takes all of a cluster's rows out.</summary>
    public static async Task ClearAsync(NpgsqlConnection connection, string schema, string cluster, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        foreach (var table in Table.All)
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"delete from {schema}.{table.Name} where cluster = $1") { Parameters = { new NpgsqlParameter<string> { TypedValue = cluster } } });
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlRange<DateOnly> Valid(Row row) => new(row.From, true, false, row.Until ?? default, false, row.Until is null);

    private static NpgsqlRange<DateTimeOffset> Known(KnownRow known) =>
        new(known.Row.Since.ToUniversalTime(), true, false, known.Until?.ToUniversalTime() ?? default, false, known.Until is null);
}
