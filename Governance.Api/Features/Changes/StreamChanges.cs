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
    [Description("The position after which to begin; the header Last-Event-ID goes before it; absent: from what comes now.")] long? After = null, Language Lang = Language.Nb,
    [Description("Tell also of what was recorded beforehand, when it takes effect: from after this day, such as 2026-01-31.")] TookCursor? Took = null);

/// <summary>The feed as server-sent events: a registration each, its position as id. Where it is asked for also what takes effect; an id then says how far both have come, with a slash between.</summary>
internal static class StreamChanges
{
    private const int Piece = 100;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    public static async Task<IResult> HandleAsync(
        string cluster, Asked<StreamQuestion> asked, ClusterCache cache, Calendar calendar, Caller caller, IHostApplicationLifetime life, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        if (await cache.FindAsync(cluster, ct) is not { } entry) return Problem.NotFound;
        var place = From(http.Request.Headers["Last-Event-ID"].ToString(), new(asked.Value.After ?? entry.Current.Position, asked.Value.Took));
        var audience = caller.Can(Role.Reader, cluster) ? Audience.Reader : Audience.Public;
        var ends = CancellationTokenSource.CreateLinkedTokenSource(ct, life.ApplicationStopping);
        http.Response.RegisterForDispose(ends);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(FollowAsync(cache, cluster, place, clock, live =>
            new(live.History, calendar.Today(live.History), live.Persons, audience, asked.Value.Lang), ends.Token));
    }

    /// <summary>Where a reader left off, as the last id it has says; else where it asks to begin.</summary>
    private static Place From(string last, Place asked)
    {
        var parts = last.Split('/');
        if (!long.TryParse(parts[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var after)) return asked;
        return new(after, parts.Length == 2 && TookCursor.Read(parts[1]) is { } took ? took : asked.Took);
    }

    /// <summary>What is there and what comes; a beat without id or data when there is nothing to begin with, and when nothing comes for a while.</summary>
    private static async IAsyncEnumerable<SseItem<object?>> FollowAsync(
        ClusterCache cache, string cluster, Place place, TimeProvider clock, Func<LiveCluster, Viewpoint> see, [EnumeratorCancellation] CancellationToken ct)
    {
        var begun = false;
        while (!ct.IsCancellationRequested && await cache.FindAsync(cluster, ct) is { } entry)
        {
            var view = see(entry.Current);
            var changes = Registration.After(view, place.After, Piece);
            foreach (var change in changes)
            {
                place = place with { After = change.Position };
                yield return new(change, change.Type ?? "act") { EventId = place.ToString() };
            }
            IReadOnlyList<(TookEffect Effect, TookCursor After)> effects = [];
            if (changes.Count == 0 && place.Took is { } took && took.Known <= view.History.Position)
            {
                (effects, var next) = took.Take(view, Piece);
                foreach (var (effect, cursor) in effects)
                    yield return new(EffectEntry.Of(effect), EffectEntry.Word) { EventId = (place with { Took = cursor }).ToString() };
                place = place with { Took = next };
            }
            if (changes.Count + effects.Count == 0 && (!begun || !await entry.MovedAsync(place.After, Beat, clock, ct))) yield return new(null, "beat");
            begun = true;
        }
    }

    /// <summary>How far a reader has come, among the registrations and among what takes effect.</summary>
    private sealed record Place(long After, TookCursor? Took)
    {
        public override string ToString() => Took is null ? $"{After}" : $"{After}/{Took}";
    }
}
