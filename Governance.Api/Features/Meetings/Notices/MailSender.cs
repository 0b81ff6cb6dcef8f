using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Governance.Api.Features.Meetings.Notices;

/// <summary>What became of a mail handed to the server.</summary>
/// <param name="Fault">Null where it was taken.</param>
/// <param name="IsFinal">Whether trying again is in vain.</param>
public readonly record struct Sent(string? Fault, bool IsFinal);

/// <summary>Hands mail to the SMTP server.</summary>
public sealed class MailSender(MailRules rules)
{
    /// <summary>Hands one over; taken once this has answered so.</summary>
    public async Task<Sent> SendAsync(MimeMessage message, CancellationToken ct)
    {
        using var client = new SmtpClient { Timeout = (int)rules.Timeout.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(rules.Host!, rules.Port, rules.Security, ct);
            if (rules.User is { } user) await client.AuthenticateAsync(user, rules.Password ?? "", ct);
            await client.SendAsync(message, ct);
        }
        catch (SmtpCommandException refused)
        {
            return new($"{(int)refused.StatusCode} {refused.ErrorCode}", (int)refused.StatusCode >= 500 && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted);
        }
        catch (Exception away) when (away is SocketException or IOException or ProtocolException or MailKit.Security.AuthenticationException or MailKit.Security.SslHandshakeException or NotSupportedException or TimeoutException)
        {
            return new(away.GetType().Name, IsFinal: false);
        }
        await GoodbyeAsync(client);
        return default;
    }

    /// <summary>It is taken whether or not the line holds until now.</summary>
    private static async Task GoodbyeAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception away) when (away is SocketException or IOException or ProtocolException)
        {
            // Taken it is.
        }
    }
}
