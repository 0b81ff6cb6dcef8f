using System.ComponentModel;

using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Changes;

/// <summary>Where to begin.</summary>
public sealed record StreamQuestion(
    [Description("The position after which to begin; the header Last-Event-ID goes before it; absent: from what comes now.")] long? After = null, Language Lang = Language.Nb);

/// <summary>The feed as server-sent events: a registration each, its position as id.</summary>
internal static class StreamChanges
{
    private const int Piece = 100;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    public static async Task<IResult> HandleAsync(
        string cluster, Asked<StreamQuestion> asked, ClusterCache cache, Calendar calendar, Caller caller, IHostApplicationLifetime life, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        if (await cache.FindAsync(cluster, ct) is not { } entry) return Problem.NotFound;
        var after = long.TryParse(http.Request.Headers["Last-Event-ID"], out var last) && last >= 0 ? last : asked.Value.After ?? entry.Current.Position;
        var audience = caller.Can(Role.Reader, cluster) ? Audience.Reader : Audience.Public;
        var ends = CancellationTokenSource.CreateLinkedTokenSource(ct, life.ApplicationStopping);
        http.Response.RegisterForDispose(ends);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(FollowAsync(cache, cluster, after, clock, live =>
            new(live.History, calendar.Today(live.History), live.Persons, audience, asked.Value.Lang), ends.Token));
    }

    /// <summary>What is there and what comes; a beat without id or data when there is nothing to begin with, and when nothing comes for a while.</summary>
    private static async IAsyncEnumerable<SseItem<Registration?>> FollowAsync(
        ClusterCache cache, string cluster, long after, TimeProvider clock, Func<LiveCluster, Viewpoint> see, [EnumeratorCancellation] CancellationToken ct)
    {
        var begun = false;
        while (!ct.IsCancellationRequested && await cache.FindAsync(cluster, ct) is { } entry)
        {
            var changes = Registration.After(see(entry.Current), after, Piece);
            foreach (var change in changes)
                yield return new(change, change.Type ?? "act") { EventId = (after = change.Position).ToString() };
            if (changes.Count == 0 && (!begun || !await entry.MovedAsync(after, Beat, clock, ct))) yield return new(null, "beat");
            begun = true;
        }
    }
}
