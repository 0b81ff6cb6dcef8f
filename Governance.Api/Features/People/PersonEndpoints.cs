using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Security;

namespace Governance.Api.Features.People;

/// <summary>Registering, changing and merging people.</summary>
internal static class PersonEndpoints
{
    public static async Task<IResult> RegisterAsync(
        string cluster, Posted<NewPersonRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, PersonWrites people, HttpContext http, CancellationToken ct)
    {
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected);
        return Answered(await people.RegisterAsync(request, body.Value, ct), request, StatusCodes.Status201Created, http.Response);
    }

    public static async Task<IResult> UpdateAsync(
        string cluster, Guid id, Posted<PersonPatch> body, RepeatKey key, ExpectedPosition expected, Caller caller, PersonWrites people, HttpContext http, CancellationToken ct)
    {
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected);
        return Answered(await people.UpdateAsync(request, id, body.Value, ct), request, StatusCodes.Status200OK, http.Response);
    }

    public static async Task<IResult> MergeAsync(
        string cluster, Guid id, Posted<MergeRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, PersonWrites people, HttpContext http, CancellationToken ct)
    {
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected);
        return Answered(await people.MergeAsync(request, id, body.Value.Into, ct), request, StatusCodes.Status200OK, http.Response);
    }

    private static IResult Answered(WriteOutcome outcome, WriteRequest request, int status, HttpResponse response)
    {
        if (outcome is not WriteOutcome.Recorded recorded) return WriteProblems.Of(outcome, request.IfPosition);
        var id = PersonWrites.About(recorded).Value;
        response.Headers.Location = $"/api/clusters/{request.Cluster}/people/{id}";
        response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
        return TypedResults.Json(new PersonWritten(id, recorded.Position, recorded.Cluster.History.Acts[(int)recorded.Position - 1].RecordedAt), Json.Options, statusCode: status);
    }
}
