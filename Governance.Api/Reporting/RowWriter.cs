using Npgsql;

namespace Governance.Api.Reporting;

/// <summary>Writes a cluster's rows in a transaction: one statement per table and kind.</summary>
internal static class RowWriter
{
    /// <summary>Puts rows into the tables of a schema.</summary>
    public static async Task InsertAsync(NpgsqlConnection connection, string schema, string cluster, IEnumerable<KnownRow> rows, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var table in rows.GroupBy(r => r.Row.Table))
        {
            List<KnownRow> all = [.. table];
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"""
                insert into {schema}.{table.Key.Name}
                select r.* from unnest($2::jsonb[], $3::date[], $4::date[], $5::timestamptz[], $6::timestamptz[]) x(said, "from", until, opened, closed),
                  jsonb_populate_record(null::{schema}.{table.Key.Name}, x.said || jsonb_build_object(
                    'cluster', $1, 'valid', daterange(x."from", x.until), 'known', tstzrange(x.opened, x.closed))) r
                """)
            {
                Parameters =
                {
                    new NpgsqlParameter<string> { TypedValue = cluster },
                    new NpgsqlParameter<string[]> { TypedValue = [.. all.Select(r => r.Row.Values)] },
                    new NpgsqlParameter<DateOnly[]> { TypedValue = [.. all.Select(r => r.Row.From)] },
                    new NpgsqlParameter<DateOnly?[]> { TypedValue = [.. all.Select(r => r.Row.Until)] },
                    new NpgsqlParameter<DateTimeOffset[]> { TypedValue = [.. all.Select(r => r.From)] },
                    new NpgsqlParameter<DateTimeOffset?[]> { TypedValue = [.. all.Select(r => r.Until)] },
                },
            });
        }
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Ends what is known of rows. Throws <see cref="InvalidDataException"/> where one of them is not there.</summary>
    public static async Task EndAsync(NpgsqlConnection connection, string schema, string cluster, IEnumerable<(Row Row, DateTimeOffset At)> ended, CancellationToken ct)
    {
        foreach (var table in ended.GroupBy(e => e.Row.Table))
        {
            List<(Row Row, DateTimeOffset At)> all = [.. table];
            await using var command = new NpgsqlCommand($"""
                update {schema}.{table.Key.Name} t set known = tstzrange(lower(t.known), x.at) from unnest($2::uuid[], $3::date[], $4::timestamptz[]) x(id, "from", at)
                 where t.cluster = $1{(table.Key.Key is { } key ? $" and t.{key} = x.id" : "")} and lower(t.valid) = x."from" and upper_inf(t.known)
                """, connection);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
            command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. all.Select(e => e.Row.Key)] });
            command.Parameters.Add(new NpgsqlParameter<DateOnly[]> { TypedValue = [.. all.Select(e => e.Row.From)] });
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset[]> { TypedValue = [.. all.Select(e => e.At)] });
            var found = await command.ExecuteNonQueryAsync(ct);
            if (found != all.Count) throw new InvalidDataException($"{table.Key.Name} has {found} of the {all.Count} rows that an act ends: rebuild");
        }
    }

    /// <summary>Takes all of a cluster's rows out.</summary>
    public static async Task ClearAsync(NpgsqlConnection connection, string schema, string cluster, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var table in Table.All)
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"delete from {schema}.{table.Name} where cluster = $1") { Parameters = { new NpgsqlParameter<string> { TypedValue = cluster } } });
        await batch.ExecuteNonQueryAsync(ct);
    }
}
