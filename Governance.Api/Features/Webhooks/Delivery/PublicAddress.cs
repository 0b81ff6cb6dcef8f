using System.Net;
using System.Net.Sockets;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>Which addresses lie on the open internet: those of the machine, its network, its cloud's metadata and of no use in particular (IANA's special-purpose registries) do not.</summary>
public static class PublicAddress
{
    private static readonly IPNetwork Unicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Whether it does; an IPv4 address inside an IPv6 one is judged as itself.</summary>
    public static bool Is(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? Is(address.MapToIPv4())
        : Translated.Contains(address) ? Is(new IPAddress(address.GetAddressBytes().AsSpan(12)))
        : (address.AddressFamily == AddressFamily.InterNetwork || Unicast.Contains(address)) && !Array.Exists(Special, network => network.Contains(address));
}
