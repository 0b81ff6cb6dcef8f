using Governance.Api.EventStore;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.EventStore;

/// <summary>An empty log in a database of its own.</summary>
public sealed class LogFixture : IAsyncLifetime
{
    private int clusters;

    private NpgsqlDataSource serving = null!;

    /// <summary>As its owner, who sees it all.</summary>
    public NpgsqlDataSource Database { get; private set; } = null!;

    public EventLog Log { get; private set; } = null!;

    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        ConnectionString = await PostgresServer.CreateDatabaseAsync();
        Database = EventLog.Open(ConnectionString);
        serving = EventLog.Open(PostgresServer.Serving(ConnectionString));
        Log = new EventLog(serving, new EventTypes(EventTypes.Domain, Upcasters.None));
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
