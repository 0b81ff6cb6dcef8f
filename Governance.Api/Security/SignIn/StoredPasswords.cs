using Npgsql;

namespace Governance.Api.Security.SignIn;

/// <summary>The passwords of the accounts in the database, and the links that set one once. A password that is set ends the account's sessions and its lock.</summary>
public sealed class StoredPasswords(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>How long a link holds.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(48);

    private const string Afresh = "failures = 0, locked_until = null, stamp = stamp + 1";
    private const string Unlinked = "link_hash = null, link_expires_at = null";

    /// <summary>Where a token is used.</summary>
    public static string LinkOf(string token) => $"/account/set-password?token={token}";

    public Task<Account?> SetAsync(string account, string hash, CancellationToken ct) => database.OneAsync(
        $"update gov_accounts set password_hash = $2, {Unlinked}, {Afresh} where id = $1 and login is not null returning {AccountRows.Columns}", ct, account, hash);

    /// <summary>Takes the password back and makes a link that sets another.</summary>
    /// <returns>The link's token; nothing for an account that is disabled, or signs in elsewhere alone.</returns>
    public async Task<string?> ResetAsync(string account, CancellationToken ct)
    {
        var token = Token.New();
        var reset = await database.OneAsync(
            $"""
            update gov_accounts set password_hash = null, link_hash = $2, link_expires_at = $3, {Afresh}
             where id = $1 and login is not null and disabled_at is null returning {AccountRows.Columns}
            """,
            ct, account, Token.Hash(token), clock.GetUtcNow() + LinkLifetime);
        return reset is null ? null : token;
    }

    /// <summary>Whose password a link sets.</summary>
    public Task<Account?> FindByLinkAsync(string token, CancellationToken ct) => database.OneAsync(
        $"select {AccountRows.Columns} from gov_accounts where link_hash = $1 and link_expires_at > $2 and disabled_at is null", ct, Token.Hash(token), clock.GetUtcNow());

    /// <summary>Sets a password by a link, which holds no longer.</summary>
    /// <returns>Nothing if it did not hold any more.</returns>
    public Task<Account?> SetByLinkAsync(string token, string hash, CancellationToken ct) => database.OneAsync(
        $"update gov_accounts set password_hash = $3, {Unlinked}, {Afresh} where link_hash = $1 and link_expires_at > $2 and disabled_at is null returning {AccountRows.Columns}",
        ct, Token.Hash(token), clock.GetUtcNow(), hash);

    /// <summary>Keeps the same password as a newer hash, unless it was changed meanwhile.</summary>
    public Task RenewAsync(string account, string before, string after, CancellationToken ct) => database.OneAsync(
        $"update gov_accounts set password_hash = $3 where id = $1 and password_hash = $2 returning {AccountRows.Columns}", ct, account, before, after);
}
