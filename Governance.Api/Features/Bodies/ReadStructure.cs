using Governance.Api.Http;

namespace Governance.Api.Features.Bodies;

/// <summary>Everything living on a day.</summary>
internal static class ReadStructure
{
    public static Task<IResult> HandleAsync(string cluster, QueryParameters<ReadAt> at, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, at.Value, at.Value, Domain.Views.Structure.Of, ct);
}
