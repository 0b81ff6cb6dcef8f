using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Security;
using Wolverine;

namespace Governance.Api.Features.Redactions;

/// <summary>Texts to take out of the log for good, by their place: <c>text</c>, <c>changes[0].points[1]</c>, in an earlier revision <c>revisions[0].text</c>; of a meeting <c>place</c>, <c>attendance[0].note</c>.</summary>
public sealed record RedactionRequest(IReadOnlyList<string> Texts, string Reason);

/// <summary>What a redaction came to; <c>Id</c> is the decision's.</summary>
public sealed record RedactionWritten(Guid? Id, long Position, DateTimeOffset RecordedAt, IReadOnlyList<string> Texts);

/// <summary>Taking texts of a decision, or of another act of the register, out of the log.</summary>
internal static class RedactionEndpoints
{
    public static Task<IResult> OfDecisionAsync(
        string cluster, Guid id, RequestBody<RedactionRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct) =>
        WriteAsync(bus, new RedactDecision(WriteRequests.Of(http, cluster, caller, body, key, expected), new(id), body.Value), id, body.Value, http.Response, ct);

    public static Task<IResult> OfActAsync(
        string cluster, long position, RequestBody<RedactionRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct) =>
        WriteAsync(bus, new RedactAct(WriteRequests.Of(http, cluster, caller, body, key, expected), position, body.Value), null, body.Value, http.Response, ct);

    private static async Task<IResult> WriteAsync(IMessageBus bus, ClusterCommand command, Guid? id, RedactionRequest asked, HttpResponse response, CancellationToken ct)
    {
        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(command.Request.Cluster, command, ct);
        if (outcome is not WriteOutcome.Recorded done) return WriteProblems.Of(outcome, command.Request.IfPosition);
        response.Headers[Answer.PositionHeader] = done.Position.ToString();
        return TypedResults.Json(new RedactionWritten(id, done.Position, done.Act.RecordedAt, asked.Texts), Json.Options);
    }
}
