using System.ComponentModel;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Clusters;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>Whether it is only tried out, and who may see what the document says nothing of.</summary>
public sealed record PopoloRehearsal([Inline] Rehearsal Rehearsal, [Description("Of bodies and decisions whose visibility the document does not give.")] Visibility Visibility = Visibility.Public);

/// <summary>Takes an organisation in from a Popolo document: founds the cluster if it is new, adds to it, or records what has changed since the document was last taken in.</summary>
internal static class TakePopolo
{
    public static async Task<IResult> HandleAsync(
        string cluster, Posted<PopoloDocument> body, RepeatKey key, ExpectedPosition expected, Asked<PopoloRehearsal> asked, Caller caller, ClusterWriter writer, ClusterCache cache,
        EventLog log, Calendar calendar, HttpContext http, CancellationToken ct)
    {
        if (!ClusterSlug.TryParse(cluster, out var slug)) return Problem.NotFound;
        var (dryRun, language) = (asked.Value.Rehearsal.DryRun, asked.Value.Rehearsal.Lang);
        var live = await cache.FindAsync(cluster, ct) is { } entry ? await entry.NewestAsync(ct) : LiveCluster.Empty(cluster);
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected) with { Founds = caller.Can(Role.Admin, cluster) };
        if (live.Position == 0 && !request.Founds) return Problem.NotFound;
        var import = await ImportAsync();
        var (taken, faults) = import.For(live.History);
        if (taken is null) return Problem.Malformed(faults);
        if (dryRun) return Tried(import, taken, request, live, language);
        var outcome = await writer.WriteAsync(request, async now =>
        {
            import = await ImportAsync();
            taken = import.For(now.History).Taken!;
            return import.Acts(taken).Judge(now.History).Verdict;
        }, ct);
        if (outcome is WriteOutcome.Refused refused) return Refused(refused, taken);
        if (outcome is WriteOutcome.Unchanged unchanged) return TypedResults.Json(import.Tried(taken, unchanged.Cluster, new Verdict.Nothing(), import.Acts(taken).Judge(unchanged.Cluster.History).Answer!, language), Json.Options);
        if (outcome is not WriteOutcome.Recorded recorded) return WriteProblems.Of(outcome, expected.Value);
        http.Response.Headers.Location = $"/api/clusters/{cluster}";
        http.Response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
        return TypedResults.Json(import.At(recorded.Cluster, recorded.Position, language), Json.Options, statusCode: StatusCodes.Status201Created);

        async Task<PopoloImport> ImportAsync() => new(slug, body.Value, body.Hash(), calendar, asked.Value.Visibility, await log.ReadPeopleAsync(cluster, ct: ct));
    }

    private static Problem Refused(WriteOutcome.Refused refused, PopoloTaken taken)
    {
        var problem = Problem.RuleViolated(refused.Violations, refused.Cluster.History);
        return problem with
        {
            Members = new Dictionary<string, Func<Language, object>>(problem.Members, StringComparer.Ordinal)
            {
                ["violations"] = language => refused.Violations.Select(v => PopoloImport.View(v, taken, refused.Cluster.History, language)).ToList(),
            },
        };
    }

    private static IResult Tried(PopoloImport import, PopoloTaken taken, WriteRequest request, LiveCluster live, Language language)
    {
        if (request.IfPosition is { } position && position != live.Position) return WriteProblems.Of(new WriteOutcome.Stale(live), position);
        var (verdict, answer) = import.Acts(taken).Judge(live.History);
        return verdict is Verdict.Refuse refused
            ? TypedResults.Json(new PopoloTried([.. refused.Violations.Select(v => PopoloImport.View(v, taken, live.History, language))], null), Json.Options)
            : TypedResults.Json(new PopoloTried([], answer is null ? null : import.Tried(taken, live, verdict, answer, language)), Json.Options);
    }
}
