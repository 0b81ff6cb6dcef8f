using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features;

/// <summary>Answers reads of a cluster from memory: never staler than a second, and of the position asked for.</summary>
public sealed class ClusterViews(ClusterCache cache, Follower follower, Calendar calendar, Reads reads, ReadLimiter limiter, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Answers in JSON; 404 where there is no such cluster, or <paramref name="view"/> finds nothing.</summary>
    /// <param name="question">All that the answer depends on besides who asks and when.</param>
    public Task<IResult> JsonAsync<TView>(HttpContext http, string cluster, ReadSince since, ReadAt at, object question, Func<Viewpoint, TView?> view, CancellationToken ct) where TView : class =>
        JsonAsync(http, cluster, since, at, question, (point, _) => view(point), ct);

    /// <inheritdoc cref="JsonAsync{TView}(HttpContext, string, ReadSince, ReadAt, object, Func{Viewpoint, TView}, CancellationToken)"/>
    public Task<IResult> JsonAsync<TView>(HttpContext http, string cluster, ReadSince since, ReadAt at, object question, Func<Viewpoint, CancellationToken, TView?> view, CancellationToken ct) where TView : class =>
        AnswerAsync(http, cluster, since, at, (version, freshness, _, point) => reads.JsonAsync(http, version, freshness, question, point, view), ct);

    /// <summary>Answers in the one of several media types that the caller likes best.</summary>
    public Task<IResult> InAsync(string[] mediaTypes, HttpContext http, string cluster, ReadSince since, ReadAt at, object question, Func<string, Viewpoint, byte[]> render, CancellationToken ct) =>
        AnswerAsync(http, cluster, since, at, (version, freshness, _, point) => reads.InAsync(mediaTypes, http, version, freshness, question, (point, render), static (type, made, _) => made.render(type, made.point)), ct);

    /// <summary>Answers from a cluster and what the caller sees of it.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http, string cluster, ReadSince since, ReadAt at, Func<AnswerVersion, Freshness, LiveCluster, Viewpoint, Task<IResult>> answer, CancellationToken ct)
    {
        var (seen, refusal) = await SeeAsync(http, cluster, since, at, ct);
        return seen is null ? refusal! : await answer(seen.Version, seen.Freshness, seen.Live, seen.View);
    }

    /// <summary>A cluster and what the caller sees of it, or why there is nothing to see.</summary>
    public async Task<(Seen? Seen, Problem? Refusal)> SeeAsync(HttpContext http, string cluster, ReadSince since, ReadAt at, CancellationToken ct)
    {
        if (cache.Find(cluster) is not { } entry)
        {
            var (place, busy) = await limiter.TakeAsync(http, ReadCost.Load, ct);
            if (place is null) return (null, busy);
            using var held = place;
            if (await cache.FindAsync(cluster, ct) is not { } loaded) return (null, Problem.NotFound);
            entry = loaded;
        }
        if (!await follower.FreshAsync(EventLog.Patience, ct) || await SeenAsync(entry, Math.Max(since.MinPosition ?? 0, entry.Head), ct) is not { } live) return (null, Problem.NotReady);
        var caller = Caller.Of(http.User);
        var audience = caller.Can(Role.Reader, cluster) ? Audience.Reader : Audience.Public;
        var (version, freshness) = VersionOf(live, audience, caller.ActorId is not null);
        // Of the past of a long history there is much to fold.
        using var turn = live.HasKnownAt(at.KnownAt) ? null : await limiter.EnterAsync(ReadCost.Processor, ct);
        if (turn is { IsAcquired: false }) return (null, Problem.TooManyReads);
        return (new(version, freshness, live, new(live.KnownAt(at.KnownAt), at.AsOf ?? version.Today, live.Persons, audience, at.Lang)), null);
    }

    /// <summary>What answers to someone unknown are made from now; null where it takes waiting to tell.</summary>
    public (AnswerVersion Version, Freshness Freshness)? AtOnce(string cluster) =>
        follower.IsFresh && cache.Find(cluster) is { Current: var live } entry && entry.Head == live.Position ? VersionOf(live, Audience.Public, isPrivate: false) : null;

    private (AnswerVersion Version, Freshness Freshness) VersionOf(LiveCluster live, Audience audience, bool isPrivate)
    {
        var day = calendar.Day(live.History);
        return (new(live.History.Id, live.Position, day.Date, Words.Of(audience), live.Head.RecordedAt), day.Fresh(isPrivate));
    }

    /// <summary>The cluster once this node has seen a position; null if it does not come.</summary>
    private async Task<LiveCluster?> SeenAsync(ClusterEntry entry, long position, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        while (entry.Head < position)
        {
            if ((await entry.NewestAsync(ct)).Position >= position) break;
            if (clock.GetElapsedTime(started) >= EventLog.Patience) return null;
            await entry.MovedAsync(position - 1, Pause, clock, ct);
        }
        return await entry.CatchUpAsync(position, ct);
    }
}

/// <summary>A cluster as a caller sees it now.</summary>
public sealed record Seen(AnswerVersion Version, Freshness Freshness, LiveCluster Live, Viewpoint View);
