using System.ComponentModel;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Exports.Popolo;

/// <summary>Which day, and whether what is gone by is asked for too.</summary>
public sealed record PopoloQuestion([Inline] ReadAt At, [Description("Also bodies and partners that are gone, who has left, and each decision with its changes: enough to build the cluster again by an import.")] bool History = false);

/// <summary>The organisation of a day, or all of its history, for programs that read Popolo.</summary>
internal static class ExportPopolo
{
    private static readonly string[] Forms = [Reads.JsonType];

    public static Task<IResult> HandleAsync(string cluster, QueryParameters<PopoloQuestion> asked, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.InAsync(Forms, http, cluster, since.Value, asked.Value.At, asked.Value, (_, view) => Of(view, asked.Value.History), ct);

    public static byte[] Of(Viewpoint view, bool whole) => Json.Bytes(PopoloWriter.Of(view, whole));
}
