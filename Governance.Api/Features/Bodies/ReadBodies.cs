using Governance.Api.Http;
using Governance.Domain.Views;

namespace Governance.Api.Features.Bodies;

/// <summary>The bodies living on a day, flat.</summary>
public sealed record BodiesAnswer(DateOnly AsOf, IReadOnlyList<BodyOnDay> Bodies, string? Next);

/// <summary>The bodies, one body, and which bodies bore a name.</summary>
internal static class ReadBodies
{
    public static Task<IResult> ListAsync(string cluster, QueryParameters<ListQuestion> asked, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, asked.Value.At, asked.Value, view =>
        {
            var (bodies, next) = Paging.Take(BodyList.Of(view), asked.Value.Page, b => b.Id.ToString());
            return new BodiesAnswer(view.AsOf, bodies, next);
        }, ct);

    public static Task<IResult> OneAsync(string cluster, Guid id, QueryParameters<ReadAt> at, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, at.Value, at.Value, view => BodyView.Of(view, new(id)), ct);
}
