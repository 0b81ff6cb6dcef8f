using Governance.Api.Http;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Bodies;

/// <summary>The name to look for; with <c>asOf</c>, on that day alone.</summary>
public sealed record NamesQuestion([Inline] ReadAt At, string Name);

/// <summary>Which bodies bore a name, when.</summary>
internal static class ReadNames
{
    public static Task<IResult> HandleAsync(string cluster, QueryParameters<NamesQuestion> asked, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, asked.Value.At, asked.Value, view => NameHistory.Of(view, asked.Value.Name, asked.Value.At.AsOf), ct);
}
