using Governance.Api.Http;
using Governance.Api.Security;
using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Api.Features.Decisions;

/// <summary>A whole decision in the place of one that was entered wrongly, and why.</summary>
public sealed record Correction([Inline] Decision Decision, string Reason);

/// <summary>Puts a decision right, as known from now.</summary>
internal static class CorrectDecision
{
    public static Task<IResult> HandleAsync(
        string cluster, Guid id, Posted<Correction> body, RepeatKey key, ExpectedPosition expected, Asked<Rehearsal> asked, Caller caller, Deciding deciding, HttpContext http,
        CancellationToken ct)
    {
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected);
        return deciding.TakeAsync(request, asked.Value, register => register.Correct(new(id), body.Value.Decision, body.Value.Reason), StatusCodes.Status200OK, http.Response, ct);
    }
}
