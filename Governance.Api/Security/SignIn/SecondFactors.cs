using Npgsql;

namespace Governance.Api.Security.SignIn;

/// <summary>The second factors of the accounts in the database: an app's secret, and the recovery codes. Turning it on or off ends the account's sessions.</summary>
public sealed class SecondFactors(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Offers a secret, in place of one that was offered before.</summary>
    /// <returns>Nothing when the second factor is on.</returns>
    public async Task<byte[]?> OfferAsync(string account, CancellationToken ct)
    {
        var secret = Totp.NewSecret();
        var offered = await database.OneAsync(
            $"update gov_accounts set totp_secret = $2 where id = $1 and not totp_on and login is not null returning {AccountRows.Columns}", ct, account, secret);
        return offered is null ? null : secret;
    }

    /// <summary>The secret that was offered and not confirmed yet.</summary>
    public async Task<byte[]?> OfferedAsync(string account, CancellationToken ct)
    {
        await using var command = database.Command("select totp_secret from gov_accounts where id = $1 and not totp_on", account);
        return await command.ExecuteScalarAsync(ct) as byte[];
    }

    /// <summary>Turns it on when the code is the offered secret's.</summary>
    /// <returns>The account as it is then, with its recovery codes; nothing for a wrong code.</returns>
    public async Task<(Account Account, IReadOnlyList<string> RecoveryCodes)?> TurnOnAsync(string account, string code, CancellationToken ct)
    {
        if (await OfferedAsync(account, ct) is not { } secret || Totp.StepOf(secret, code, clock.GetUtcNow(), taken: 0) is not { } step) return null;

        var codes = RecoveryCode.NewSet();
        var on = await database.OneAsync(
            $"""
            update gov_accounts set totp_on = true, totp_step = $3, recovery = $4, stamp = stamp + 1
             where id = $1 and not totp_on and totp_secret = $2 returning {AccountRows.Columns}
            """,
            ct, account, secret, step, Hashes(codes));
        return on is null ? null : (on, codes);
    }

    public Task<Account?> TurnOffAsync(string account, CancellationToken ct) => database.OneAsync(
        $"update gov_accounts set totp_on = false, totp_secret = null, recovery = '{"{}"}', stamp = stamp + 1 where id = $1 returning {AccountRows.Columns}", ct, account);

    /// <summary>Recovery codes in place of all given before.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(string account, CancellationToken ct)
    {
        var codes = RecoveryCode.NewSet();
        await database.OneAsync($"update gov_accounts set recovery = $2 where id = $1 and totp_on returning {AccountRows.Columns}", ct, account, Hashes(codes));
        return codes;
    }

    /// <summary>Whether the code is the app's of about now, or a recovery code; no code is taken twice.</summary>
    public async Task<bool> TakeAsync(Attempt attempt, string code, CancellationToken ct)
    {
        if (attempt.TotpSecret is null) return false;
        var taken = Totp.StepOf(attempt.TotpSecret, code, clock.GetUtcNow(), attempt.TotpStep) is { } step
            ? await database.OneAsync($"update gov_accounts set totp_step = $2 where id = $1 and totp_step < $2 and totp_on returning {AccountRows.Columns}", ct, attempt.Account.Id, step)
            : await database.OneAsync(
                $"update gov_accounts set recovery = array_remove(recovery, $2) where id = $1 and $2 = any(recovery) and totp_on returning {AccountRows.Columns}",
                ct, attempt.Account.Id, RecoveryCode.Hash(code));
        return taken is not null;
    }

    private static byte[][] Hashes(IEnumerable<string> codes) => [.. codes.Select(RecoveryCode.Hash)];
}
