using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Security;
using Governance.Domain.Clusters;
using Governance.Domain.Findings;
using Wolverine;

namespace Governance.Api.Features.Findings;

/// <summary>Says that a finding is known and accepted, for as long as it lasts.</summary>
public sealed record AcceptFinding(WriteRequest Request, Guid Finding, string Note) : ClusterCommand(Request);

/// <summary>Accepts a finding that there is today; absent where there is none.</summary>
public static class AcceptFindingHandler
{
    public static Task<WriteOutcome> HandleAsync(AcceptFinding command, ClusterWriter writer, Calendar calendar, CancellationToken ct) => writer.WriteAsync(command.Request, live =>
    {
        var found = FindingList.Of(live.History, calendar.Today(live.History), live.Persons);
        return found.Open.Concat(found.Accepted).Any(f => f.Id == command.Finding) ? new Verdict.Write(new FindingAccepted(command.Finding, command.Note), []) : new Verdict.Absent();
    }, ct);
}

/// <summary>Why a finding is known and accepted.</summary>
public sealed record AcceptanceRequest(string Note);

/// <summary>What accepting a finding came to.</summary>
public sealed record AcceptanceWritten(Guid Finding, long Position, DateTimeOffset RecordedAt);

internal static class AcceptFindingEndpoint
{
    public static async Task<IResult> HandleAsync(
        string cluster, Guid id, RequestBody<AcceptanceRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct)
    {
        var command = new AcceptFinding(WriteRequests.Of(http, cluster, caller, body, key, expected), id, body.Value.Note);
        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(cluster, command, ct);
        if (outcome is not WriteOutcome.Recorded recorded) return WriteProblems.Of(outcome, expected.Value);
        http.Response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
        return TypedResults.Json(new AcceptanceWritten(id, recorded.Position, recorded.Act.RecordedAt), Json.Options);
    }
}
