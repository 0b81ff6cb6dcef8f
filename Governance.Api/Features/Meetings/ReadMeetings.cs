using Governance.Api.Http;
using Governance.Domain.Views;

namespace Governance.Api.Features.Meetings;

/// <summary>The meetings, the latest first.</summary>
public sealed record MeetingsAnswer(IReadOnlyList<MeetingView> Meetings, string? Next);

/// <summary>The meetings, and one meeting.</summary>
internal static class ReadMeetings
{
    public static Task<IResult> ListAsync(string cluster, QueryParameters<KnownListQuestion> asked, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, asked.Value.At.Today, asked.Value, view =>
        {
            var (meetings, next) = Paging.Take(MeetingView.All(view), asked.Value.Page, m => m.Id.ToString());
            return new MeetingsAnswer(meetings, next);
        }, ct);

    public static Task<IResult> OneAsync(string cluster, Guid id, QueryParameters<ReadKnown> at, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, at.Value.Today, at.Value, view => MeetingView.Of(view, new(id)), ct);
}
