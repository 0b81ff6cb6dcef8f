using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Views;

namespace Governance.Api.Features.Committees;

/// <summary>What the website shows, in the form it asks for.</summary>
internal static class ReadCommittees
{
    private const string HtmlType = "text/html; charset=utf-8";
    private const string LinkedType = "application/ld+json; charset=utf-8";

    private static readonly string[] Forms = [Reads.JsonType, HtmlType, LinkedType];

    public static Task<IResult> HandleAsync(string cluster, QueryParameters<ReadAt> at, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.InAsync(Forms, http, cluster, since.Value, at.Value, at.Value, Render, ct);

    private static byte[] Render(string form, Viewpoint view) => form switch
    {
        HtmlType => CommitteesHtml.Of(view with { Audience = Audience.Public }),
        LinkedType => CommitteesJsonLd.Of(view with { Audience = Audience.Public }),
        _ => Json.Bytes(Domain.Views.Committees.Of(view)),
    };
}
