using Governance.Api.Cli;
using Governance.Api.Security;
using Governance.Api.Store;
using Governance.Domain.Values;
using Npgsql;

namespace Governance.Api.Features.History;

/// <summary>What those who make registrations are called: people by their accounts, with what they sign in as, since names are their own to choose; machines by their keys.</summary>
internal sealed class ActorNames(NpgsqlDataSource database)
{
    private static readonly Phrase key = new("nøkkel", "key");

    /// <summary>Those who are neither.</summary>
    private static readonly Dictionary<string, Phrase> others = new(StringComparer.Ordinal)
    {
        [OpenApplication.Actor] = new("kommandolinjen", "the command line"),
        [ApiKey.Bootstrap] = new("den første nøkkelen", "the first key"),
    };

    /// <summary>The names by id, of those that are known.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(string[] ids, Language language, CancellationToken ct)
    {
        await using var command = database.Command(
            """
            select id, data->>'name', null, null from mt_doc_apikey where id = any($1)
            union all select id, data->>'name', data->>'login', data->>'issuer' from mt_doc_account where id = any($1) and data->>'name' <> ''
            """, (object)ids);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) names[reader.GetString(0)] = $"{VisibleText.Undirected(reader.GetString(1))} ({(Text(reader, 2) ?? Text(reader, 3) ?? key.In(language))})";
        foreach (var id in ids.Where(others.ContainsKey)) names[id] = others[id].In(language);
        return names;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
