namespace Governance.Api.Security.SignIn;

/// <summary>A secret for the second factor, offered to whoever has just given the account's password, and kept by their browser alone until a code confirms it.</summary>
/// <param name="Stamp">The account's when the password was given.</param>
public sealed record SecondFactorOffer(string Account, long Stamp, byte[] Secret);

/// <summary>The second factors of the accounts: an app's secret, and the recovery codes. Turning it on or off ends the account's sessions.</summary>
public sealed class SecondFactors(Accounts accounts, TimeProvider clock)
{
    /// <summary>Offers a secret to somebody who has just given the password.</summary>
    /// <returns>Nothing when the second factor is on, or the person signs in elsewhere.</returns>
    public static SecondFactorOffer? Offer(Account account) => Takes(account) ? new(account.Id, account.Stamp, Totp.NewSecret()) : null;

    /// <summary>Whether an offer is this account's as it is.</summary>
    public static bool Holds(SecondFactorOffer offer, Account account) => offer.Account == account.Id && offer.Stamp == account.Stamp && Takes(account);

    /// <summary>Turns it on when the code is the offered secret's.</summary>
    /// <returns>The account as it is then, with its recovery codes; nothing for a wrong code, or an account that has changed since the offer.</returns>
    public async Task<(Account Account, IReadOnlyList<string> RecoveryCodes)?> TurnOnAsync(SecondFactorOffer offer, string code, CancellationToken ct)
    {
        var codes = RecoveryCode.NewSet();
        var on = await accounts.ChangeAsync(
            offer.Account,
            a => Holds(offer, a) && Totp.StepOf(offer.Secret, code, clock.GetUtcNow(), taken: 0) is { } step
                ? a.WithNewStamp() with { HasSecondFactor = true, TotpSecret = offer.Secret, TotpStep = step, RecoveryCodes = Hashes(codes) }
                : null,
            ct);
        return on is null ? null : (on, codes);
    }

    public Task<Account?> TurnOffAsync(string account, CancellationToken ct) =>
        accounts.ChangeAsync(account, a => a.WithNewStamp() with { HasSecondFactor = false, TotpSecret = null, RecoveryCodes = [] }, ct);

    /// <summary>Recovery codes in place of all given before.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(string account, CancellationToken ct)
    {
        var codes = RecoveryCode.NewSet();
        await accounts.ChangeAsync(account, a => a.HasSecondFactor ? a with { RecoveryCodes = Hashes(codes) } : null, ct);
        return codes;
    }

    /// <summary>Whether the code is the app's of about now, or a recovery code; no code is taken twice.</summary>
    /// <returns>The account as it is then; nothing if it is not, or the account is disabled or has another stamp.</returns>
    public Task<Account?> TakeAsync(string account, long stamp, string code, CancellationToken ct) => accounts.ChangeAsync(account, a => a.DisabledAt is null && a.Stamp == stamp ? Taken(a, code) : null, ct);

    private static bool Takes(Account account) => account is { HasSecondFactor: false, Login: not null };

    private Account? Taken(Account a, string code)
    {
        if (a is not { HasSecondFactor: true, TotpSecret: { } secret }) return null;
        if (Totp.StepOf(secret, code, clock.GetUtcNow(), a.TotpStep) is { } step) return a with { TotpStep = step };
        return RecoveryCode.Hash(code) is var used && a.RecoveryCodes.Contains(used) ? a with { RecoveryCodes = [.. a.RecoveryCodes.Where(c => c != used)] } : null;
    }

    private static List<string> Hashes(IEnumerable<string> codes) => [.. codes.Select(RecoveryCode.Hash)];
}
