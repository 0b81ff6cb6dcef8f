using Npgsql;

namespace Governance.Api.Features.Privacy;

/// <summary>Finds the accounts that are a person's: those that sign in by their e-mail address.</summary>
public sealed class HeldAccounts(NpgsqlDataSource database)
{
    /// <summary>Those that have a role in the cluster.</summary>
    public async Task<IReadOnlyList<HeldAccount>> OfAsync(string cluster, string[] emails, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select a.id, a.login, a.name, array(select split_part(g, '@', 1) from unnest(a.grants) g where split_part(g, '@', 2) in ($1, '*')), a.created_at, a.disabled_at, s.agent, s.created_at, s.seen_at
              from gov_accounts a left join gov_sessions s on s.account = a.id
             where a.login = any($2) and exists (select from unnest(a.grants) g where split_part(g, '@', 2) in ($1, '*')) order by a.id, s.seen_at desc
            """);
        command.Parameters.Add(new() { Value = cluster });
        command.Parameters.Add(new() { Value = emails.Select(e => e.ToLowerInvariant()).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<(HeldAccount Account, HeldSession? Session)>();
        while (await reader.ReadAsync(ct))
        {
            var session = await reader.IsDBNullAsync(7, ct) ? null : new HeldSession(Text(reader, 6), reader.GetFieldValue<DateTimeOffset>(7), reader.GetFieldValue<DateTimeOffset>(8));
            found.Add((new(
                reader.GetString(0), Text(reader, 1), reader.GetString(2), reader.GetFieldValue<string[]>(3), reader.GetFieldValue<DateTimeOffset>(4),
                await reader.IsDBNullAsync(5, ct) ? null : reader.GetFieldValue<DateTimeOffset>(5), []), session));
        }
        return [.. found.GroupBy(f => f.Account.Id, StringComparer.Ordinal).Select(g => g.First().Account with { Sessions = [.. g.Select(f => f.Session).OfType<HeldSession>()] })];
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
