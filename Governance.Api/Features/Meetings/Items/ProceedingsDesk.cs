using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Governance.Domain.Clusters;
using Governance.Domain.Meetings;

namespace Governance.Api.Features.Meetings.Items;

/// <summary>Takes what is written for a meeting: persons that are named must be known, and what is called off or closed is not changed.</summary>
public sealed class ProceedingsDesk(ClusterCache cache, SavedProceedings saved, TimeProvider clock)
{
    /// <summary>The time of the day where a cluster is.</summary>
    public TimeOnly Now(string cluster) => Now(cache.Find(cluster)?.Current.History);

    /// <summary>The day it is where a cluster is.</summary>
    public DateOnly Today(string cluster) => (cache.Find(cluster)?.Current.History ?? ClusterHistory.Empty(cluster)).DayAt(clock.GetUtcNow());

    /// <summary>Shows what is written.</summary>
    public async Task<IResult> ShowAsync(string cluster, MeetingId id, CancellationToken ct)
    {
        if (await MeetingAsync(cluster, id, ct) is not var (live, meeting)) return Problem.NotFound;
        return TypedResults.Json(ProceedingsView.Of(live, meeting, await saved.FindAsync(cluster, id, ct)), Json.Options);
    }

    /// <summary>Whether a meeting has an item.</summary>
    public async Task<bool> HasAsync(string cluster, MeetingId id, Guid item, CancellationToken ct) =>
        await MeetingAsync(cluster, id, ct) is not null && (await saved.FindAsync(cluster, id, ct)).Item(item) is not null;

    /// <summary>Changes an item of a meeting.</summary>
    public Task<IResult> ChangeAsync(string cluster, MeetingId id, Guid item, Func<MeetingItem, MeetingItem> change, CancellationToken ct) =>
        ChangeAsync(cluster, id, p => p.Item(item) is { } found ? p.With(change(found)) : null, StatusCodes.Status200OK, ct);

    /// <summary>Changes what is written.</summary>
    /// <param name="change">Answers null where what is to be changed is not there.</param>
    public async Task<IResult> ChangeAsync(string cluster, MeetingId id, Func<Proceedings, Proceedings?> change, int status, CancellationToken ct)
    {
        if (await MeetingAsync(cluster, id, ct) is not var (live, meeting)) return Problem.NotFound;
        Problem? refusal = null;
        var after = await saved.ChangeAsync(cluster, id, before =>
        {
            var changed = change(before);
            refusal = ProceedingsRules.Writable(live.History, meeting, changed) is { Length: > 0 } violations ? Problem.RuleViolated(violations, live) : changed is null ? Problem.NotFound : null;
            return refusal is null ? changed! : before;
        }, ct);
        return refusal is null ? TypedResults.Json(ProceedingsView.Of(live, meeting, after), Json.Options, statusCode: status) : refusal;
    }

    private async Task<(LiveCluster Live, Meeting Meeting)?> MeetingAsync(string cluster, MeetingId id, CancellationToken ct) =>
        await cache.FindAsync(cluster, ct) is { } entry && await entry.NewestAsync(ct) is var live && live.History.PlannedMeetings.TryGetValue(id, out var meeting) ? (live, meeting) : null;

    private TimeOnly Now(ClusterHistory? history)
    {
        var local = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Calendar.ZoneOf(history));
        return new(local.Hour, local.Minute);
    }
}
