using Governance.Api.Cli;
using Governance.Api.Security;
using Governance.Domain.Values;
using Npgsql;

namespace Governance.Api.Features.History;

/// <summary>What those who make registrations are called: people by their accounts, machines by their keys.</summary>
internal sealed class ActorNames(NpgsqlDataSource database)
{
    /// <summary>Those who are neither.</summary>
    private static readonly Dictionary<string, Phrase> others = new(StringComparer.Ordinal)
    {
        [OpenApplication.Actor] = new("kommandolinjen", "the command line"),
        [ApiKey.Bootstrap] = new("den første nøkkelen", "the first key"),
    };

    /// <summary>The names by id, of those that are known.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(string[] ids, Language language, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select id, data->>'name' from mt_doc_apikey where id = any($1) union all select id, data->>'name' from mt_doc_account where id = any($1) and data->>'name' <> ''");
        command.Parameters.Add(new() { Value = ids });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) names[reader.GetString(0)] = reader.GetString(1);
        foreach (var id in ids.Where(others.ContainsKey)) names[id] = others[id].In(language);
        return names;
    }
}
