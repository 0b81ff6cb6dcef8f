using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Governance.Api.Features.Compare;
using Governance.Api.Http;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Decisions;

/// <summary>Which decisions, and which piece of the list.</summary>
public sealed record DecisionsQuestion(
    [Inline] ReadKnown At, [Inline] Page Page,
    [Description("Only those decided in this year."), Range(1000, 2999)] int? Year = null,
    [Description("Only those that this body made, or that change it.")] Guid? Body = null,
    [Description("Only those with this in case number, title or text.")] string? Q = null)
{
    /// <summary>The part of the register asked for.</summary>
    public DecisionFilter Filter => new(Year, Body is { } body ? new(body) : null, Q);
}

/// <summary>The register, in the order of recording.</summary>
public sealed record DecisionsAnswer(IReadOnlyList<DecisionLine> Decisions, string? Next);

/// <summary>The register, and one decision in full.</summary>
internal static class ReadDecisions
{
    public static Task<IResult> ListAsync(string cluster, QueryParameters<DecisionsQuestion> asked, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, asked.Value.At.Today, asked.Value, view =>
        {
            var (decisions, next) = Paging.Take(DecisionLine.All(view, asked.Value.Filter), asked.Value.Page, d => d.Position.ToString());
            return new DecisionsAnswer(decisions, next);
        }, ct);

    public static Task<IResult> OneAsync(string cluster, Guid id, QueryParameters<ReadKnown> at, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, at.Value.Today, at.Value, (view, stop) => DecisionView.Of(view, new(id), new WordDiff(ct: stop).Between), ct);
}
