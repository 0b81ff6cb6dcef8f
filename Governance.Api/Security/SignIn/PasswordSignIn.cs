using System.Net;
using Microsoft.AspNetCore.Identity;

namespace Governance.Api.Security.SignIn;

/// <summary>Where an attempt to sign in comes from.</summary>
/// <param name="Browser">What the browser remembers, if somebody has signed in there before.</param>
public sealed record SignInOrigin(IPAddress? Address, KnownBrowser? Browser);

/// <summary>Judges who may come in by what they know: a password, then a code where the account has a second factor.</summary>
public sealed partial class PasswordSignIn(
    Accounts accounts, SignInAttempts attempts, StoredPasswords stored, Passwords passwords, SecondFactors seconds, SignInRate rate, ILogger<PasswordSignIn> log)
{
    /// <summary>Judges a password. Of a login that is not there as much is reckoned and written as of one that is.</summary>
    public async Task<SignInOutcome> TryPasswordAsync(string login, string password, SignInOrigin origin, CancellationToken ct)
    {
        if (rate.Exceeded(origin.Address) is { } wait) return TooMany(wait);

        var account = LoginName.TryParse(login, out var name) ? await accounts.FindAsync(a => a.Login == name.Text, ct) : null;
        var attempt = await BeginAsync(account, origin, ct);
        if (!await IsRightAsync(attempt, password, ct)) return Refused(attempt);
        if (!attempt!.HasSecondFactor) return await DoneAsync(attempt, origin, ct);

        await attempts.WithdrawAsync(attempt.Id, Source(attempt.Id, origin), ct);
        return await attempts.IsLockedAsync(attempt.Id, SignInSource.Codes, ct) ? Refused(attempt) : new SignInOutcome.CodeNeeded(attempt);
    }

    /// <summary>Judges the code after the password.</summary>
    /// <param name="stamp">The account's when the password was right.</param>
    public async Task<SignInOutcome> TryCodeAsync(string account, long stamp, string code, SignInOrigin origin, CancellationToken ct)
    {
        if (rate.Exceeded(origin.Address) is { } wait) return TooMany(wait);
        if (!await BeginCodeAsync(account, Source(account, origin), ct) || await seconds.TakeAsync(account, stamp, code, ct) is not { } attempt) return Refused(account);

        await attempts.SucceedAsync(account, SignInSource.Codes, ct);
        return await DoneAsync(attempt, origin, ct);
    }

    /// <summary>Whether someone signed in knows the account's password too, as weighty changes to it take.</summary>
    public async Task<bool> KnowsPasswordAsync(Account account, string password, SignInOrigin origin, CancellationToken ct)
    {
        if (!await IsRightAsync(await BeginAsync(account, origin, ct), password, ct)) return false;
        await attempts.SucceedAsync(account.Id, Source(account.Id, origin), ct);
        return true;
    }

    private static SignInSource Source(string account, SignInOrigin origin) => SignInSource.Of(account, origin.Browser, origin.Address);

    /// <returns>Nothing when there is no such account, or it is disabled or locked there.</returns>
    private async Task<Account?> BeginAsync(Account? account, SignInOrigin origin, CancellationToken ct)
    {
        var id = account?.Id ?? "";
        return await attempts.BeginAsync(id, Source(id, origin), ct) && account?.DisabledAt is null ? account : null;
    }

    /// <summary>Counts a code where it comes from, as a password is, and with all codes of the account.</summary>
    /// <returns>False while either is locked; nothing is counted then.</returns>
    private async Task<bool> BeginCodeAsync(string account, SignInSource source, CancellationToken ct)
    {
        if (!await attempts.BeginAsync(account, source, ct)) return false;
        if (await attempts.BeginAsync(account, SignInSource.Codes, ct)) return true;
        await attempts.WithdrawAsync(account, source, ct);
        return false;
    }

    private async Task<bool> IsRightAsync(Account? attempt, string password, CancellationToken ct)
    {
        var result = passwords.Verify(attempt?.PasswordHash, password);
        if (result == PasswordVerificationResult.SuccessRehashNeeded) await stored.RenewAsync(attempt!.Id, attempt.PasswordHash!, passwords.Hash(password), ct);
        return result != PasswordVerificationResult.Failed;
    }

    private async Task<SignInOutcome> DoneAsync(Account attempt, SignInOrigin origin, CancellationToken ct)
    {
        await attempts.SucceedAsync(attempt.Id, Source(attempt.Id, origin), ct);
        await attempts.PurgeAsync(ct);
        LogDone(log, attempt.Id);
        return new SignInOutcome.Done(attempt);
    }

    private SignInOutcome.Refused Refused(Account? attempt) => Refused(attempt?.Id ?? "that is not there, or is locked");

    private SignInOutcome.Refused Refused(string account)
    {
        LogRefused(log, account);
        return new();
    }

    private SignInOutcome.TooMany TooMany(TimeSpan wait)
    {
        LogTooMany(log);
        return new(wait);
    }

    [LoggerMessage(LogLevel.Information, "Account {Account} signed in")]
    private static partial void LogDone(ILogger log, string account);

    [LoggerMessage(LogLevel.Warning, "A sign-in was refused to an account {Account}")]
    private static partial void LogRefused(ILogger log, string account);

    [LoggerMessage(LogLevel.Warning, "An address tries to sign in too often")]
    private static partial void LogTooMany(ILogger log);
}
