using Governance.Api.Security.OpenIdConnect;
using Governance.Api.Store;
using Npgsql;

namespace Governance.Api.Security.SignIn;

/// <summary>The sessions in the database: a table, since each is written often and alone. One counts while its account is not disabled and has the stamp it began with.</summary>
public sealed class Sessions(NpgsqlDataSource database, TimeProvider clock, ProviderSettings? provider = null)
{
    private const int LongestAgent = 200;

    /// <summary>Begins a session for the account as it was read; one that has changed since makes it hold from the first no more.</summary>
    /// <param name="idToken">What a provider vouched for the person by.</param>
    /// <returns>Its token, which only the browser keeps.</returns>
    public async Task<string> BeginAsync(Account account, string? agent, CancellationToken ct, string? idToken = null)
    {
        var (token, now) = (Token.New(), clock.GetUtcNow());
        await database.ExecuteAsync("delete from gov_sessions where seen_at < $1 or created_at < $2", ct, now - Session.Idle, now - Session.Lifetime);
        await database.ExecuteAsync(
            "insert into gov_sessions (hash, id, account, stamp, agent, created_at, seen_at, id_token) values ($1, $2, $3, $4, $5, $6, $6, $7)",
            ct, Token.Hash(token), Token.NewId(), account.Id, account.Stamp, Cut(agent), now, idToken);
        return token;
    }

    /// <summary>Who is signed in by the token with this hash; noted as seen.</summary>
    public async Task<SignedIn?> FindAsync(byte[] hash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await ReadAsync(hash, ct) is not { } found || !found.Session.HoldsAt(now)) return null;
        if (now - found.Session.SeenAt < Session.Noticed) return found;

        await database.ExecuteAsync("update gov_sessions set seen_at = greatest(seen_at, $2) where hash = $1", ct, hash, now);
        return found with { Session = found.Session with { SeenAt = now } };
    }

    /// <summary>An account's, the one used last first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(string account, CancellationToken ct)
    {
        await using var command = database.Command(
            "select s.id, s.agent, s.created_at, s.seen_at, a.data->>'issuer' from gov_sessions s join mt_doc_account a on a.id = s.account and (a.data->>'stamp')::bigint = s.stamp where a.id = $1 order by s.seen_at desc, s.id", account);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (sessions, now) = (new List<Session>(), clock.GetUtcNow());
        while (await reader.ReadAsync(ct)) sessions.Add(Read(reader));
        return [.. sessions.Where(s => s.HoldsAt(now))];
    }

    /// <returns>Whose it was, and the id_token that it began with, if any; nothing where there was none.</returns>
    public async Task<(string Account, string? IdToken)?> EndAsync(byte[] hash, CancellationToken ct)
    {
        await using var command = database.Command("delete from gov_sessions where hash = $1 returning account, id_token", hash);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? (row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)) : null;
    }

    /// <summary>Ends one of an account's own.</summary>
    public Task EndAsync(string account, string id, CancellationToken ct) => database.ExecuteAsync("delete from gov_sessions where account = $1 and id = $2", ct, account, id);

    private async Task<SignedIn?> ReadAsync(byte[] hash, CancellationToken ct)
    {
        await using var command = database.Command(
            """
            select s.id, s.agent, s.created_at, s.seen_at, a.data->>'issuer', s.stamp, a.data, t.untold from gov_sessions s join mt_doc_account a on a.id = s.account
              left join gov_sign_in_attempts t on t.account = a.id and t.source = $2 where s.hash = $1
            """, hash, SignInSource.Anywhere.Name);
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct) || Account.Read(row.GetFieldValue<byte[]>(6)) is not { DisabledAt: null } account || account.Stamp != row.GetInt64(5)) return null;
        return new(account.Id, account.Name, account.Grants, Read(row), row.IsDBNull(7) ? 0 : row.GetInt32(7));
    }

    private Session Read(NpgsqlDataReader row) => new(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), row.GetFieldValue<DateTimeOffset>(3))
    {
        Lasting = provider?.RoleClaim is not null && !row.IsDBNull(4) ? Session.OfClaims : Session.Lifetime,
    };

    private static string? Cut(string? agent) => agent?.Length > LongestAgent ? agent[..LongestAgent] : agent;
}
