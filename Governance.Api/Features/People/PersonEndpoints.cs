using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Values;
using Wolverine;

namespace Governance.Api.Features.People;

/// <summary>Registering, changing and merging people, and erasing them.</summary>
internal static class PersonEndpoints
{
    /// <summary>What whoever would confirm their own wish is told.</summary>
    internal static Phrase SamePerson { get; } = new(
        "En annen person må bekrefte: med en egen konto, eller en nøkkel som verken du eller den som laget din, har laget.",
        "Another person must confirm: by an account of their own, or a key that neither you nor whoever made yours has made.");

    private static readonly Problem samePerson = new(ProblemType.Forbidden, SamePerson);

    public static Task<IResult> RegisterAsync(
        string cluster, RequestBody<NewPersonRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct) =>
        WriteAsync(bus, new RegisterPerson(WriteRequests.Of(http, cluster, caller, body, key, expected), body.Value), StatusCodes.Status201Created, http.Response, ct);

    public static Task<IResult> UpdateAsync(
        string cluster, Guid id, RequestBody<PersonPatch> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct) =>
        WriteAsync(bus, new UpdatePerson(WriteRequests.Of(http, cluster, caller, body, key, expected), id, body.Value), StatusCodes.Status200OK, http.Response, ct);

    public static Task<IResult> MergeAsync(
        string cluster, Guid id, RequestBody<MergeRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct) =>
        WriteAsync(bus, new MergePerson(WriteRequests.Of(http, cluster, caller, body, key, expected), new(id), new(body.Value.Into)), StatusCodes.Status200OK, http.Response, ct);

    public static async Task<IResult> EraseAsync(string cluster, Guid id, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct)
    {
        var (written, askedAt, done, one) = await bus.InvokeForTenantAsync<ErasureOutcome>(cluster, new ErasePerson(WriteRequests.Of(http, cluster, caller), id), ct);
        if (one) return samePerson;
        if (written is WriteOutcome.Recorded recorded) http.Response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
        else if (written is not WriteOutcome.Unchanged) return WriteProblems.Of(written, null);
        return done is not null ? TypedResults.Json(done, Json.Options) : TypedResults.Json(new ErasureAsked(id, askedAt), Json.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> WriteAsync(IMessageBus bus, ClusterCommand command, int status, HttpResponse response, CancellationToken ct)
    {
        var request = command.Request;
        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(request.Cluster, command, ct);
        if (outcome is not WriteOutcome.Recorded recorded) return WriteProblems.Of(outcome, request.IfPosition);
        var written = PersonWritten.Of(recorded);
        response.Headers.Location = $"/api/clusters/{request.Cluster}/people/{written.Id}";
        response.Headers[Answer.PositionHeader] = written.Position.ToString();
        return TypedResults.Json(written, Json.Options, statusCode: status);
    }
}
