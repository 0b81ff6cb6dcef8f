using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Decisions;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.Decisions;

/// <summary>A whole decision in the place of one that was entered wrongly, and why.</summary>
public sealed record Correction([Inline] Decision Decision, string Reason);

/// <summary>Why a decision is invalid from the start, and the decision that says so, by id, if there is one.</summary>
public sealed record AnnulmentRequest(string Reason, Guid? Decision = null);

/// <summary>Recording, correcting and annulling decisions, or only trying to.</summary>
internal static class DecisionEndpoints
{
    public static Task<IResult> RecordAsync(
        string cluster, RequestBody<Decision> body, RepeatKey key, ExpectedPosition expected, QueryParameters<Rehearsal> asked, Caller caller, [AsParameters] DecisionServices services, HttpContext http, CancellationToken ct) =>
        TakeAsync(new RecordDecision(WriteRequests.Of(http, cluster, caller, body, key, expected), body.Value), asked.Value, services, StatusCodes.Status201Created, http.Response, ct);

    public static Task<IResult> CorrectAsync(
        string cluster, Guid id, RequestBody<Correction> body, RepeatKey key, ExpectedPosition expected, QueryParameters<Rehearsal> asked, Caller caller, [AsParameters] DecisionServices services, HttpContext http,
        CancellationToken ct) =>
        TakeAsync(
            new CorrectDecision(WriteRequests.Of(http, cluster, caller, body, key, expected), new(id), body.Value.Decision, body.Value.Reason), asked.Value, services, StatusCodes.Status200OK, http.Response, ct);

    public static Task<IResult> AnnulAsync(
        string cluster, Guid id, RequestBody<AnnulmentRequest> body, RepeatKey key, ExpectedPosition expected, QueryParameters<Rehearsal> asked, Caller caller, [AsParameters] DecisionServices services, HttpContext http,
        CancellationToken ct)
    {
        var by = body.Value.Decision is { } decision ? new DecisionId(decision) : (DecisionId?)null;
        return TakeAsync(new AnnulDecision(WriteRequests.Of(http, cluster, caller, body, key, expected), new(id), body.Value.Reason, by), asked.Value, services, StatusCodes.Status200OK, http.Response, ct);
    }

    private static async Task<IResult> TakeAsync(DecisionCommand command, Rehearsal asked, DecisionServices services, int status, HttpResponse response, CancellationToken ct)
    {
        var request = command.Request;
        if (asked.DryRun) return await TryAsync(command, asked.Lang, services, ct);
        var outcome = await services.Bus.InvokeForTenantAsync<WriteOutcome>(request.Cluster, command, ct);
        if (outcome is not WriteOutcome.Recorded recorded) return WriteProblems.Of(outcome, request.IfPosition);
        var answer = DecisionAnswer.Of(recorded.Cluster, recorded.Position, services.Calendar.Today(recorded.Cluster.History), asked.Lang);
        answer.Describe(response, request.Cluster);
        return TypedResults.Json(answer, Json.Options, statusCode: status);
    }

    /// <summary>Shows what would come of it on the newest state.</summary>
    private static async Task<IResult> TryAsync(DecisionCommand command, Language language, DecisionServices services, CancellationToken ct)
    {
        if (await services.Cache.FindAsync(command.Request.Cluster, ct) is not { } entry) return Problem.NotFound;
        var live = await entry.NewestAsync(ct);
        if (command.Request.IfPosition is { } position && position != live.Position) return WriteProblems.Of(new WriteOutcome.Stale(live), position);
        var today = services.Calendar.Today(live.History);
        var outcome = command.Enter(new(live.History, today, services.Ids.New));
        return DecisionHandler.IsAbsent(outcome) ? Problem.NotFound : TypedResults.Json(Preview.Of(live, outcome, today, language), Json.Options);
    }
}

/// <summary>What carries a decision out, and what it takes to only try it. (Services in a record that say nothing of where they come from would have the description tell of a body of no type.)</summary>
internal sealed record DecisionServices([FromServices] IMessageBus Bus, [FromServices] ClusterCache Cache, [FromServices] Calendar Calendar, [FromServices] Ids Ids);
