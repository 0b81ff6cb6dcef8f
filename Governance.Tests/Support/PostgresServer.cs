using Governance.Api.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Governance.Tests.Support;

/// <summary>The one PostgreSQL of a test run, started by the first test that asks and gone with the run.</summary>
public static class PostgresServer
{
    private static readonly TemporaryFolder Folder = new();
    private static readonly Lazy<Task<LocalPostgres>> Server = new(() => LocalPostgres.StartAsync(Folder.Path, durable: false, NullLogger.Instance, default));
    private static int _databases;

    /// <summary>A new, empty database; nothing of it needs clearing up.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateEmptyDatabaseAsync()
    {
        var server = await Server.Value;
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync(server.ConnectionString, $"create database {name} template template0");
        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ConnectionString;
    }

    internal static async Task StopAsync()
    {
        if (!Server.IsValueCreated) return;
        await (await Server.Value).DisposeAsync();
        Folder.Dispose();
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
