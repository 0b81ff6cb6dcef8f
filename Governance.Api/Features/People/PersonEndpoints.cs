using Governance.Api.Http;
using Governance.Api.Security;

namespace Governance.Api.Features.People;

/// <summary>Registering, changing and merging people.</summary>
internal static class PersonEndpoints
{
    public static Task<IResult> RegisterAsync(
        string cluster, Posted<NewPersonRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, PersonWrites people, HttpContext http, CancellationToken ct) =>
        people.RegisterAsync(WriteRequests.Of(http, cluster, caller, body, key, expected), body.Value, http.Response, ct);

    public static Task<IResult> UpdateAsync(
        string cluster, Guid id, Posted<PersonPatch> body, RepeatKey key, ExpectedPosition expected, Caller caller, PersonWrites people, HttpContext http, CancellationToken ct) =>
        people.UpdateAsync(WriteRequests.Of(http, cluster, caller, body, key, expected), id, body.Value, http.Response, ct);

    public static Task<IResult> MergeAsync(
        string cluster, Guid id, Posted<MergeRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, PersonWrites people, HttpContext http, CancellationToken ct) =>
        people.MergeAsync(WriteRequests.Of(http, cluster, caller, body, key, expected), id, body.Value.Into, http.Response, ct);
}
