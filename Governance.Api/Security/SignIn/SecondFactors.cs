namespace Governance.Api.Security.SignIn;

/// <summary>The second factors of the accounts: an app's secret, and the recovery codes. Turning it on or off ends the account's sessions.</summary>
public sealed class SecondFactors(Accounts accounts, TimeProvider clock)
{
    /// <summary>Offers a secret, in place of one that was offered before.</summary>
    /// <returns>Nothing when the second factor is on.</returns>
    public async Task<byte[]?> OfferAsync(string account, CancellationToken ct) =>
        (await accounts.ChangeAsync(account, a => a is { HasSecondFactor: false, Login: not null } ? a with { TotpSecret = Totp.NewSecret() } : null, ct))?.TotpSecret;

    /// <summary>The secret that was offered and not confirmed yet.</summary>
    public async Task<byte[]?> OfferedAsync(string account, CancellationToken ct) => await accounts.FindAsync(account, ct) is { HasSecondFactor: false } found ? found.TotpSecret : null;

    /// <summary>Turns it on when the code is the offered secret's.</summary>
    /// <returns>The account as it is then, with its recovery codes; nothing for a wrong code.</returns>
    public async Task<(Account Account, IReadOnlyList<string> RecoveryCodes)?> TurnOnAsync(string account, string code, CancellationToken ct)
    {
        var codes = RecoveryCode.NewSet();
        var on = await accounts.ChangeAsync(
            account,
            a => a is { HasSecondFactor: false, TotpSecret: { } secret } && Totp.StepOf(secret, code, clock.GetUtcNow(), taken: 0) is { } step
                ? a with { HasSecondFactor = true, TotpStep = step, RecoveryCodes = Hashes(codes), Stamp = a.Stamp + 1 }
                : null,
            ct);
        return on is null ? null : (on, codes);
    }

    public Task<Account?> TurnOffAsync(string account, CancellationToken ct) =>
        accounts.ChangeAsync(account, a => a with { HasSecondFactor = false, TotpSecret = null, RecoveryCodes = [], Stamp = a.Stamp + 1 }, ct);

    /// <summary>Recovery codes in place of all given before.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(string account, CancellationToken ct)
    {
        var codes = RecoveryCode.NewSet();
        await accounts.ChangeAsync(account, a => a.HasSecondFactor ? a with { RecoveryCodes = Hashes(codes) } : null, ct);
        return codes;
    }

    /// <summary>Whether the code is the app's of about now, or a recovery code; no code is taken twice.</summary>
    public async Task<bool> TakeAsync(string account, string code, CancellationToken ct) => await accounts.ChangeAsync(account, a => Taken(a, code), ct) is not null;

    private Account? Taken(Account a, string code)
    {
        if (a is not { HasSecondFactor: true, TotpSecret: { } secret }) return null;
        if (Totp.StepOf(secret, code, clock.GetUtcNow(), a.TotpStep) is { } step) return a with { TotpStep = step };
        return RecoveryCode.Hash(code) is var used && a.RecoveryCodes.Contains(used) ? a with { RecoveryCodes = [.. a.RecoveryCodes.Where(c => c != used)] } : null;
    }

    private static List<string> Hashes(IEnumerable<string> codes) => [.. codes.Select(RecoveryCode.Hash)];
}
