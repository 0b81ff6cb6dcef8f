using System.Globalization;
using Governance.Api.Hosting;
using Npgsql;

namespace Governance.Api.Reporting;

/// <summary>Builds the reporting tables anew beside those that are read, and puts them in their place once they are as far.</summary>
internal sealed class Rebuilding(NpgsqlDataSource database, Projection projection, TimeProvider clock)
{
    private const string Next = "reporting_next";
    private const string Old = "reporting_old";
    private const long OneAtATime = 0x72656275696C64;   // "rebuild"
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(1);

    /// <summary>Rebuilds and swaps; readers never notice but by the rows. Throws <see cref="CannotStartException"/> while another rebuild is at work.</summary>
    public async Task RunAsync(Action<string> tell, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        if (!await TakeAsync(connection, ct)) throw new CannotStartException("Another rebuild is at work on this database.");
        try
        {
            await ExecuteAsync(connection, $"drop schema if exists {Old} cascade; drop schema if exists {Next} cascade; select gov_create_reporting('{Next}'); select gov_create_search('{Next}')", ct);
            await CatchUpAsync(tell, ct);
            foreach (var table in Table.All) await ExecuteAsync(connection, $"select gov_constrain_reporting('{Next}', '{table.Name}')", ct);
            await SwapAsync(connection, tell, ct);
            await ExecuteAsync(connection, $"drop schema {Old} cascade", ct);
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock({OneAtATime})", CancellationToken.None);
        }
    }

    private async Task CatchUpAsync(Action<string> tell, CancellationToken ct)
    {
        var (started, told, events) = (clock.GetTimestamp(), clock.GetTimestamp(), 0L);
        while (await projection.BehindAsync(Next, ct) is { Count: > 0 } behind)
        {
            foreach (var (cluster, index) in behind.Select((c, i) => (c, i)))
            {
                events += await projection.ProjectAsync(Next, cluster, ct);
                if (clock.GetElapsedTime(told) < TellEvery) continue;
                told = clock.GetTimestamp();
                tell(Progress(index + 1, behind.Count, events, clock.GetElapsedTime(started)));
            }
            tell(Progress(behind.Count, behind.Count, events, clock.GetElapsedTime(started)));
        }
    }

    /// <summary>Nobody writes to either copy meanwhile, so that what is read never goes back.</summary>
    private async Task SwapAsync(NpgsqlConnection connection, Action<string> tell, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, $"select pg_advisory_xact_lock({Projection.Gate})", ct);
        await CatchUpAsync(tell, ct);
        await ExecuteAsync(connection, $"alter schema {Projection.Live} rename to {Old}; alter schema {Next} rename to {Projection.Live}", ct);
        await transaction.CommitAsync(ct);
    }

    private static string Progress(int clusters, int of, long events, TimeSpan elapsed) =>
        string.Create(CultureInfo.InvariantCulture, $"{clusters} of {of} clusters, {events} events, {events / Math.Max(elapsed.TotalSeconds, 0.001):0} events per second");

    private static async Task<bool> TakeAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({OneAtATime})", connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
