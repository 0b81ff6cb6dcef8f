using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Clusters;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import;

/// <summary>What an import would come to: everything that is wrong with it, or what it would take in.</summary>
public sealed record ImportTried(IReadOnlyList<ViolationView> Violations, ImportAnswer? Import);

/// <summary>Takes a whole history in: founds the cluster if it is new, or adds to it.</summary>
internal static class TakeImport
{
    public static async Task<IResult> HandleAsync(
        string cluster, Posted<ImportRequest> body, RepeatKey key, ExpectedPosition expected, Asked<Rehearsal> asked, Caller caller, ClusterWriter writer, ClusterCache cache,
        Calendar calendar, HttpContext http, CancellationToken ct)
    {
        if (!ClusterSlug.TryParse(cluster, out var slug)) return Problem.NotFound;
        if (body.Value.Cluster?.Id is { } id && id != cluster) return Problem.Malformed([new Fault("cluster.id", new("Er en annen enn adressens.", "Is not the address's."))]);
        var import = new ImportHistory(slug, body.Value, body.Hash(), calendar);
        if (asked.Value.DryRun) return Tried(import, (await cache.FindAsync(cluster, ct))?.Current ?? LiveCluster.Empty(cluster), asked.Value.Lang);
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected) with { Founds = caller.Can(Role.Admin, cluster) };
        var outcome = await writer.WriteAsync(request, live => import.Judge(live.History).Verdict, ct);
        if (outcome is WriteOutcome.Unchanged unchanged) return TypedResults.Json(import.Judge(unchanged.Cluster.History).Answer, Json.Options);
        if (outcome is not WriteOutcome.Recorded recorded) return WriteProblems.Of(outcome, expected.Value);
        http.Response.Headers.Location = $"/api/clusters/{cluster}";
        http.Response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
        return TypedResults.Json(import.At(recorded.Cluster, recorded.Position), Json.Options, statusCode: StatusCodes.Status201Created);
    }

    private static IResult Tried(ImportHistory import, LiveCluster live, Language language)
    {
        var (verdict, answer) = import.Judge(live.History);
        if (verdict is Verdict.Absent) return Problem.NotFound;
        var violations = verdict is Verdict.Refuse refused ? refused.Violations : [];
        return TypedResults.Json(new ImportTried([.. violations.Select(v => ViolationView.Of(v, live.History, language))], answer), Json.Options);
    }
}
