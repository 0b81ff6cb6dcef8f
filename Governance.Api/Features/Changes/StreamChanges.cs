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
    [Description("Tell also of what was recorded beforehand, when it takes effect: from after this day, such as 2026-01-31.")] EffectCursor? Took = null);

/// <summary>The feed as server-sent events: a registration each, its position as id. Where it is asked for also what takes effect; an id then says how far both have come, with a slash between.</summary>
internal static class StreamChanges
{
    private const int Piece = 100;
    private const int LooksToABeat = 8;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    public static async Task<IResult> HandleAsync(
        string cluster, QueryParameters<StreamQuestion> asked, ClusterCache cache, Calendar calendar, Caller caller, CurrentCaller standing, IHostApplicationLifetime life, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        if (await cache.FindAsync(cluster, ct) is not { } entry) return Problem.NotFound;
        if (HeadAsGet.WantsHeadersAlone(http)) return TypedResults.ServerSentEvents(AsyncEnumerable.Empty<SseItem<object?>>());
        var place = From(http.Request.Headers["Last-Event-ID"].ToString(), new(asked.Value.After ?? entry.Current.Position, asked.Value.Took));
        var audience = For(caller);
        var ends = CancellationTokenSource.CreateLinkedTokenSource(ct, life.ApplicationStopping);
        http.Response.RegisterForDispose(ends);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(FollowAsync(cache, cluster, place, clock, StandsAsync, live =>
            new(live.History, calendar.Today(live.History), live.Persons, audience, asked.Value.Lang), ends.Token));

        Audience For(Caller who) => who.Can(Role.Reader, cluster) ? Audience.Reader : Audience.Public;

        async ValueTask<bool> StandsAsync() => await standing.OfAsync(http.Request, ct) is { } now && For(now) == audience;
    }

    /// <summary>Where a reader left off, as the last id it has says; else where it asks to begin.</summary>
    private static StreamCursor From(string last, StreamCursor asked)
    {
        var parts = last.Split('/');
        if (!long.TryParse(parts[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var after)) return asked;
        return new(after, parts.Length == 2 && EffectCursor.Read(parts[1]) is { } took ? took : asked.Took);
    }

    /// <summary>What is there and what comes, for as long as the login holds; a beat without id or data when there is nothing to begin with, and when nothing comes for a while.</summary>
    private static async IAsyncEnumerable<SseItem<object?>> FollowAsync(
        ClusterCache cache, string cluster, StreamCursor place, TimeProvider clock, Func<ValueTask<bool>> stands, Func<LiveCluster, Viewpoint> see, [EnumeratorCancellation] CancellationToken ct)
    {
        var looks = LooksToABeat;
        while (!ct.IsCancellationRequested && await stands() && await cache.FindAsync(cluster, ct) is { } entry)
        {
            var view = see(entry.Current);
            var changes = Registration.After(view, place.After, Piece);
            foreach (var change in changes)
            {
                place = place with { After = change.Position };
                yield return new(change, change.Type ?? "act") { EventId = place.ToString() };
            }
            IReadOnlyList<(EffectInForce Effect, EffectCursor After)> effects = [];
            if (changes.Count == 0 && place.Took is { } took && took.Known <= view.History.Position)
            {
                (effects, var next) = took.Take(view, Piece);
                foreach (var (effect, cursor) in effects)
                    yield return new(EffectEntry.Of(effect), EffectEntry.Word) { EventId = (place with { Took = cursor }).ToString() };
                place = place with { Took = next };
            }
            if (changes.Count + effects.Count > 0)
            {
                looks = 0;
            }
            else if (looks == LooksToABeat)
            {
                looks = 0;
                yield return new(null, "beat");
            }
            else
            {
                looks = await MovedAsync(entry, place.After, clock, ct) ? 0 : looks + 1;
            }
        }
    }

    /// <summary>A node that stops ends what it tells, and breaks nothing off.</summary>
    private static async Task<bool> MovedAsync(ClusterEntry entry, long position, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            return await entry.MovedAsync(position, Look, clock, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>How far a reader has come, among the registrations and among what takes effect.</summary>
    private sealed record StreamCursor(long After, EffectCursor? Took)
    {
        public override string ToString() => Took is null ? $"{After}" : $"{After}/{Took}";
    }
}
