using Governance.Api.Features.Exports.Linked;
using Governance.Api.Http;
using Governance.Domain.Views;

namespace Governance.Api.Features.Exports;

/// <summary>The organisation of a day as linked data, in the words of the W3C's organisation ontology.</summary>
internal static class ExportOrganisation
{
    public const string TurtleType = "text/turtle";
    public const string JsonType = "application/ld+json";
    private static readonly string[] TurtleForms = [TurtleType + "; charset=utf-8"];
    private static readonly string[] JsonForms = [JsonType + "; charset=utf-8"];

    public static Task<IResult> TurtleAsync(string cluster, QueryParameters<ReadAt> at, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.InAsync(TurtleForms, http, cluster, since.Value, at.Value, at.Value, (_, view) => Turtle(view), ct);

    public static Task<IResult> JsonAsync(string cluster, QueryParameters<ReadAt> at, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.InAsync(JsonForms, http, cluster, since.Value, at.Value, at.Value, (_, view) => JsonLd(view), ct);

    public static byte[] Turtle(Viewpoint view) => Linked.Turtle.Of(OrganisationGraph.Of(view));

    public static byte[] JsonLd(Viewpoint view) => JsonLinked.Of(OrganisationGraph.Of(view));
}
