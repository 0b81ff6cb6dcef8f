using System.Net;
using System.Net.Sockets;
using Governance.Domain.Values;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>A name that leads to an address we do not send to.</summary>
public sealed class AddressNotAllowedException() : IOException("The name leads to an address that is not on the open internet.");

/// <summary>Where we send to: the open internet, over TLS, unless the configuration allows more. Asked when a subscriber is registered, and again of every connection that is made.</summary>
public sealed class Targets(DeliveryRules rules)
{
    private const int MaxLength = 2_000, LongestName = 255, Tls = 443, FirstOpen = 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly Phrase NoTls = new("Skal begynne med https://.", "Must begin with https://.");
    private static readonly Phrase Overlong = new($"Kan ha {MaxLength} tegn, ikke flere.", $"May have {MaxLength} characters, not more.");
    private static readonly Phrase Decorated = new("Kan ikke ha brukernavn, passord eller #.", "Cannot have a user name, a password or #.");
    private static readonly Phrase OtherPort = new("Porten skal være 443, eller 1024 eller høyere.", "The port must be 443, or 1024 or above.");
    private static readonly Phrase Private = new("Skal føre til en adresse på det åpne nettet.", "Must lead to an address on the open internet.");

    /// <summary>What is wrong with an absolute http(s) address; null if nothing. A name that is not known yet may come to be.</summary>
    public async Task<Phrase?> FaultOfAsync(string url, CancellationToken ct)
    {
        var target = new Uri(url);
        if (url.Length > MaxLength) return Overlong;
        if (target.Scheme != Uri.UriSchemeHttps && !rules.AllowPrivate) return NoTls;
        if (!IsOpen(target.Port)) return OtherPort;
        if (target.UserInfo.Length > 0 || target.Fragment.Length > 0) return Decorated;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(Patience);
        try
        {
            await AddressesAsync(target.IdnHost, time.Token);
            return null;
        }
        catch (AddressNotAllowedException)
        {
            return Private;
        }
        catch (Exception fault) when (fault is SocketException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Connects to an address that was looked at itself, so that a name cannot lead elsewhere in between.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        if (!IsOpen(context.DnsEndPoint.Port)) throw new AddressNotAllowedException();
        var addresses = await AddressesAsync(context.DnsEndPoint.Host, ct);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Below lie services of other kinds, which a request could be made to talk to.</summary>
    private bool IsOpen(int port) => rules.AllowPrivate || port is Tls or >= FirstOpen;

    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken ct)
    {
        // "0" and the like: no address at all, and none that may be looked up.
        if (IPAddress.TryParse(host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)) || host.Length > LongestName) throw new AddressNotAllowedException();
        var addresses = await Dns.GetHostAddressesAsync(host, ct);
        return rules.AllowPrivate || Array.TrueForAll(addresses, PublicAddress.Is) ? addresses : throw new AddressNotAllowedException();
    }
}
