using Governance.Api.Clusters;
using Governance.Domain.Clusters;
using Governance.Domain.Meetings;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Api.Features.Meetings;

/// <summary>Writes about meetings.</summary>
public sealed class MeetingWrites(ClusterWriter writer, Calendar calendar, Ids ids)
{
    /// <summary>Enters a meeting, or one entered before anew.</summary>
    public Task<WriteOutcome> RecordAsync(WriteRequest request, NewMeeting meeting, CancellationToken ct)
    {
        var fresh = ids.New();
        return writer.WriteAsync(request, live => Judge(live.History, meeting, fresh, calendar.Today(live.History)), ct);
    }

    /// <summary>The meeting that was entered.</summary>
    public static MeetingId About(WriteOutcome.Recorded recorded) => ((MeetingRecorded)recorded.Cluster.History.Acts[(int)recorded.Position - 1].Event).Meeting;

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
