using System.Net;

namespace Governance.Api.Security.SignIn;

/// <summary>A browser in which somebody has signed in before, which it remembers for half a year. What is tried there is counted apart: nobody elsewhere can lock it out.</summary>
/// <param name="Account">Who signed in there last.</param>
/// <param name="Id">Random.</param>
public sealed record KnownBrowser(string Account, string Id);

/// <summary>What attempts to sign in to an account are counted by.</summary>
/// <param name="Free">How many do not lock; each after them does, for twice as long.</param>
public sealed record SignInSource(string Name, int Free, TimeSpan FirstLock, TimeSpan LongestLock)
{
    private static readonly TimeSpan minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan hour = TimeSpan.FromHours(1);

    /// <summary>All but known browsers together: many networks that guess at one account are slowed down, but lock nobody out for long.</summary>
    public static SignInSource Anywhere { get; } = new("anywhere", Free: 9, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    /// <summary>The codes after the right password, from wherever: whoever guesses at them has the password, and six digits are few.</summary>
    public static SignInSource Codes { get; } = new("codes", Free: 4, minute, hour);

    /// <summary>The browser if the account's owner is known there, else the network.</summary>
    public static SignInSource Of(string account, KnownBrowser? browser, IPAddress? address) =>
        browser?.Account == account ? new($"browser {browser.Id}", Free: 4, minute, hour) : new($"network {ClientNetwork.Of(address)}", Free: 4, minute, hour);

    /// <summary>Whether it counts together with others as <see cref="Anywhere"/>.</summary>
    public bool IsStrange => Name.StartsWith("network ", StringComparison.Ordinal);
}
