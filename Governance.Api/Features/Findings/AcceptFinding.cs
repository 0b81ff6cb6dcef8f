using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Security;

namespace Governance.Api.Features.Findings;

/// <summary>Why a finding is known and accepted.</summary>
public sealed record AcceptanceRequest(string Note);

/// <summary>What accepting a finding came to.</summary>
public sealed record AcceptanceWritten(Guid Finding, long Position, DateTimeOffset RecordedAt);

/// <summary>Accepts a finding, for as long as it lasts.</summary>
internal static class AcceptFinding
{
    public static async Task<IResult> HandleAsync(
        string cluster, Guid id, Posted<AcceptanceRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, FindingAcceptance acceptance, HttpContext http, CancellationToken ct)
    {
        var outcome = await acceptance.AcceptAsync(WriteRequests.Of(http, cluster, caller, body, key, expected), id, body.Value.Note, ct);
        if (outcome is not WriteOutcome.Recorded recorded) return WriteProblems.Of(outcome, expected.Value);
        http.Response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
        return TypedResults.Json(new AcceptanceWritten(id, recorded.Position, recorded.Cluster.History.Acts[(int)recorded.Position - 1].RecordedAt), Json.Options);
    }
}
