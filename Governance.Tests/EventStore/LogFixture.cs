using Governance.Api.EventStore;
using Governance.Api.Store;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.EventStore;

/// <summary>An empty log in a database of its own.</summary>
public sealed class LogFixture : IAsyncLifetime
{
    private int clusters;

    private LogHost serving = null!;

    /// <summary>As its owner, who sees it all.</summary>
    public NpgsqlDataSource Database { get; private set; } = null!;

    /// <summary>As the role that serves.</summary>
    public EventLog Log => serving.Log;

    /// <inheritdoc cref="Log"/>
    public ClusterSessions Sessions => serving.Sessions;

    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        ConnectionString = await PostgresServer.CreateDatabaseAsync();
        Database = EventLog.Open(ConnectionString);
        serving = LogHost.Open(PostgresServer.Serving(ConnectionString));
    }

    public Story NewCluster() => new($"cluster-{Interlocked.Increment(ref clusters)}");

    public async Task<object?> SqlAsync(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync();
    }

    public async Task DisposeAsync()
    {
        await Database.DisposeAsync();
        await serving.DisposeAsync();
    }
}
