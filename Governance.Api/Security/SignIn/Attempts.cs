using Npgsql;

namespace Governance.Api.Security.SignIn;

/// <summary>An attempt to sign in, with what it is held against.</summary>
public sealed record Attempt(Account Account, string? PasswordHash, byte[]? TotpSecret, long TotpStep);

/// <summary>
/// Counts attempts before they are judged, so that many at once are no more than as many after one another. From the fifth without a sign-in each locks the
/// account: one minute, then two, four, at most an hour.
/// </summary>
public sealed class Attempts(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Count =
        """
        update gov_accounts
           set failures = failures + 1,
               locked_until = case when failures >= 4 then $1 + interval '1 minute' * least(60, power(2, least(failures - 4, 10))) end
         where disabled_at is null and (locked_until is null or locked_until <= $1)
        """;

    private const string Answer = $"returning {AccountRows.Columns}, password_hash, case when totp_on then totp_secret end, totp_step";

    /// <returns>Nothing when there is no such account, or it is locked or disabled.</returns>
    public Task<Attempt?> BeginAsync(LoginName login, CancellationToken ct) => OneAsync($"{Count} and login = $2 {Answer}", ct, clock.GetUtcNow(), login.Text);

    /// <param name="stamp">The account's when it was read: one that has changed since is another.</param>
    /// <returns>Nothing when the account is locked, disabled or changed.</returns>
    public Task<Attempt?> BeginAsync(string account, long stamp, CancellationToken ct) =>
        OneAsync($"{Count} and id = $2 and stamp = $3 {Answer}", ct, clock.GetUtcNow(), account, stamp);

    /// <summary>It was who they said: the count begins anew.</summary>
    public Task SucceedAsync(string account, CancellationToken ct) => ExecuteAsync("update gov_accounts set failures = 0, locked_until = null where id = $1", account, ct);

    /// <summary>It was right so far, and is judged by the attempt that follows.</summary>
    public Task WithdrawAsync(string account, CancellationToken ct) =>
        ExecuteAsync("update gov_accounts set failures = greatest(0, failures - 1), locked_until = null where id = $1", account, ct);

    private async Task<Attempt?> OneAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = database.Command(sql, values);
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct)) return null;
        const int more = AccountRows.Count;
        return new(AccountRows.Read(row), row.IsDBNull(more) ? null : row.GetString(more), row.IsDBNull(more + 1) ? null : row.GetFieldValue<byte[]>(more + 1), row.GetInt64(more + 2));
    }

    private async Task ExecuteAsync(string sql, string account, CancellationToken ct)
    {
        await using var command = database.Command(sql, account);
        await command.ExecuteNonQueryAsync(ct);
    }
}
