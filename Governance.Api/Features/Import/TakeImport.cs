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
        if (Faults(body.Value, cluster) is { Count: > 0 } faults) return Problem.Malformed(faults);
        var import = new ImportHistory(slug, body.Value, body.Hash(), calendar);
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected) with { Founds = caller.Can(Role.Admin, cluster) };
        if (asked.Value.DryRun) return Tried(import, request, await cache.FindAsync(cluster, ct) is { } entry ? await entry.NewestAsync(ct) : LiveCluster.Empty(cluster), asked.Value.Lang);
        var outcome = await writer.WriteAsync(request, live => import.Judge(live.History).Verdict, ct);
        if (outcome is WriteOutcome.Unchanged unchanged) return TypedResults.Json(import.Judge(unchanged.Cluster.History).Answer, Json.Options);
        if (outcome is not WriteOutcome.Recorded recorded) return WriteProblems.Of(outcome, expected.Value);
        http.Response.Headers.Location = $"/api/clusters/{cluster}";
        http.Response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
        return TypedResults.Json(import.At(recorded.Cluster, recorded.Position), Json.Options, statusCode: StatusCodes.Status201Created);
    }

    private static List<Fault> Faults(ImportRequest document, string cluster)
    {
        var silent = (document.Decisions ?? []).Index().Where(d => d.Item is { Corrects: not null, Reason: null });
        List<Fault> faults = [.. silent.Select(d => new Fault($"decisions[{d.Index}].reason", FaultMessages.Missing))];
        if (document.Cluster?.Id is { } id && id != cluster) faults.Insert(0, new("cluster.id", new("Er en annen enn adressens.", "Is not the address's.")));
        return faults;
    }

    private static IResult Tried(ImportHistory import, WriteRequest request, LiveCluster live, Language language)
    {
        if (live.Position == 0 && !request.Founds) return Problem.NotFound;
        if (request.IfPosition is { } position && position != live.Position) return WriteProblems.Of(new WriteOutcome.Stale(live), position);
        var (verdict, answer) = import.Judge(live.History);
        if (verdict is Verdict.Absent) return Problem.NotFound;
        var violations = verdict is Verdict.Refuse refused ? refused.Violations : [];
        return TypedResults.Json(new ImportTried([.. violations.Select(v => ViolationView.Of(v, live, language))], verdict is Verdict.Refuse ? null : answer), Json.Options);
    }
}
