using Governance.Api.Http;
using Governance.Domain.Views;

namespace Governance.Api.Features.Decisions;

/// <summary>The register, in the order of recording.</summary>
public sealed record DecisionsAnswer(IReadOnlyList<DecisionLine> Decisions, string? Next);

/// <summary>The register, and one decision in full.</summary>
internal static class ReadDecisions
{
    public static Task<IResult> ListAsync(string cluster, Asked<KnownListQuestion> asked, Asked<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, asked.Value.At.Today, asked.Value, view =>
        {
            var (decisions, next) = Paging.Take(DecisionLine.All(view), asked.Value.Page, d => d.Position.ToString());
            return new DecisionsAnswer(decisions, next);
        }, ct);

    public static Task<IResult> OneAsync(string cluster, Guid id, Asked<ReadKnown> at, Asked<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, at.Value.Today, at.Value, view => DecisionView.Of(view, new(id)), ct);
}
