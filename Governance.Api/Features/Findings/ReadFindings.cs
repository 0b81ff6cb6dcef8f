using Governance.Api.Http;
using Governance.Domain.Findings;

namespace Governance.Api.Features.Findings;

/// <summary>The findings on a day.</summary>
internal static class ReadFindings
{
    public static Task<IResult> HandleAsync(string cluster, QueryParameters<ReadAt> at, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, at.Value, at.Value, view =>
        {
            var found = FindingList.Of(view.History, view.AsOf, view.Persons);
            return new FindingsAnswer(view.AsOf, [.. found.Open.Select(f => FindingAnswer.Of(f, view.Language))], [.. found.Accepted.Select(f => FindingAnswer.Of(f, view.Language))]);
        }, ct);
}
