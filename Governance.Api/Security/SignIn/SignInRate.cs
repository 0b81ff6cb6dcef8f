using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Governance.Api.Security.SignIn;

/// <summary>How many attempts to sign in one address may make a minute at each node: <c>Governance:SignInsPerMinute</c>, 0 for any. An IPv6 network of 64 bits counts as one.</summary>
public sealed class SignInRate : IDisposable
{
    private const int Default = 20;
    private const int Network = 8;
    private readonly PartitionedRateLimiter<IPAddress> _limiter;

    public SignInRate(IConfiguration configuration)
    {
        var perMinute = configuration.GetValue("Governance:SignInsPerMinute", Default);
        _limiter = PartitionedRateLimiter.Create<IPAddress, string>(address => perMinute == 0 ? RateLimitPartition.GetNoLimiter("") : Bucket(Key(address), perMinute));
    }

    /// <summary>Counts an attempt; answers how long to wait when it is one too many.</summary>
    public TimeSpan? Exceeded(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address ?? IPAddress.None);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
    }

    public void Dispose() => _limiter.Dispose();

    private static string Key(IPAddress address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Network)) : address.ToString();

    private static RateLimitPartition<string> Bucket(string key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = perMinute,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
    });
}
