using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Api.Security;

namespace Governance.Api.Features.Clusters;

/// <summary>What a founding or a correction of it came to.</summary>
public sealed record ClusterWritten(string Id, long Position, DateTimeOffset RecordedAt);

/// <summary>Founds a cluster.</summary>
internal static class FoundCluster
{
    private static readonly Problem Taken = new(ProblemType.Conflict, new("Det finnes alt en klynge med den id-en.", "There is already a cluster with that id."));

    public static async Task<IResult> HandleAsync(
        Posted<NewCluster> body, RepeatKey key, Caller caller, ClusterWriter writer, Calendar calendar, HttpContext http, CancellationToken ct)
    {
        var (founding, id) = (body.Value, body.Value.Id.Value);
        if (!caller.Can(Role.Admin, id)) return Problem.Forbidden;
        var request = WriteRequests.Of(http, id, caller, body, key, new ExpectedPosition()) with { Founds = true };
        var outcome = await writer.WriteAsync(request, live => live.Position > 0 ? new Verdict.Nothing() : Judge(founding, calendar), ct);
        if (outcome is WriteOutcome.Unchanged) return Taken;
        return outcome is WriteOutcome.Recorded recorded ? Answered(http.Response, recorded, StatusCodes.Status201Created) : WriteProblems.Of(outcome, null);
    }

    /// <summary>The answer to a founding or its correction.</summary>
    public static IResult Answered(HttpResponse response, WriteOutcome.Recorded recorded, int status)
    {
        var act = recorded.Cluster.History.Acts[(int)recorded.Position - 1];
        response.Headers.Location = $"/api/clusters/{recorded.Cluster.History.Id}";
        response.Headers.ETag = $"\"{recorded.Position}\"";
        response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
        return TypedResults.Json(new ClusterWritten(recorded.Cluster.History.Id, recorded.Position, act.RecordedAt), Json.Options, statusCode: status);
    }

    private static Verdict Judge(NewCluster founding, Calendar calendar) =>
        founding.Violations(calendar.Day(founding.Act.TimeZone).Date) is { IsEmpty: false } violations
            ? new Verdict.Refuse(violations)
            : new Verdict.Write(founding.Act, []);
}
