using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Api.Security;

namespace Governance.Api.Features.Redactions;

/// <summary>Texts to take out of the log for good, by their place: <c>text</c>, <c>changes[0].points[1]</c>, in an earlier revision <c>revisions[0].text</c>; of a meeting <c>place</c>, <c>attendance[0].note</c>.</summary>
public sealed record RedactionRequest(IReadOnlyList<string> Texts, string Reason);

/// <summary>What a redaction came to; <c>Id</c> is the decision's.</summary>
public sealed record RedactionWritten(Guid? Id, long Position, DateTimeOffset RecordedAt, IReadOnlyList<string> Texts);

/// <summary>Takes texts of a decision, or of another act of the register, out of the log.</summary>
internal static class RedactTexts
{
    public static async Task<IResult> OfDecisionAsync(
        string cluster, Guid id, Posted<RedactionRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, TextRedaction redaction, HttpContext http, CancellationToken ct)
    {
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected);
        return Answered(await redaction.OfDecisionAsync(request, new(id), body.Value, ct), id, request, body.Value, http.Response);
    }

    public static async Task<IResult> OfActAsync(
        string cluster, long position, Posted<RedactionRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, TextRedaction redaction, HttpContext http, CancellationToken ct)
    {
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected);
        return Answered(await redaction.OfActAsync(request, position, body.Value, ct), null, request, body.Value, http.Response);
    }

    private static IResult Answered(RedactionOutcome outcome, Guid? id, WriteRequest request, RedactionRequest asked, HttpResponse response)
    {
        if (outcome.Faults.Count > 0) return Problem.Malformed(outcome.Faults);
        if (outcome.Written is not WriteOutcome.Recorded done) return WriteProblems.Of(outcome.Written, request.IfPosition);
        response.Headers[Answer.PositionHeader] = done.Position.ToString();
        return TypedResults.Json(new RedactionWritten(id, done.Position, done.Cluster.History.Acts[(int)done.Position - 1].RecordedAt, asked.Texts), Json.Options);
    }
}
