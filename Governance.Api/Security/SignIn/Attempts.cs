namespace Governance.Api.Security.SignIn;

/// <summary>
/// Counts attempts to sign in before they are judged, so that many at once are no more than as many after one another. From the fifth without a sign-in each
/// locks the account: one minute, then two, four, at most an hour.
/// </summary>
public sealed class Attempts(Accounts accounts, TimeProvider clock)
{
    private const int Free = 4;
    private const int LongestLock = 60;

    /// <returns>Nothing when there is no such account, or it is locked or disabled.</returns>
    public Task<Account?> BeginAsync(LoginName login, CancellationToken ct) => accounts.ChangeAsync(a => a.Login == login.Text, Counted, ct);

    /// <param name="stamp">The account's when it was read: one that has changed since is another.</param>
    /// <returns>Nothing when the account is locked, disabled or changed.</returns>
    public Task<Account?> BeginAsync(string account, long stamp, CancellationToken ct) => accounts.ChangeAsync(account, a => a.Stamp == stamp ? Counted(a) : null, ct);

    /// <summary>It was who they said: the count begins anew.</summary>
    public Task SucceedAsync(string account, CancellationToken ct) => accounts.ChangeAsync(account, a => a with { Failures = 0, LockedUntil = null }, ct);

    /// <summary>It was right so far, and is judged by the attempt that follows.</summary>
    public Task WithdrawAsync(string account, CancellationToken ct) => accounts.ChangeAsync(account, a => a with { Failures = Math.Max(0, a.Failures - 1), LockedUntil = null }, ct);

    private Account? Counted(Account a)
    {
        var now = clock.GetUtcNow();
        if (a.DisabledAt is not null || a.LockedUntil > now) return null;
        return a with { Failures = a.Failures + 1, LockedUntil = a.Failures < Free ? null : now.AddMinutes(Math.Min(LongestLock, Math.Pow(2, a.Failures - Free))) };
    }
}
