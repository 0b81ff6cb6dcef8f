using Npgsql;

namespace Governance.Api.EventStore;

/// <summary>The database's schema does not fit this program; the message says why and is meant for the operator.</summary>
public sealed class SchemaMismatchException(string message) : Exception(message);

/// <summary>Brings a database's schema up to this program: each step once, in order, in a transaction of its own; safe to run on several nodes at once.</summary>
public sealed class Migrations(NpgsqlDataSource database, IReadOnlyList<Migration> steps)
{
    private const long AdvisoryLock = 0x676F7665726E;   // "govern"

    /// <summary>The migrations this program was built with.</summary>
    public Migrations(NpgsqlDataSource database) : this(database, Migration.Embedded) { }

    /// <summary>Applies what is missing. Throws <see cref="SchemaMismatchException"/> on a database newer than this program, or changed behind it. By a role that may not, nothing is applied, and it throws too where something is missing.</summary>
    public async Task ApplyAsync(CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        if (await IsAnothersAsync(connection, ct)) await LookAsync(connection, ct);
        else while (await ApplyNextAsync(connection, ct)) { }
    }

    /// <summary>Whether the database has every step of this program. It may have more: a newer program has started beside this one.</summary>
    public async Task<bool> AreAppliedAsync(CancellationToken ct = default)
    {
        await using var command = database.CreateCommand("select count(*) from gov_migrations where number = any($1)");
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. steps.Select(step => step.Number)] });
        return (long)(await command.ExecuteScalarAsync(ct))! == steps.Count;
    }

    private async Task<bool> ApplyNextAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync("select pg_advisory_xact_lock($1)", AdvisoryLock);
        await ExecuteAsync("""
            create table if not exists gov_migrations
              (number int primary key, name text not null, applied_at timestamptz not null default clock_timestamp(), checksum text not null)
            """);
        var applied = await LookAsync(connection, ct, mayLack: true);
        var next = steps.FirstOrDefault(step => !applied.ContainsKey(step.Number));
        if (next is not null)
        {
            await ExecuteAsync(next.Sql);
            await ExecuteAsync("insert into gov_migrations (number, name, checksum) values ($1, $2, $3)", next.Number, next.Name, next.Checksum);
        }
        else
        {
            // Roles and tables that have come since are on the right side of it too.
            await ExecuteAsync("do $$ begin if to_regprocedure('gov_wall()') is not null then perform gov_wall(); end if; end $$");
        }
        await transaction.CommitAsync(ct);
        return next is not null;

        async Task ExecuteAsync(string sql, params object[] values)
        {
            // Another node may be at a step that takes its time.
            await using var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 0 };
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task<bool> IsAnothersAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select to_regclass('gov_migrations') is not null and not has_table_privilege('gov_migrations', 'insert')", connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task<SortedDictionary<int, (string Name, string Checksum)>> LookAsync(NpgsqlConnection connection, CancellationToken ct, bool mayLack = false)
    {
        var applied = await ReadAppliedAsync(connection, ct);
        foreach (var (number, (name, checksum)) in applied)
            Check(number, name, checksum);
        if (!mayLack && steps.FirstOrDefault(step => !applied.ContainsKey(step.Number)) is { } missing)
            throw new SchemaMismatchException($"The database is older than this program, and this role may not change it: it lacks migration {missing.Number:0000} ({missing.Name}). Run migrate as its owner first.");
        return applied;
    }

    private void Check(int number, string name, string checksum)
    {
        var step = steps.FirstOrDefault(s => s.Number == number);
        if (step is null)
            throw new SchemaMismatchException($"The database is newer than this program: it has migration {number:0000} ({name}), which this program does not know. Run the newer program.");
        if (step.Checksum != checksum)
            throw new SchemaMismatchException($"Migration {number:0000} ({name}) was applied with another text than this program has: a released migration must never change.");
    }

    private static async Task<SortedDictionary<int, (string Name, string Checksum)>> ReadAppliedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var applied = new SortedDictionary<int, (string, string)>();
        await using var command = new NpgsqlCommand("select number, name, checksum from gov_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            applied.Add(reader.GetInt32(0), (reader.GetString(1), reader.GetString(2)));
        return applied;
    }
}
