using Governance.Api.Hosting;
using Npgsql;

namespace Governance.Api.Reporting;

/// <summary>Builds the reporting tables anew beside those that are read, and puts them in their place once they are as far.</summary>
internal sealed class Rebuilding(NpgsqlDataSource database, Projection projection, TimeProvider clock)
{
    private const string Next = "reporting_next";
    private const string Old = "reporting_old";
    private const string Words = "search_texts_words";   // an index that is made once there is something in it, so that filling is fast
    private const long OneAtATime = 0x72656275696C64;   // "rebuild"

    /// <summary>Rebuilds and swaps; readers never notice but by the rows. Throws <see cref="CannotStartException"/> while another rebuild is at work.</summary>
    public async Task RunAsync(Action<string> tell, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        if (!await TakeAsync(connection, ct)) throw new CannotStartException("Another rebuild is at work on this database.");
        try
        {
            var progress = new RebuildProgress(tell, clock);
            await ExecuteAsync(connection, $"drop schema if exists {Old} cascade; drop schema if exists {Next} cascade; select gov_create_reporting('{Next}'); select gov_create_search('{Next}'); drop index {Next}.{Words}; select gov_create_searching('{Next}'); select gov_wall()", ct);
            await CatchUpAsync(progress, ct);
            string[] last = [$"create index {Words} on {Next}.search_texts using gin (words)", .. Table.All.Select(table => $"select gov_constrain_reporting('{Next}', '{table.Name}')")];
            await Parallel.ForEachAsync(last, ct, OnItsOwnAsync);
            await SwapAsync(connection, progress, ct);
            await ExecuteAsync(connection, $"drop schema {Old} cascade", ct);
            progress.End();
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock({OneAtATime})", CancellationToken.None);
        }
    }

    /// <summary>Whether what a rebuild makes is there, and not yet in its place.</summary>
    public async Task<bool> IsBrokenOffAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select exists (select from pg_namespace where nspname in ('{Next}', '{Old}'))");
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private async Task CatchUpAsync(RebuildProgress progress, CancellationToken ct)
    {
        while (await projection.BehindAsync(Next, ct) is { Count: > 0 } behind)
        {
            progress.Begin(behind.Count);
            await Parallel.ForEachAsync(behind, ct, async (cluster, token) => progress.Done(await projection.ProjectAsync(Next, cluster, token)));
        }
    }

    private async ValueTask OnItsOwnAsync(string sql, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, sql, ct);
    }

    /// <summary>Nobody writes to either copy meanwhile, so that what is read never goes back.</summary>
    private async Task SwapAsync(NpgsqlConnection connection, RebuildProgress progress, CancellationToken ct)
    {
        await CatchUpAsync(progress, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({Projection.Gate})", ct);
        await CatchUpAsync(progress, ct);
        await ExecuteAsync(connection, $"alter schema {Projection.Live} rename to {Old}; alter schema {Next} rename to {Projection.Live}", ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<bool> TakeAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({OneAtATime})", connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
