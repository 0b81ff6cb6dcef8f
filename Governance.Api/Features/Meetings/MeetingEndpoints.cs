using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Security;
using Governance.Domain.Clusters;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Wolverine;

namespace Governance.Api.Features.Meetings;

/// <summary>A meeting to enter; with <c>Id</c>, one entered before to enter anew. The body is named by id, or by its name on that day.</summary>
public sealed record NewMeeting(
    string Body, string Number, PartialDate HeldOn, string? Place = null, IReadOnlyList<Attended>? Attendance = null, [WebAddress] string? Minutes = null,
    Visibility? Visibility = null, Guid? Id = null);

/// <summary>A person who was at a meeting, or was not; present if nothing is said.</summary>
public sealed record Attended(Guid Person, bool? Present = null, string? Note = null);

/// <summary>What entering a meeting came to.</summary>
public sealed record MeetingWritten(Guid Id, long Position, DateTimeOffset RecordedAt)
{
    internal static MeetingWritten Of(WriteOutcome.Recorded recorded) => new(((MeetingRecorded)recorded.Act.Event).Meeting.Value, recorded.Position, recorded.Act.RecordedAt);
}

/// <summary>Entering meetings.</summary>
internal static class MeetingEndpoints
{
    public static async Task<IResult> RecordAsync(
        string cluster, RequestBody<NewMeeting> body, RepeatKey key, ExpectedPosition expected, Caller caller, IMessageBus bus, HttpContext http, CancellationToken ct)
    {
        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(cluster, new RecordMeeting(WriteRequests.Of(http, cluster, caller, body, key, expected), body.Value), ct);
        if (outcome is not WriteOutcome.Recorded recorded) return WriteProblems.Of(outcome, expected.Value);
        var written = MeetingWritten.Of(recorded);
        http.Response.Headers.Location = $"/api/clusters/{cluster}/meetings/{written.Id}";
        http.Response.Headers[Answer.PositionHeader] = written.Position.ToString();
        return TypedResults.Json(written, Json.Options, statusCode: body.Value.Id is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
