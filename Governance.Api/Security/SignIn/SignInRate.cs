using System.Net;
using System.Threading.RateLimiting;

namespace Governance.Api.Security.SignIn;

/// <summary>How many attempts to sign in one address may make a minute at each node: <c>Governance:SignInsPerMinute</c>, 0 for any. Those of one <see cref="ClientNetwork"/> count together.</summary>
public sealed class SignInRate : IDisposable
{
    private const int Default = 20;
    private readonly PartitionedRateLimiter<IPAddress> _limiter;

    public SignInRate(IConfiguration configuration)
    {
        var perMinute = configuration.GetValue("Governance:SignInsPerMinute", Default);
        _limiter = PartitionedRateLimiter.Create<IPAddress, string>(address => perMinute == 0 ? RateLimitPartition.GetNoLimiter("") : Bucket(ClientNetwork.Of(address), perMinute));
    }

    /// <summary>Counts an attempt; answers how long to wait when it is one too many.</summary>
    public TimeSpan? Exceeded(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address ?? IPAddress.None);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
    }

    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<string> Bucket(string key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = perMinute,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
    });
}
