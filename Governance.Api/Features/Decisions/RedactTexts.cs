using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Api.Security;

namespace Governance.Api.Features.Decisions;

/// <summary>Texts to take out of the log for good, by their place in the decision: <c>text</c>, <c>changes[0].points[1]</c>, in an earlier revision <c>revisions[0].text</c>.</summary>
public sealed record RedactionRequest(IReadOnlyList<string> Texts, string Reason);

/// <summary>What a redaction came to.</summary>
public sealed record RedactionWritten(Guid Id, long Position, DateTimeOffset RecordedAt, IReadOnlyList<string> Texts);

/// <summary>Takes texts of a decision out of the log.</summary>
internal static class RedactTexts
{
    public static async Task<IResult> HandleAsync(
        string cluster, Guid id, Posted<RedactionRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, TextRedaction redaction, HttpContext http, CancellationToken ct)
    {
        var (outcome, faults) = await redaction.TakeOutAsync(WriteRequests.Of(http, cluster, caller, body, key, expected), new(id), body.Value, ct);
        if (faults.Count > 0) return Problem.Malformed(faults);
        if (outcome is not WriteOutcome.Recorded done) return WriteProblems.Of(outcome, expected.Value);
        http.Response.Headers[Answer.PositionHeader] = done.Position.ToString();
        return TypedResults.Json(new RedactionWritten(id, done.Position, done.Cluster.History.Acts[(int)done.Position - 1].RecordedAt, body.Value.Texts), Json.Options);
    }
}
