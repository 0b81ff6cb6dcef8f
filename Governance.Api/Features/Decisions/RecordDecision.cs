using Governance.Api.Http;
using Governance.Api.Security;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.Decisions;

/// <summary>Enters a new decision.</summary>
internal static class RecordDecision
{
    public static Task<IResult> HandleAsync(
        string cluster, Posted<Decision> body, RepeatKey key, ExpectedPosition expected, Asked<Rehearsal> asked, Caller caller, Deciding deciding, HttpContext http, CancellationToken ct)
    {
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected);
        return deciding.TakeAsync(request, asked.Value, register => register.Record(body.Value), StatusCodes.Status201Created, http.Response, ct);
    }
}
