using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Clusters;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>Takes an organisation in from a Popolo document: founds the cluster if it is new, or adds to it.</summary>
internal static class TakePopolo
{
    public static async Task<IResult> HandleAsync(
        string cluster, Posted<PopoloDocument> body, RepeatKey key, ExpectedPosition expected, Asked<Rehearsal> asked, Caller caller, ClusterWriter writer, ClusterCache cache,
        Calendar calendar, HttpContext http, CancellationToken ct)
    {
        if (!ClusterSlug.TryParse(cluster, out var slug)) return Problem.NotFound;
        var live = await cache.FindAsync(cluster, ct) is { } entry ? await entry.NewestAsync(ct) : LiveCluster.Empty(cluster);
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected) with { Founds = caller.Can(Role.Admin, cluster) };
        if (live.Position == 0 && !request.Founds) return Problem.NotFound;
        var import = new PopoloImport(slug, body.Value, body.Hash(), calendar);
        var (taken, faults) = import.For(live.History);
        if (taken is null) return Problem.Malformed(faults);
        if (asked.Value.DryRun) return Tried(import, taken, request, live, asked.Value.Lang);
        var outcome = await writer.WriteAsync(request, now => import.Acts(taken).Judge(now.History).Verdict, ct);
        if (outcome is WriteOutcome.Refused refused) return Refused(refused, taken);
        if (outcome is WriteOutcome.Unchanged unchanged) return TypedResults.Json(PopoloAnswer.Of(import.Acts(taken).Judge(unchanged.Cluster.History).Answer!, taken, asked.Value.Lang), Json.Options);
        if (outcome is not WriteOutcome.Recorded recorded) return WriteProblems.Of(outcome, expected.Value);
        http.Response.Headers.Location = $"/api/clusters/{cluster}";
        http.Response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
        return TypedResults.Json(import.At(recorded.Cluster, recorded.Position, asked.Value.Lang), Json.Options, statusCode: StatusCodes.Status201Created);
    }

    private static Problem Refused(WriteOutcome.Refused refused, PopoloTaken taken)
    {
        var problem = Problem.RuleViolated(refused.Violations, refused.Cluster);
        return problem with
        {
            Members = new Dictionary<string, Func<Language, object>>(problem.Members, StringComparer.Ordinal)
            {
                ["violations"] = language => refused.Violations.Select(v => PopoloImport.View(v, taken, refused.Cluster, language)).ToList(),
            },
        };
    }

    private static IResult Tried(PopoloImport import, PopoloTaken taken, WriteRequest request, LiveCluster live, Language language)
    {
        if (request.IfPosition is { } position && position != live.Position) return WriteProblems.Of(new WriteOutcome.Stale(live), position);
        var (verdict, answer) = import.Acts(taken).Judge(live.History);
        return verdict is Verdict.Refuse refused
            ? TypedResults.Json(new PopoloTried([.. refused.Violations.Select(v => PopoloImport.View(v, taken, live, language))], null), Json.Options)
            : TypedResults.Json(new PopoloTried([], answer is null ? null : PopoloAnswer.Of(answer, taken, language)), Json.Options);
    }
}
