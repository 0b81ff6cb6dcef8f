using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Security;

namespace Governance.Api.Features.People;

/// <summary>An erasure asked for: another admin's delete confirms it.</summary>
public sealed record ErasureAsked(Guid Id, DateTimeOffset AskedAt);

/// <summary>An erasure done. <c>Texts</c> are those where the name still stands, by decision or other act, for redaction; <c>Accounts</c> those that sign in by the person's e-mail address, which <c>user erase</c> erases.</summary>
public sealed record ErasureDone(Guid Id, long Position, DateTimeOffset RecordedAt, IReadOnlyList<TextsFound> Texts, IReadOnlyList<string> Accounts);

/// <summary>Texts of a decision, or of another act of the register, as their redaction takes them.</summary>
/// <param name="Title">The decision's.</param>
/// <param name="Act">The position of an act that is no decision.</param>
/// <param name="Type">Its word: <c>meeting-recorded</c>.</param>
public sealed record TextsFound(Guid? Decision, string? CaseNumber, string? Title, IReadOnlyList<string> Texts, long? Act = null, string? Type = null);

/// <summary>Asks for a person's erasure, or confirms another admin's.</summary>
internal static class ErasePerson
{
    public static async Task<IResult> HandleAsync(string cluster, Guid id, Caller caller, PersonErasure erasure, HttpContext http, CancellationToken ct)
    {
        var (written, askedAt, done) = await erasure.AskAsync(WriteRequests.Of(http, cluster, caller), id, ct);
        if (written is WriteOutcome.Recorded recorded) http.Response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
        else if (written is not WriteOutcome.Unchanged) return WriteProblems.Of(written, null);
        return done is not null ? TypedResults.Json(done, Json.Options) : TypedResults.Json(new ErasureAsked(id, askedAt), Json.Options, statusCode: StatusCodes.Status202Accepted);
    }
}
