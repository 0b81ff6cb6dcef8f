using System.Threading.RateLimiting;
using Governance.Api.Http.Problems;
using Governance.Api.Security;

namespace Governance.Api.Http.Answers;

/// <summary>How much of what is not kept a node answers: of what takes much, a few at once, with a few more in line, and the rest are told at once to come again; and of all of it so much a second for whoever is not known.</summary>
public sealed class ReadLimiter : IDisposable
{
    /// <summary>How many searches are at the database at once.</summary>
    public const int Searches = 4;

    private const int DefaultPerSecond = 50;
    private const int SecondsOfBurst = 4;
    private const int Streams = 2, Loads = 8;
    // Many may wait for the same one.
    private const int LoadsInLine = 200;

    private readonly PartitionedRateLimiter<ReadCost> atOnce;
    private readonly PartitionedRateLimiter<string>? perNetwork;

    /// <param name="configuration"><c>Governance:UnkeptPerSecond</c> for one address, 0 for any; <c>Governance:ReadsInLine</c> behind those that are being answered.</param>
    public ReadLimiter(IConfiguration configuration)
    {
        var inLine = configuration.GetValue("Governance:ReadsInLine", 16);
        atOnce = PartitionedRateLimiter.Create<ReadCost, ReadCost>(cost => AtOnce(cost) is { } permits
            ? RateLimitPartition.GetConcurrencyLimiter(cost, _ => new() { PermitLimit = permits, QueueLimit = cost == ReadCost.Load ? Math.Max(inLine, LoadsInLine) : inLine })
            : RateLimitPartition.GetNoLimiter(cost));
        var perSecond = configuration.GetValue("Governance:UnkeptPerSecond", configuration.GetValue("Governance:RequestsPerSecond", 1) == 0 ? 0 : DefaultPerSecond);
        if (perSecond > 0)
            perNetwork = PartitionedRateLimiter.Create<string, string>(network => RateLimitPartition.GetTokenBucketLimiter(network, _ => new()
            {
                TokenLimit = perSecond * SecondsOfBurst,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }));
    }

    /// <summary>How many of a cost are answered at once; null for any number.</summary>
    public static int? AtOnce(ReadCost cost) => cost switch
    {
        ReadCost.Processor => Math.Max(1, Environment.ProcessorCount / 2),
        ReadCost.Database => Searches,
        ReadCost.Load => Loads,
        ReadCost.Stream => Streams,
        _ => null,
    };

    /// <summary>Counts a request whose answer is not kept; why it is refused, if it is one too many.</summary>
    public Problem? Charge(HttpContext context)
    {
        if (perNetwork is null || context.User.Identity?.IsAuthenticated == true) return null;
        using var lease = perNetwork.AttemptAcquire(ClientNetwork.Of(context.Connection.RemoteIpAddress));
        return lease.IsAcquired ? null : StatusProblems.Of(StatusCodes.Status429TooManyRequests) with { RetryAfter = 1 };
    }

    /// <summary>Counts a request whose answer is not kept and takes a place, or says why it is refused.</summary>
    public async ValueTask<(RateLimitLease? Place, Problem? Refusal)> TakeAsync(HttpContext context, ReadCost cost, CancellationToken ct)
    {
        if (Charge(context) is { } tooMany) return (null, tooMany);
        var place = await EnterAsync(cost, ct);
        return place.IsAcquired ? (place, null) : (null, Problem.TooManyReads);
    }

    /// <summary>Takes a place among those that are answered, in line if there is one; the lease that is not acquired is refused.</summary>
    public ValueTask<RateLimitLease> EnterAsync(ReadCost cost, CancellationToken ct) => atOnce.AcquireAsync(cost, cancellationToken: ct);

    /// <inheritdoc/>
    public void Dispose()
    {
        atOnce.Dispose();
        perNetwork?.Dispose();
    }
}
