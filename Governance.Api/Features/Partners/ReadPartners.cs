using Governance.Api.Http;
using Governance.Domain.Views;

namespace Governance.Api.Features.Partners;

/// <summary>The partners of a day.</summary>
public sealed record PartnersAnswer(DateOnly AsOf, IReadOnlyList<PartnerOnDay> Partners, string? Next);

/// <summary>The partners, and one partner.</summary>
internal static class ReadPartners
{
    public static Task<IResult> ListAsync(string cluster, QueryParameters<ListQuestion> asked, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, asked.Value.At, asked.Value, view =>
        {
            var (partners, next) = Paging.Take(PartnerList.Of(view).Partners, asked.Value.Page, p => p.Id.ToString());
            return new PartnersAnswer(view.AsOf, partners, next);
        }, ct);

    public static Task<IResult> OneAsync(string cluster, Guid id, QueryParameters<ReadAt> at, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, at.Value, at.Value, view => PartnerView.Of(view, new(id)), ct);
}
