using System.ComponentModel;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Clusters;
using Governance.Domain.Values;
using Wolverine;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>Whether it is only tried out, and who may see what the document says nothing of.</summary>
public sealed record PopoloRehearsal([Inline] Rehearsal Rehearsal, [Description("Of bodies and decisions whose visibility the document does not give.")] Visibility Visibility = Visibility.Public);

/// <summary>Taking an organisation in from a Popolo document, or only trying to.</summary>
internal static class PopoloEndpoint
{
    public static async Task<IResult> HandleAsync(
        string cluster, RequestBody<PopoloDocument> body, RepeatKey key, ExpectedPosition expected, QueryParameters<PopoloRehearsal> asked, Caller caller, IMessageBus bus, ClusterCache cache,
        EventLog log, Calendar calendar, HttpContext http, CancellationToken ct)
    {
        if (!ClusterSlug.TryParse(cluster, out var slug)) return Problem.NotFound;
        var ((dryRun, language), visibility) = (asked.Value.Rehearsal, asked.Value.Visibility);
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected) with { Founds = caller.Can(Role.Admin, cluster) };
        if (dryRun) return Tried(new(slug, body.Value, body.Hash(), calendar, visibility, await log.ReadPeopleAsync(cluster, ct: ct)), request, await cache.NewestAsync(cluster, ct), language);
        var (written, taken, answer, changes) = await bus.InvokeForTenantAsync<PopoloWritten>(cluster, new TakePopolo(request, slug, body.Value, body.Hash(), visibility, language), ct);
        return written is WriteOutcome.Refused refused
            ? Refused(refused, taken!)
            : ImportEndpoint.Answered(written, answer is null ? null : PopoloAnswer.Of(answer, taken!, language, changes), request, http.Response);
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

    private static IResult Tried(PopoloImport import, WriteRequest request, LiveCluster live, Language language)
    {
        if (live.Position == 0 && !request.Founds) return Problem.NotFound;
        var (taken, faults) = import.For(live.History);
        if (taken is null) return Problem.Malformed(faults);
        if (request.IfPosition is { } position && position != live.Position) return WriteProblems.Of(new WriteOutcome.Stale(live), position);
        var (verdict, answer) = import.Acts(taken).Judge(live.History);
        return verdict is Verdict.Refuse refused
            ? TypedResults.Json(new PopoloTried([.. refused.Violations.Select(v => PopoloImport.View(v, taken, live, language))], null), Json.Options)
            : TypedResults.Json(new PopoloTried([], answer is null ? null : PopoloAnswer.Of(answer, taken, language, import.Changes(taken, live, verdict, language))), Json.Options);
    }
}
