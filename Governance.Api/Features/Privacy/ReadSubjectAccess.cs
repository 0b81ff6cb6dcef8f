using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Values;
using System.ComponentModel;

namespace Governance.Api.Features.Privacy;

/// <summary>In which language it is told.</summary>
public sealed record SubjectAccessQuestion([Description("The language of sentences.")] Language Lang = Language.Nb);

/// <summary>All that is held on a person, to hand out to them.</summary>
internal static class ReadSubjectAccess
{
    public static async Task<IResult> HandleAsync(
        string cluster, Guid id, QueryParameters<SubjectAccessQuestion> asked, Caller caller, ClusterViews views, Disclosure disclosure, HttpContext http, CancellationToken ct)
    {
        var (seen, refusal) = await views.SeeAsync(http, cluster, new ReadSince(), new ReadAt(Lang: asked.Value.Lang), ct);
        if (seen is null) return refusal!;
        http.Response.Headers.CacheControl = "private, no-store";
        return await disclosure.OfAsync(cluster, seen.View, id, caller.ActorId!, ct) is { } all ? TypedResults.Json(all, Json.Options) : Problem.NotFound;
    }
}
