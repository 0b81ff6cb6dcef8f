using Governance.Api.Http;

namespace Governance.Api.Features.Committees;

/// <summary>What the website shows.</summary>
internal static class ReadCommittees
{
    public static Task<IResult> HandleAsync(string cluster, Asked<ReadAt> at, Asked<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, at.Value, at.Value, Domain.Views.Committees.Of, ct);
}
