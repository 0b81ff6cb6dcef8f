using Governance.Api.Clusters;
using Governance.Domain.Clusters;
using Governance.Domain.Meetings;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Api.Features.Meetings;

/// <summary>Enters a meeting, or one entered before anew.</summary>
public sealed record RecordMeeting(WriteRequest Request, NewMeeting Meeting) : ClusterCommand(Request);

/// <summary>Enters it, unless that cannot be true; absent where it was not entered before.</summary>
public static class RecordMeetingHandler
{
    public static Task<WriteOutcome> HandleAsync(RecordMeeting command, ClusterWriter writer, Calendar calendar, Ids ids, CancellationToken ct)
    {
        var fresh = ids.New();
        return writer.WriteAsync(command.Request, live => Judge(live.History, command.Meeting, fresh, calendar.Today(live.History)), ct);
    }

    private static Verdict Judge(ClusterHistory history, NewMeeting meeting, Guid fresh, DateOnly today)
    {
        if (meeting.Id is { } known && (!history.Meetings.ContainsKey(new(known)) || history.PlannedMeetings.ContainsKey(new(known)))) return new Verdict.Absent();
        var (body, violations) = MeetingRules.Check(history, meeting.Body, meeting.HeldOn, [.. (meeting.Attendance ?? []).Select(a => new PersonId(a.Person))], today);
        if (body is not { } found || violations.Length > 0) return new Verdict.Refuse(violations);
        return new Verdict.Write(new MeetingRecorded(
            new(meeting.Id ?? fresh), found, meeting.Number, meeting.HeldOn, meeting.Place,
            [.. (meeting.Attendance ?? []).Select(a => new Attendance(new(a.Person), a.Present ?? true, a.Note))], meeting.Minutes, meeting.Visibility ?? Visibility.Public), []);
    }
}
