using Governance.Api.Security.SignIn;
using Governance.Domain.Values;
using Npgsql;

namespace Governance.Api.Features.Privacy;

/// <summary>Finds the accounts that are a person's: those that sign in by their e-mail address.</summary>
public sealed class HeldAccounts(NpgsqlDataSource database)
{
    /// <summary>Those that have a role in the cluster.</summary>
    public async Task<IReadOnlyList<HeldAccount>> OfAsync(string cluster, string[] emails, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select a.data, s.agent, s.created_at, s.seen_at from mt_doc_account a left join gov_sessions s on s.account = a.id
             where a.data->>'login' = any($1) order by a.id, s.seen_at desc
            """);
        command.Parameters.Add(new() { Value = emails.Select(e => e.ToLowerInvariant()).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<(Account Account, HeldSession? Session)>();
        while (await reader.ReadAsync(ct))
            found.Add((
                Account.Read(reader.GetFieldValue<byte[]>(0)),
                await reader.IsDBNullAsync(2, ct) ? null : new(reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetFieldValue<DateTimeOffset>(3))));
        return [.. found.GroupBy(f => f.Account.Id, StringComparer.Ordinal).Select(g => Of(cluster, g.First().Account, [.. g.Select(f => f.Session).OfType<HeldSession>()])).Where(a => a.Roles.Count > 0)];
    }

    private static HeldAccount Of(string cluster, Account a, IReadOnlyList<HeldSession> sessions) =>
        new(a.Id, a.Login, a.Name, [.. a.Grants.Where(g => g.Cluster is null || g.Cluster == cluster).Select(g => Words.Of(g.Role))], a.CreatedAt, a.DisabledAt, sessions);
}
