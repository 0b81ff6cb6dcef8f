using Governance.Api.EventStore;
using Governance.Api.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Governance.Tests.Support;

/// <summary>The one PostgreSQL of a test run, started by the first test that asks and gone with the run.</summary>
public static class PostgresServer
{
    private const string Migrated = "migrated";
    private static readonly TemporaryFolder Folder = new();
    private static readonly Lazy<Task<LocalPostgres>> Server = new(StartAsync);
    private static int _databases;

    /// <summary>A new database with the program's schema; nothing of it needs clearing up.</summary>
    /// <returns>Its connection string.</returns>
    public static Task<string> CreateDatabaseAsync() => CreateAsync(Migrated);

    /// <summary>A new database with nothing in it.</summary>
    /// <returns>Its connection string.</returns>
    public static Task<string> CreateEmptyDatabaseAsync() => CreateAsync("template0");

    /// <summary>The same database as the role that serves, if it is one of this server's; who made it owns it.</summary>
    public static string Serving(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) is { Database: { } name } parts && name.StartsWith("test_", StringComparison.Ordinal)
            ? new NpgsqlConnectionStringBuilder(connectionString) { Username = RowLevelSecurity.ServingRole }.ConnectionString
            : connectionString;

    internal static async Task StopAsync()
    {
        if (!Server.IsValueCreated) return;
        await (await Server.Value).DisposeAsync();
        Folder.Dispose();
    }

    private static async Task<LocalPostgres> StartAsync()
    {
        TemporaryFolder.DeleteLeftovers();
        var server = await LocalPostgres.StartAsync(Folder.Path, durable: false, NullLogger.Instance, default);
        await ExecuteAsync(server, $"create database {Migrated}");
        // A template may have no connection open while it is copied.
        await LogHost.MigrateAsync(ConnectionString(server, Migrated) + ";Pooling=false");
        return server;
    }

    private static async Task<string> CreateAsync(string template)
    {
        var server = await Server.Value;
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync(server, $"create database {name} template {template}");
        return ConnectionString(server, name);
    }

    private static string ConnectionString(LocalPostgres server, string database) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = database }.ConnectionString;

    private static async Task ExecuteAsync(LocalPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
