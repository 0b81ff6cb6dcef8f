using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Security;
using Governance.Domain.Clusters;

namespace Governance.Api.Features.Clusters;

/// <summary>Puts right what was said of a cluster at its founding, as known from now.</summary>
internal static class CorrectCluster
{
    public static async Task<IResult> HandleAsync(
        string cluster, Posted<ClusterPatch> body, RepeatKey key, ExpectedPosition expected, Caller caller, ClusterWriter writer, Calendar calendar, HttpContext http, CancellationToken ct)
    {
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected);
        var outcome = await writer.WriteAsync(request, live => Judge(live.History, body.Value, calendar), ct);
        return outcome is WriteOutcome.Recorded recorded ? FoundCluster.Answered(http.Response, recorded, StatusCodes.Status200OK) : WriteProblems.Of(outcome, expected.Value);
    }

    private static Verdict Judge(ClusterHistory history, ClusterPatch patch, Calendar calendar)
    {
        var correction = patch.Act(history.Founding!);
        return FoundingRules.CheckCorrection(history, correction, calendar.Today(history)) is { IsEmpty: false } violations
            ? new Verdict.Refuse(violations)
            : new Verdict.Write(correction, []);
    }
}
