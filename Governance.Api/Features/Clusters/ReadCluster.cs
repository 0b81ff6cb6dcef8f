using Governance.Api.Http;
using Governance.Domain.Views;

namespace Governance.Api.Features.Clusters;

/// <summary>The cluster itself.</summary>
internal static class ReadCluster
{
    public static Task<IResult> HandleAsync(string cluster, QueryParameters<ReadAt> at, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, at.Value, at.Value, ClusterView.Of, ct);
}
