using Governance.Api.Http;

namespace Governance.Api.Features.Privacy.Retention;

/// <summary>What is kept of people, and what of it for too long.</summary>
internal static class ReadRetention
{
    public static async Task<IResult> HandleAsync(string cluster, QueryParameters<SubjectAccessQuestion> asked, ClusterViews views, RetentionRules rules, HttpContext http, CancellationToken ct)
    {
        var (seen, refusal) = await views.SeeAsync(http, cluster, new ReadSince(), new ReadAt(Lang: asked.Value.Lang), ct);
        if (seen is null) return refusal!;
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Json(await rules.ReportAsync(cluster, seen.View, ct), Json.Options);
    }
}
