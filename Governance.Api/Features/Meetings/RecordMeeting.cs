using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Security;
using Governance.Domain.Clusters;
using Governance.Domain.Meetings;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.Meetings;

/// <summary>A meeting to enter; with <c>Id</c>, one entered before to enter anew. The body is named by id, or by its name on that day.</summary>
public sealed record NewMeeting(
    string Body, string Number, PartialDate HeldOn, string? Place = null, IReadOnlyList<Attended>? Attendance = null, [WebAddress] string? Minutes = null,
    Visibility? Visibility = null, Guid? Id = null);

/// <summary>A person who was at a meeting, or was not; present if nothing is said.</summary>
public sealed record Attended(Guid Person, bool? Present = null, string? Note = null);

/// <summary>What entering a meeting came to.</summary>
public sealed record MeetingWritten(Guid Id, long Position, DateTimeOffset RecordedAt);

/// <summary>Enters a meeting.</summary>
internal static class RecordMeeting
{
    public static async Task<IResult> HandleAsync(
        string cluster, Posted<NewMeeting> body, RepeatKey key, ExpectedPosition expected, Caller caller, ClusterWriter writer, Calendar calendar, Ids ids, HttpContext http, CancellationToken ct)
    {
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected);
        var fresh = ids.New();
        var outcome = await writer.WriteAsync(request, live => Judge(live.History, body.Value, fresh, calendar.Today(live.History)), ct);
        if (outcome is not WriteOutcome.Recorded recorded) return WriteProblems.Of(outcome, expected.Value);
        var act = recorded.Cluster.History.Acts[(int)recorded.Position - 1];
        var id = ((MeetingRecorded)act.Event).Meeting.Value;
        http.Response.Headers.Location = $"/api/clusters/{cluster}/meetings/{id}";
        http.Response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
        return TypedResults.Json(new MeetingWritten(id, recorded.Position, act.RecordedAt), Json.Options, statusCode: body.Value.Id is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static Verdict Judge(ClusterHistory history, NewMeeting meeting, Guid fresh, DateOnly today)
    {
        if (meeting.Id is { } known && !history.Meetings.ContainsKey(new(known))) return new Verdict.Absent();
        var (body, violations) = MeetingRules.Check(history, meeting.Body, meeting.HeldOn, [.. (meeting.Attendance ?? []).Select(a => new PersonId(a.Person))], today);
        if (body is not { } found || violations.Length > 0) return new Verdict.Refuse(violations);
        return new Verdict.Write(new MeetingRecorded(
            new(meeting.Id ?? fresh), found, meeting.Number, meeting.HeldOn, meeting.Place,
            [.. (meeting.Attendance ?? []).Select(a => new Attendance(new(a.Person), a.Present ?? true, a.Note))], meeting.Minutes, meeting.Visibility ?? Visibility.Public), []);
    }
}
