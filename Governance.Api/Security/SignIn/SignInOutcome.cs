namespace Governance.Api.Security.SignIn;

/// <summary>What came of an attempt to sign in.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>It was right: a session may begin.</summary>
    public sealed record Done(Account Account) : SignInOutcome;

    /// <summary>The password was right, and a code is needed too.</summary>
    public sealed record CodeNeeded(Account Account) : SignInOutcome;

    /// <summary>It was not right, or the account is locked, disabled or not there: which of these is not told.</summary>
    public sealed record Refused : SignInOutcome;

    /// <summary>The address has tried too often.</summary>
    public sealed record TooMany(TimeSpan Wait) : SignInOutcome;
}

/// <summary>Whose code is waited for, after the right password.</summary>
/// <param name="Stamp">The account's when the password was right.</param>
public sealed record PendingSecondFactor(string Account, long Stamp);
