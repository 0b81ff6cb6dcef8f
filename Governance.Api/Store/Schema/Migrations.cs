using Governance.Api.Hosting;
using JasperFx;
using Marten;
using Npgsql;
using Weasel.Core.Migrations;
using Weasel.Postgresql.Tables;
using Wolverine.Persistence.Durability;

namespace Governance.Api.Store.Schema;

/// <summary>The database's schema does not fit this program; the message says why and is meant for the operator.</summary>
public sealed class SchemaMismatchException(string message) : Exception(message);

/// <summary>Brings a database's schema up to this program: Marten's by Marten, Wolverine's by Wolverine, the rest by numbered steps, each in a transaction of its own. One at a time: whoever else would waits.</summary>
public sealed class Migrations(NpgsqlDataSource database, IDocumentStore store, IMessageStore messages, IReadOnlyList<Migration> steps)
{
    /// <summary>The steps this program was built with.</summary>
    public Migrations(NpgsqlDataSource database, IDocumentStore store, IMessageStore messages) : this(database, store, messages, Migration.Embedded) { }

    private const long AdvisoryLock = 0x676F7665726E;   // "govern"

    /// <summary>The first number of those that need no part in the upgrade of a database of 22800f9.</summary>
    private const int AfterUpgrade = 200;

    /// <summary>Applies what is missing, as the owner. Throws <see cref="SchemaMismatchException"/> on a database newer than this program, or changed behind it, or where this role may not change it.</summary>
    public async Task ApplyAsync(CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        try
        {
            await ExecuteAsync(connection, "select pg_advisory_lock($1)", ct, AdvisoryLock);
            await ExecuteAsync(connection, "create table if not exists gov_migrations (number int primary key, name text not null, applied_at timestamptz not null default clock_timestamp(), checksum text not null)", ct);
            var applied = await ReadAppliedAsync(connection, ct);
            await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
            await messages.Admin.MigrateAsync();
            if (applied.Keys.Any(number => number < Migration.First) && applied.Keys.All(number => number < Migration.First)) applied = await UpgradeAsync(connection, ct);
            foreach (var step in steps.Where(step => !applied.ContainsKey(step.Number))) await ApplyAsync(connection, step.Sql, [step], ct);
            // Roles and tables that have come since are behind row-level security too.
            await ExecuteAsync(connection, "select gov_wall()", ct);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new SchemaMismatchException("This role may not change the database. Run migrate as the owner of its tables: ConnectionStrings:Owner.");
        }
        finally
        {
            if (connection.State == System.Data.ConnectionState.Open) await ExecuteAsync(connection, "select pg_advisory_unlock($1)", CancellationToken.None, AdvisoryLock);
        }
    }

    /// <summary>The columns of each table that this program's settings ask of Marten and Wolverine.</summary>
    private IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Needed => field ??=
    [
        new("gov_migrations", ["number", "name", "checksum"]),
        .. new[] { store.Storage.Database, (IDatabase)messages }.SelectMany(library => library.AllObjects()).OfType<Table>()
            .Select(table => new KeyValuePair<string, IReadOnlyList<string>>(table.Identifier.Name, [.. table.Columns.Select(column => column.Name)])),
    ];

    /// <summary>Applies what is missing of the database that the configuration means, as its owner.</summary>
    /// <param name="settings">As on the command line.</param>
    public static async Task ApplyAsync(string[] settings, CancellationToken ct = default)
    {
        await using var owner = Application.Assemble([.. settings, LocalDatabase.AsOwner]);
        await owner.Services.GetRequiredService<Migrations>().ApplyAsync(ct);
    }

    /// <summary>Throws <see cref="SchemaMismatchException"/> where the database lacks something.</summary>
    public async Task CheckAsync(CancellationToken ct = default)
    {
        if (await MissingAsync(ct: ct) is { } missing) throw new SchemaMismatchException($"The database lacks {missing} of this program's schema. Run migrate as the owner of its tables first.");
    }

    /// <summary>What the database lacks of this program's schema; null if nothing. It may have more: a newer program has started beside this one.</summary>
    public async Task<string?> MissingAsync(NpgsqlDataSource? through = null, CancellationToken ct = default)
    {
        through ??= database;
        await using var command = through.CreateCommand("select t.relname, c.attname from pg_class t join pg_attribute c on c.attrelid = t.oid where t.relkind = 'r' and t.relname = any($1) and c.attnum > 0");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. Needed.Select(table => table.Key)] });
        var found = new HashSet<(string, string)>();
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) found.Add((reader.GetString(0), reader.GetString(1)));
        foreach (var (table, columns) in Needed)
            if (columns.Where(column => !found.Contains((table, column))).ToList() is [var column, ..] lacking)
                return lacking.Count == columns.Count ? $"table {table}" : $"column {table}.{column}";
        await using var connection = await through.OpenConnectionAsync(ct);
        var applied = await ReadAppliedAsync(connection, ct);
        return steps.FirstOrDefault(step => !applied.ContainsKey(step.Number)) is { } missing ? $"migration {missing.Number:0000} ({missing.Name})" : null;
    }

    private async Task<SortedDictionary<int, (string Name, string Checksum)>> UpgradeAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        List<Migration> own = [.. steps.Where(step => step.Number < AfterUpgrade)];
        await ApplyAsync(connection, Migration.Upgrade(own), own, ct);
        return await ReadAppliedAsync(connection, ct);
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, string sql, IEnumerable<Migration> steps, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, sql, ct);
        foreach (var step in steps) await ExecuteAsync(connection, "insert into gov_migrations (number, name, checksum) values ($1, $2, $3)", ct, step.Number, step.Name, step.Checksum);
        await transaction.CommitAsync(ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        // Another node may be at a step that takes its time.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<SortedDictionary<int, (string Name, string Checksum)>> ReadAppliedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var applied = new SortedDictionary<int, (string, string)>();
        await using var command = new NpgsqlCommand("select number, name, checksum from gov_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) applied.Add(reader.GetInt32(0), (reader.GetString(1), reader.GetString(2)));
        foreach (var (number, (name, checksum)) in applied) Check(number, name, checksum);
        return applied;
    }

    private void Check(int number, string name, string checksum)
    {
        if (number < Migration.First) return;
        var step = steps.FirstOrDefault(s => s.Number == number);
        if (step is null)
            throw new SchemaMismatchException($"The database is newer than this program: it has migration {number:0000} ({name}), which this program does not know. Run the newer program.");
        if (step.Checksum != checksum)
            throw new SchemaMismatchException($"Migration {number:0000} ({name}) was applied with another text than this program has: a released migration must never change.");
    }
}
