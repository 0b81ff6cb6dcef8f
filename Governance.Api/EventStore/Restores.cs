using Npgsql;

namespace Governance.Api.EventStore;

/// <summary>Whether a database was restored from a backup, and what was erased since has been erased again. A table: it is held against a setting of the database in one statement.</summary>
public sealed class Restores(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Whether it was restored, and has not been held against the list of erasures.</summary>
    public async Task<bool> IsUnfinishedAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select current_setting('governance.restored', true) <> '' and not exists (select from gov_restores where restore = current_setting('governance.restored', true))");
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>Notes that it has been.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "insert into gov_restores (restore, applied_at) select current_setting('governance.restored', true), $1 where current_setting('governance.restored', true) <> '' on conflict do nothing");
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync(ct);
    }
}
