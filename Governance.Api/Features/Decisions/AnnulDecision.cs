using Governance.Api.Http;
using Governance.Api.Security;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.Decisions;

/// <summary>Why a decision is invalid from the start, and the decision that says so, by id, if there is one.</summary>
public sealed record AnnulmentRequest(string Reason, Guid? Decision = null);

/// <summary>Makes a decision invalid from the start, as known from now.</summary>
internal static class AnnulDecision
{
    public static Task<IResult> HandleAsync(
        string cluster, Guid id, Posted<AnnulmentRequest> body, RepeatKey key, ExpectedPosition expected, Asked<Rehearsal> asked, Caller caller, Deciding deciding, HttpContext http,
        CancellationToken ct)
    {
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected);
        var by = body.Value.Decision is { } decision ? new DecisionId(decision) : (DecisionId?)null;
        return deciding.TakeAsync(request, asked.Value, register => register.Annul(new(id), body.Value.Reason, by), StatusCodes.Status200OK, http.Response, ct);
    }
}
