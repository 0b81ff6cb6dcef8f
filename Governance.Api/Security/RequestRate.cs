using System.Globalization;
using System.Threading.RateLimiting;
using Governance.Api.Http.Problems;
using Microsoft.AspNetCore.RateLimiting;

namespace Governance.Api.Security;

/// <summary>How many requests a second one key, or one address without a good key, may make: <c>Governance:RequestsPerSecond</c>, 0 for any.</summary>
public static class RequestRate
{
    private const int Default = 10_000;
    private const int SecondsOfBurst = 2;

    public static void AddRequestRate(this IServiceCollection services, IConfiguration configuration)
    {
        var perSecond = configuration.GetValue("Governance:RequestsPerSecond", Default);
        services.AddRateLimiter(limits =>
        {
            if (perSecond > 0) limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(Who(context), perSecond));
            limits.OnRejected = async (rejected, ct) => await RefuseAsync(rejected, ct);
        });
    }

    public static void UseRequestRate(this IApplicationBuilder app) => app.UseRateLimiter();

    /// <summary>A key counts for itself only once it has been found good, so that guessing counts for the address.</summary>
    private static string Who(HttpContext context) =>
        KeyAuthentication.Presented(context.Request) is { } key && context.RequestServices.GetRequiredService<ApiKeyCache>().Knows(key)
            ? key
            : ClientNetwork.Of(context.Connection.RemoteIpAddress);

    private static RateLimitPartition<string> Bucket(string who, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond * SecondsOfBurst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });

    private static Task RefuseAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return StatusProblems.Of(StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
    }
}
