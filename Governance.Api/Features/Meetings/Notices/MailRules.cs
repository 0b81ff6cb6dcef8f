using Governance.Api.Hosting;
using MailKit.Security;

namespace Governance.Api.Features.Meetings.Notices;

/// <summary>How mail goes out; the configuration <c>Governance:Mail</c> sets it. Without <see cref="Host"/> none does, and the page of the notice gives the text to copy.</summary>
public sealed record MailRules
{
    /// <summary>The SMTP server.</summary>
    public string? Host { get; init; }

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the line is kept secret: <c>StartTls</c>, <c>SslOnConnect</c>, or <c>None</c> to a server on this machine. A server that offers no TLS where it is asked for gets nothing.</summary>
    public SecureSocketOptions Security { get; init; } = SecureSocketOptions.StartTls;

    /// <summary>Whom to sign in as; absent: without signing in.</summary>
    public string? User { get; init; }

    /// <summary>The password for it.</summary>
    public string? Password { get; init; }

    /// <summary>The address it comes from.</summary>
    public string From { get; init; } = "";

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The pause after the first attempt in vain; each further one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often it is tried before it is given up.</summary>
    public int Tries { get; init; } = 200;

    /// <summary>How many a node sends at once.</summary>
    public int AtOnce { get; init; } = 4;

    /// <summary>Whether mail goes out at all.</summary>
    public bool IsOn => Host is not null;

    /// <summary>The rules as configured.</summary>
    /// <exception cref="CannotStartException">They could not be kept.</exception>
    public static MailRules Of(IConfiguration configuration)
    {
        var rules = configuration.GetSection("Governance:Mail").Get<MailRules>() ?? new();
        var isKept = rules.Host is null || (MimeKit.MailboxAddress.TryParse(rules.From, out _) && rules.Security is SecureSocketOptions.StartTls or SecureSocketOptions.SslOnConnect or SecureSocketOptions.None && rules is { Tries: > 0, AtOnce: > 0 });
        return isKept ? rules : throw new CannotStartException("Governance:Mail: From must be an address, Security StartTls, SslOnConnect or None, Tries and AtOnce 1 or more.");
    }

    /// <summary>How long to wait after so many attempts in vain.</summary>
    public TimeSpan Pause(int attempts)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempts - 1, 20));
        return pause < LongestPause ? pause : LongestPause;
    }
}
