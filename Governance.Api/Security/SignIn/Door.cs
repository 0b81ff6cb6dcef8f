using System.Net;
using Microsoft.AspNetCore.Identity;

namespace Governance.Api.Security.SignIn;

/// <summary>Judges who may come in by what they know: a password, then a code where the account has a second factor.</summary>
public sealed partial class Door(Attempts attempts, StoredPasswords stored, Passwords passwords, SecondFactors seconds, SignInRate rate, ILogger<Door> log)
{
    /// <summary>Judges a password.</summary>
    public async Task<SignInOutcome> TryPasswordAsync(string login, string password, IPAddress? from, CancellationToken ct)
    {
        if (rate.Exceeded(from) is { } wait) return TooMany(wait);

        var attempt = LoginName.TryParse(login, out var name) ? await attempts.BeginAsync(name, ct) : null;
        if (!await IsRightAsync(attempt, password, ct)) return Refused(attempt);
        if (!attempt!.HasSecondFactor) return await DoneAsync(attempt, ct);

        await attempts.WithdrawAsync(attempt.Id, ct);
        return new SignInOutcome.CodeNeeded(attempt);
    }

    /// <summary>Judges the code after the password.</summary>
    /// <param name="stamp">The account's when the password was right.</param>
    public async Task<SignInOutcome> TryCodeAsync(string account, long stamp, string code, IPAddress? from, CancellationToken ct)
    {
        if (rate.Exceeded(from) is { } wait) return TooMany(wait);

        var attempt = await attempts.BeginAsync(account, stamp, ct);
        return attempt is not null && await seconds.TakeAsync(account, code, ct) ? await DoneAsync(attempt, ct) : Refused(attempt);
    }

    /// <summary>Whether someone signed in knows the account's password too, as weighty changes to it take.</summary>
    public async Task<bool> KnowsPasswordAsync(Account account, string password, CancellationToken ct)
    {
        var attempt = await attempts.BeginAsync(account.Id, account.Stamp, ct);
        if (!await IsRightAsync(attempt, password, ct)) return false;
        await attempts.SucceedAsync(account.Id, ct);
        return true;
    }

    private async Task<bool> IsRightAsync(Account? attempt, string password, CancellationToken ct)
    {
        var result = passwords.Verify(attempt?.PasswordHash, password);
        if (result == PasswordVerificationResult.SuccessRehashNeeded) await stored.RenewAsync(attempt!.Id, attempt.PasswordHash!, passwords.Hash(password), ct);
        return result != PasswordVerificationResult.Failed;
    }

    private async Task<SignInOutcome> DoneAsync(Account attempt, CancellationToken ct)
    {
        await attempts.SucceedAsync(attempt.Id, ct);
        LogDone(log, attempt.Id);
        return new SignInOutcome.Done(attempt);
    }

    private SignInOutcome.Refused Refused(Account? attempt)
    {
        LogRefused(log, attempt?.Id ?? "that is not there, or is locked");
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
