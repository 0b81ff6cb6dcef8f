using System.Collections.Immutable;
using Governance.Domain.Meetings;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Clusters;

public sealed partial record ClusterHistory
{
    /// <summary>Meetings that were planned, by id, with what became of them.</summary>
    public ImmutableDictionary<MeetingId, Meeting> PlannedMeetings { get; private init; } = ImmutableDictionary<MeetingId, Meeting>.Empty;

    /// <summary>The case numbers that agendas have taken, and for which meeting.</summary>
    public ImmutableDictionary<CaseKey, MeetingId> AgendaNumbers { get; private init; } = ImmutableDictionary<CaseKey, MeetingId>.Empty;

    /// <summary>A held meeting is a meeting as any other, besides.</summary>
    private ClusterHistory After(MeetingEvent act, RecordedAct recorded)
    {
        var meeting = Meeting.After(PlannedMeetings.GetValueOrDefault(act.Meeting), act, recorded.Position, recorded.RecordedAt);
        var after = this with { PlannedMeetings = PlannedMeetings.SetItem(act.Meeting, meeting) };
        return act switch
        {
            NoticeSent e => after.Taking(meeting, e.Items.Select(i => i.Number)),
            MeetingHeld e => after.Taking(meeting, e.Items.Select(i => i.Number)) with { Meetings = Meetings.SetItem(act.Meeting, (Entered(meeting.Plan, e), recorded.Position)) },
            _ => after,
        };
    }

    private ClusterHistory Taking(Meeting meeting, IEnumerable<string> numbers) => this with
    {
        AgendaNumbers = AgendaNumbers.SetItems(numbers.Select(n => KeyValuePair.Create(new CaseKey(meeting.Plan.Body, null, meeting.Plan.Day.Year, Name.Of(n)), meeting.Id))),
    };

    private static MeetingRecorded Entered(MeetingPlanned plan, MeetingHeld held) => new(
        plan.Meeting, plan.Body, plan.Number, PartialDate.Of(held.HeldOn), plan.Place,
        [.. held.Attendance.Select(a => new Attendance(a.Person, a.Spells.Count > 0, null))], null, plan.Visibility);
}
