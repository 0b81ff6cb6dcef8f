using Governance.Api.Store;
using Npgsql;

namespace Governance.Api.Security.SignIn;

/// <summary>
/// Counts attempts to sign in before they are judged, so that many at once are no more than as many after one another. A count wears off by one an hour, and ends with a sign-in
/// from where it was made. (ASP.NET Core Identity counts an account's failures after judging them, wherever they come from.)
/// </summary>
public sealed class SignInAttempts(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Worn = "greatest(0, t.failures - floor(extract(epoch from $3 - t.last_at) / 3600)::int)";

    private static readonly TimeSpan kept = TimeSpan.FromDays(30);

    /// <returns>False while it is locked there; nothing is counted then.</returns>
    public async Task<bool> BeginAsync(string account, SignInSource source, CancellationToken ct)
    {
        if (!await CountAsync(account, source, ct)) return false;
        if (!source.IsStrange || await CountAsync(account, SignInSource.Anywhere, ct)) return true;
        await WithdrawAsync(account, source.Name, ct);
        return false;
    }

    /// <summary>It was who they said: the count there begins anew, and is nothing to tell the person of.</summary>
    public Task SucceedAsync(string account, SignInSource source, CancellationToken ct) => database.ExecuteAsync(
        """
        with own as (delete from gov_sign_in_attempts where account = $1 and source = $2 returning failures)
        update gov_sign_in_attempts t set failures = greatest(0, t.failures - own.failures), untold = greatest(0, t.untold - own.failures), locked_until = null
          from own where t.account = $1 and t.source = $3 and $4
        """, ct, account, source.Name, SignInSource.Anywhere.Name, source.IsStrange);

    /// <summary>Forgets what is older than thirty days, of all accounts.</summary>
    public Task PurgeAsync(CancellationToken ct) => database.ExecuteAsync("delete from gov_sign_in_attempts where last_at < $1", ct, clock.GetUtcNow() - kept);

    /// <summary>It was right so far, and is judged by the attempt that follows.</summary>
    public async Task WithdrawAsync(string account, SignInSource source, CancellationToken ct)
    {
        await WithdrawAsync(account, source.Name, ct);
        if (source.IsStrange) await WithdrawAsync(account, SignInSource.Anywhere.Name, ct);
    }

    /// <summary>Ends all locks of an account.</summary>
    public Task ForgetAsync(string account, CancellationToken ct) => database.ExecuteAsync("delete from gov_sign_in_attempts where account = $1", ct, account);

    /// <summary>The person knows of those so far.</summary>
    public Task ToldAsync(string account, CancellationToken ct) => database.ExecuteAsync("update gov_sign_in_attempts set untold = 0 where account = $1", ct, account);

    /// <summary>Whether it is locked there.</summary>
    public async Task<bool> IsLockedAsync(string account, SignInSource source, CancellationToken ct)
    {
        await using var command = database.Command("select 1 from gov_sign_in_attempts where account = $1 and source = $2 and locked_until > $3", account, source.Name, clock.GetUtcNow());
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    /// <summary>Until when each account that is locked somewhere is.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> LocksAsync(CancellationToken ct)
    {
        await using var command = database.Command("select account, max(locked_until) from gov_sign_in_attempts where locked_until > $1 group by account", clock.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(ct);
        var locks = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        while (await row.ReadAsync(ct)) locks[row.GetString(0)] = row.GetFieldValue<DateTimeOffset>(1);
        return locks;
    }

    private async Task<bool> CountAsync(string account, SignInSource source, CancellationToken ct) => await database.ExecuteAsync(
        $"""
        insert into gov_sign_in_attempts as t (account, source, failures, untold, last_at) values ($1, $2, 1, 1, $3)
        on conflict (account, source) do update set failures = least({Worn} + 1, 100), untold = least(t.untold + 1, 10000), last_at = $3,
               locked_until = case when {Worn} >= $4 then $3 + make_interval(secs => least($6, $5 * power(2, least({Worn} - $4, 30)))) end
         where t.locked_until is null or t.locked_until <= $3
        """, ct, account, source.Name, clock.GetUtcNow(), source.Free, source.FirstLock.TotalSeconds, source.LongestLock.TotalSeconds) > 0;

    private Task<int> WithdrawAsync(string account, string source, CancellationToken ct) => database.ExecuteAsync(
        "update gov_sign_in_attempts set failures = greatest(0, failures - 1), untold = greatest(0, untold - 1), locked_until = null where account = $1 and source = $2", ct, account, source);
}
