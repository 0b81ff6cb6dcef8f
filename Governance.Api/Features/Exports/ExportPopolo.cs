using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Views;

namespace Governance.Api.Features.Exports;

/// <summary>The organisation of a day for programs that read Popolo.</summary>
internal static class ExportPopolo
{
    private static readonly string[] Forms = [Reads.JsonType];

    public static Task<IResult> HandleAsync(string cluster, Asked<ReadAt> at, Asked<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.InAsync(Forms, http, cluster, since.Value, at.Value, at.Value, (_, view) => Of(view), ct);

    public static byte[] Of(Viewpoint view) => Json.Bytes(Popolo.Of(view));
}
