using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Clusters;
using Governance.Domain.Values;
using Wolverine;

namespace Governance.Api.Features.Import;

/// <summary>What an import would come to: everything that is wrong with it, or what it would take in.</summary>
public sealed record ImportTried(IReadOnlyList<ViolationView> Violations, ImportAnswer? Import);

/// <summary>Taking a whole history in, or only trying to.</summary>
internal static class ImportEndpoint
{
    public static async Task<IResult> HandleAsync(
        string cluster, RequestBody<ImportRequest> body, RepeatKey key, ExpectedPosition expected, QueryParameters<Rehearsal> asked, Caller caller, IMessageBus bus, ClusterCache cache,
        Calendar calendar, HttpContext http, CancellationToken ct)
    {
        if (!ClusterSlug.TryParse(cluster, out var slug)) return Problem.NotFound;
        if (Faults(body.Value, cluster) is { Count: > 0 } faults) return Problem.Malformed(faults);
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected) with { Founds = caller.Can(Role.Admin, cluster) };
        if (asked.Value.DryRun) return Tried(new(slug, body.Value, body.Hash(), calendar), request, await cache.NewestAsync(cluster, ct), asked.Value.Lang);
        var (written, answer) = await bus.InvokeForTenantAsync<ImportWritten>(cluster, new TakeImport(request, slug, body.Value, body.Hash()), ct);
        return Answered(written, answer, request, http.Response);
    }

    /// <summary>The answer to an import of any kind.</summary>
    public static IResult Answered<T>(WriteOutcome written, T answer, WriteRequest request, HttpResponse response)
    {
        if (written is WriteOutcome.Unchanged) return TypedResults.Json(answer, Json.Options);
        if (written is not WriteOutcome.Recorded recorded) return WriteProblems.Of(written, request.IfPosition);
        response.Headers.Location = $"/api/clusters/{request.Cluster}";
        response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
        return TypedResults.Json(answer, Json.Options, statusCode: StatusCodes.Status201Created);
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
