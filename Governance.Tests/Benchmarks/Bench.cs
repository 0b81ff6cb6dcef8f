using Governance.Api.EventStore;
using Governance.Api.Hosting;
using Governance.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Governance.Tests.Benchmarks;

/// <summary>What a benchmark runs on: a private PostgreSQL that loses nothing it has committed, with the program's schema; and the figures it finds.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly LocalPostgres postgres;
    private readonly List<Figure> figures = [];

    private Bench(string name, TemporaryFolder folder, LocalPostgres postgres)
    {
        (Name, this.folder, this.postgres) = (name, folder, postgres);
        Database = EventLog.Open(postgres.ConnectionString);
        Log = new(Database, new(EventTypes.Domain, Upcasters.None));
    }

    public string Name { get; }

    public NpgsqlDataSource Database { get; }

    public EventLog Log { get; }

    public IReadOnlyList<Figure> Figures => figures;

    public static async Task<Bench> StartAsync(string name)
    {
        var place = new TemporaryFolder();
        var bench = new Bench(name, place, await LocalPostgres.StartAsync(place.Path, durable: true, NullLogger.Instance, default));
        await new Migrations(bench.Database).ApplyAsync();
        return bench;
    }

    /// <summary>Takes turns between what is measured and its floor, after one each to warm up, and notes how they compare.</summary>
    /// <param name="units">What one turn does so many of.</param>
    /// <param name="warm">Whether both have been done before.</param>
    public async Task CompareAsync(string what, string unit, long units, Func<Task> measured, Func<Task> floor, int rounds, bool warm = false)
    {
        if (!warm) await measured();
        if (!warm) await floor();
        var contest = await Contest.RunAsync(measured, floor, rounds);
        figures.Add(Figure.Of(Name, what, unit, units, contest, await SizeAsync()));
    }

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        command.CommandTimeout = 0;
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await postgres.DisposeAsync();
        folder.Dispose();
    }

    private async Task<long> SizeAsync()
    {
        await using var command = Database.CreateCommand("select pg_database_size(current_database())");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
