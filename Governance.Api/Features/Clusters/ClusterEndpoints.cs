using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Wolverine;

namespace Governance.Api.Features.Clusters;

/// <summary>What a founding or a correction of it came to.</summary>
public sealed record ClusterWritten(string Id, long Position, DateTimeOffset RecordedAt);

/// <summary>Founding a cluster, and putting that right.</summary>
internal static class ClusterEndpoints
{
    private static readonly Problem Taken = new(ProblemType.Conflict, new("Det finnes alt en klynge med den id-en.", "There is already a cluster with that id."));

    public static async Task<IResult> FoundAsync(RequestBody<NewCluster> body, RepeatKey key, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct)
    {
        var id = body.Value.Id.Value;
        if (!caller.Can(Role.Admin, id)) return Problem.Forbidden;
        var request = WriteRequests.Of(http, id, caller, body, key, new ExpectedPosition()) with { Founds = true };
        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(id, new FoundCluster(request, body.Value), ct);
        return outcome is WriteOutcome.Unchanged ? Taken : Answered(outcome, request, StatusCodes.Status201Created, http.Response);
    }

    public static async Task<IResult> CorrectAsync(
        string cluster, RequestBody<ClusterPatch> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct)
    {
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected);
        return Answered(await bus.InvokeForTenantAsync<WriteOutcome>(cluster, new CorrectCluster(request, body.Value), ct), request, StatusCodes.Status200OK, http.Response);
    }

    private static IResult Answered(WriteOutcome outcome, WriteRequest request, int status, HttpResponse response)
    {
        if (outcome is not WriteOutcome.Recorded recorded) return WriteProblems.Of(outcome, request.IfPosition);
        response.Headers.Location = $"/api/clusters/{request.Cluster}";
        response.Headers.ETag = $"\"{recorded.Position}\"";
        response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
        return TypedResults.Json(new ClusterWritten(request.Cluster, recorded.Position, recorded.Act.RecordedAt), Json.Options, statusCode: status);
    }
}
