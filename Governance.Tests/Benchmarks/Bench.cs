using Governance.Api.EventStore;
using Governance.Api.Messaging;
using Governance.Api.Hosting;
using Governance.Api.Reporting;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Governance.Tests.Benchmarks;

/// <summary>What a benchmark runs on: a PostgreSQL with the program's schema; and the figures it finds.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly Scale scale;
    private readonly RoundTrips? trips;
    private readonly List<Figure> figures = [];
    private readonly List<IAsyncDisposable> open = [];
    private readonly Lazy<LogHost> log;
    private int databases;

    private Bench(string name, Scale scale, string connectionString)
    {
        (Name, this.scale, ConnectionString) = (name, scale, connectionString);
        Database = EventLog.Open(connectionString);
        log = new(() => LogHost.Open(connectionString));
        trips = scale.Smoke ? new(connectionString) : null;
    }

    public string Name { get; }

    public string ConnectionString { get; }

    public NpgsqlDataSource Database { get; }

    public EventLog Log => log.Value.Log;

    public IReadOnlyList<Figure> Figures => figures;

    /// <summary>On a private PostgreSQL that loses nothing it has committed.</summary>
    public static async Task<Bench> StartAsync(string name, Scale scale)
    {
        var folder = new TemporaryFolder();
        var postgres = await LocalPostgres.StartAsync(folder.Path, durable: true, NullLogger.Instance, default);
        var bench = new Bench(name, scale, postgres.ConnectionString);
        bench.open.AddRange([new Removal(folder), postgres]);
        await LogHost.MigrateAsync(bench.ConnectionString);
        return bench;
    }

    /// <summary>On a database with the schema, just to see that it works.</summary>
    public static Bench Smoke(string name, string connectionString) => new(name, new(Smoke: true), connectionString);

    /// <summary>How much of something is needed.</summary>
    public int Sized(int full, int smoke) => scale.Smoke ? smoke : full;

    /// <summary>How many events there are to be in the log.</summary>
    public long Events(long usual, long smoke) => scale.Smoke ? smoke : scale.Events ?? usual;

    /// <summary>A node on a database, this one's own unless told, with room for all the clusters it is asked for.</summary>
    public async Task<TestApi> ServeAsync(string? connectionString = null)
    {
        // What is counted is what asking allocates: queues and schedule run where time is measured.
        var api = await TestApi.StartAsync([$"--ConnectionStrings:Governance={connectionString ?? ConnectionString}", $"--Governance:MaxMemory={1L << 30}", .. scale.Smoke ? [MessagingSetup.ForCommands] : Array.Empty<string>()]);
        open.Add(api);
        return api;
    }

    /// <summary>A database with the schema on the same server, gone with it.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> AnotherDatabaseAsync()
    {
        var name = $"{Database.CreateConnection().Database}_{++databases}";
        await ExecuteAsync($"create database {name}");
        var connectionString = new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
        await LogHost.MigrateAsync(connectionString);
        return connectionString;
    }

    /// <inheritdoc cref="CompareAsync(string, string, long, Act, Act?, int, bool)"/>
    public Task CompareAsync(string what, string unit, long units, Func<Task> measured, Func<Task> floor, int rounds, bool warm = false)
    {
        return CompareAsync(what, unit, units, Whole(measured), Whole(floor), rounds, warm);

        static Act Whole(Func<Task> act) => async () =>
        {
            await act();
            return [];
        };
    }

    /// <summary>Takes turns between what is measured and its floor, after one each to warm up, and notes how they compare.</summary>
    /// <param name="units">What one turn does so many of.</param>
    /// <param name="warm">Whether both have been done before.</param>
    public async Task CompareAsync(string what, string unit, long units, Act measured, Act? floor, int rounds, bool warm = false)
    {
        if (!warm) await measured();
        if (!warm && floor is not null) await floor();
        var contest = await Contest.RunAsync(measured, floor, scale.Smoke ? 1 : rounds, SettleAsync, () => trips?.Requested.Count ?? 0);
        figures.Add(Figure.Of(Name, what, unit, units, contest, await SizeAsync()));
        if (!scale.Smoke) await Console.Error.WriteLineAsync(Report.Row(figures[^1]));
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
        trips?.Dispose();
        foreach (var one in open.OfType<TestApi>()) await one.DisposeAsync();
        if (log.IsValueCreated) await log.Value.DisposeAsync();
        await Database.DisposeAsync();
        foreach (var one in open.Where(o => o is not TestApi).Reverse()) await one.DisposeAsync();
    }

    /// <summary>Waits until the reporting tables of whoever serves have caught up, so that nothing of one turn is left for the next.</summary>
    private async Task SettleAsync()
    {
        foreach (var api in open.OfType<TestApi>())
        {
            using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            var projection = api.Services.GetRequiredService<Projection>();
            while ((await projection.BehindAsync(Projection.Live, default)).Count > 0) await ticks.WaitForNextTickAsync();
        }
    }

    private async Task<long> SizeAsync()
    {
        await using var command = Database.CreateCommand("select pg_database_size(current_database())");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private sealed class Removal(TemporaryFolder folder) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
