using System.Net;

namespace Governance.Api.Security;

/// <summary>Who a request comes from, as far as its address tells: an IPv4 address, or an IPv6 network of 64 bits, since one customer has a whole one.</summary>
public static class ClientNetwork
{
    private const int Bits = 64;

    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } => new IPNetwork(new IPAddress([.. address.GetAddressBytes().Take(Bits / 8), .. new byte[Bits / 8]]), Bits).ToString(),
        _ => address.ToString(),
    };
}
