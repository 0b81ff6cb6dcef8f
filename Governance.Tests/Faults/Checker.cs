using Npgsql;
using Governance.Tests.Support;

namespace Governance.Tests.Faults;

/// <summary>Compares what clients were told with what stands in the tables, by SQL of its own: nothing the program says of itself is believed but its hashes.</summary>
public static class Checker
{
    /// <summary>Each acknowledged decision is there once, at its position; none is there that nobody was told of; no position is left out; every hash is as it was made.</summary>
    public static async Task CheckAsync(string connectionString, IReadOnlyCollection<Acknowledgement> told)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var host = LogHost.Open(connectionString);
        foreach (var cluster in told.GroupBy(t => t.Cluster))
        {
            var stored = await StoredAsync(database, cluster.Key);
            stored.Where(s => s.Title is not null).Should().Equal(cluster.OrderBy(t => t.Position).Select(t => (t.Position, (string?)t.Title)));
            stored.Select(s => s.Position).Should().Equal(Enumerable.Range(1, stored.Count).Select(n => (long)n));
            cluster.Select(t => t.Id).Should().OnlyHaveUniqueItems();
            (await host.Log.VerifyAsync(cluster.Key)).Differences.Should().BeEmpty();
        }
    }

    private static async Task<List<(long Position, string? Title)>> StoredAsync(NpgsqlDataSource database, string cluster)
    {
        await using var command = database.CreateCommand("""
            select e.version, e.data #>> '{head,title}' from mt_events e join mt_streams s on (s.tenant_id, s.id) = (e.tenant_id, e.stream_id)
             where e.tenant_id = $1 and s.type = 'register' order by e.version
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
        await using var reader = await command.ExecuteReaderAsync();
        var stored = new List<(long, string?)>();
        while (await reader.ReadAsync()) stored.Add((reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
        return stored;
    }
}
