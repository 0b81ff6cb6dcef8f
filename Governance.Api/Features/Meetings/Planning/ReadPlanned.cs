using Governance.Api.Http;
using Governance.Domain.Views;

namespace Governance.Api.Features.Meetings.Planning;

/// <summary>Meetings that were planned: the next first, then those that have been, the latest first.</summary>
public sealed record PlannedMeetingsAnswer(IReadOnlyList<PlannedMeetingView> Meetings, string? Next);

/// <summary>Planned meetings, one of them, and its minutes.</summary>
internal static class ReadPlanned
{
    public static Task<IResult> ListAsync(string cluster, QueryParameters<KnownListQuestion> asked, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, asked.Value.At.Today, asked.Value, view =>
        {
            var (meetings, next) = Paging.Take(PlannedMeetingView.All(view), asked.Value.Page, m => m.Id.ToString());
            return new PlannedMeetingsAnswer(meetings, next);
        }, ct);

    public static Task<IResult> OneAsync(string cluster, Guid id, QueryParameters<ReadKnown> at, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, at.Value.Today, at.Value, view => PlannedMeetingView.Of(view, new(id)), ct);

    public static Task<IResult> MinutesAsync(string cluster, Guid id, QueryParameters<ReadKnown> at, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, at.Value.Today, at.Value, view => MinutesView.Of(view, new(id)), ct);
}
