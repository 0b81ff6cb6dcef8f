using Npgsql;

namespace Governance.Api.Features.History;

/// <summary>What those who make registrations are called: people by their accounts, machines by their keys.</summary>
internal sealed class ActorNames(NpgsqlDataSource database)
{
    /// <summary>The names by id, of those that are known.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(string[] ids, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select id, name from gov_api_keys where id = any($1) union all select id, name from gov_accounts where id = any($1)");
        command.Parameters.Add(new() { Value = ids });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) names[reader.GetString(0)] = reader.GetString(1);
        return names;
    }
}
