namespace Governance.Api.Security.SignIn;

/// <summary>The passwords of the accounts, and the links that set one once. A password that is set ends the account's sessions and its lock.</summary>
public sealed class StoredPasswords(Accounts accounts, SignInAttempts attempts, TimeProvider clock)
{
    /// <summary>How long a link holds.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(48);

    /// <summary>Where a token is used.</summary>
    public static string LinkOf(string token) => $"/account/set-password?token={token}";

    public Task<Account?> SetAsync(string account, string hash, CancellationToken ct) => UnlockedAsync(accounts.ChangeAsync(account, a => a.Login is null ? null : With(a, hash), ct), ct);

    /// <summary>Takes the password back and makes a link that sets another.</summary>
    /// <returns>The link's token; nothing for an account that is disabled, or signs in elsewhere alone.</returns>
    public async Task<string?> ResetAsync(string account, CancellationToken ct)
    {
        var token = Token.New();
        var reset = await UnlockedAsync(accounts.ChangeAsync(
            account, a => a is { Login: not null, DisabledAt: null } ? With(a, null) with { LinkHash = Token.HashText(token), LinkExpiresAt = clock.GetUtcNow() + LinkLifetime } : null, ct), ct);
        return reset is null ? null : token;
    }

    /// <summary>Whose password a link sets.</summary>
    public async Task<Account?> FindByLinkAsync(string token, CancellationToken ct)
    {
        var hash = Token.HashText(token);
        return await accounts.FindAsync(a => a.LinkHash == hash, ct) is { } found && Holds(found) ? found : null;
    }

    /// <summary>Sets a password by a link, which holds no longer.</summary>
    /// <returns>Nothing if it did not hold any more.</returns>
    public Task<Account?> SetByLinkAsync(string token, string hash, CancellationToken ct)
    {
        var link = Token.HashText(token);
        return UnlockedAsync(accounts.ChangeAsync(a => a.LinkHash == link, a => Holds(a) ? With(a, hash) : null, ct), ct);
    }

    /// <summary>Keeps the same password as a newer hash, unless it was changed meanwhile.</summary>
    public Task RenewAsync(string account, string before, string after, CancellationToken ct) =>
        accounts.ChangeAsync(account, a => a.PasswordHash == before ? a with { PasswordHash = after } : null, ct);

    private async Task<Account?> UnlockedAsync(Task<Account?> change, CancellationToken ct)
    {
        var changed = await change;
        if (changed is not null) await attempts.ForgetAsync(changed.Id, ct);
        return changed;
    }

    private bool Holds(Account a) => a.DisabledAt is null && a.LinkExpiresAt > clock.GetUtcNow();

    private static Account With(Account a, string? hash) =>
        a.WithNewStamp() with { PasswordHash = hash };
}
