using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Time;

namespace Governance.Domain.Meetings;

/// <summary>What it takes to send the notice of a meeting, to close it, and to approve and publish its minutes.</summary>
public static class ProceedingsRules
{
    /// <summary>What keeps something from being written for a meeting: it is called off, or names somebody unknown.</summary>
    /// <param name="after">What would be written; null for nothing.</param>
    public static System.Collections.Immutable.ImmutableArray<Violation> Writable(ClusterHistory history, Meeting meeting, Proceedings? after) =>
    [
        .. meeting.Cancellation is null ? [] : PlanningRules.Open(meeting),
        .. (after?.Persons() ?? []).Distinct().Where(p => !history.Persons.ContainsKey(p)).Select(p => new Violation(ViolationCode.UnknownPerson) { Member = "person", About = p.ToString() }),
    ];

    /// <summary>Sends the agenda as it stands: items that have no number take those that come next.</summary>
    public static MeetingVerdict Send(ClusterHistory history, Meeting meeting, Proceedings proceedings, IReadOnlyList<PersonId> to, string? message)
    {
        List<Violation> all = [.. PlanningRules.Open(meeting)];
        if (proceedings.Items.Count == 0) all.Add(new(ViolationCode.AgendaEmpty) { Member = "items", About = meeting.Plan.Number });
        return MeetingVerdict.Of(new NoticeSent(meeting.Id, [.. Numbered(history, meeting, proceedings).Select(i => i.Item.Sent(i.Number))], to, message), all);
    }

    /// <summary>Closes the meeting, or enters its record anew: each item has come to something.</summary>
    public static MeetingVerdict Hold(ClusterHistory history, Meeting meeting, Proceedings proceedings, TimeOnly? startedAt, TimeOnly? endedAt, DateOnly today)
    {
        List<Violation> all = [.. meeting.Cancellation is null ? [] : PlanningRules.Open(meeting)];
        if (meeting.Plan.Day > today) all.Add(new(ViolationCode.DecidedInFuture) { Member = "day", Date = PartialDate.Of(meeting.Plan.Day), About = $"{meeting.Plan.Day:yyyy-MM-dd}" });
        if (endedAt < startedAt) all.Add(new(ViolationCode.EndsBeforeStart) { Member = "endsAt" });
        var items = new List<TreatedItem>();
        foreach (var (place, (item, number)) in Numbered(history, meeting, proceedings).Index())
        {
            var decision = DecisionOf(history, meeting, number);
            if ((decision is null ? item.Outcome : ItemOutcome.Adopted) is not { } outcome) all.Add(new(ViolationCode.OutcomeMissing) { Member = $"items[{place}].outcome", About = item.Title });
            else items.Add(item.Treated(number, outcome, item.Conclusion ?? decision?.Current.Head.Text));
        }
        return MeetingVerdict.Of(new MeetingHeld(meeting.Id, meeting.Plan.Day, startedAt, endedAt, [.. Attendance(history, meeting, proceedings)], items, proceedings.Remarks), all);
    }

    /// <summary>Approves the minutes entered last.</summary>
    /// <param name="hash">Of all they say.</param>
    public static MeetingVerdict Approve(ClusterHistory history, Meeting meeting, string hash, DateOnly today, IReadOnlyList<PersonId> by, MeetingId? at)
    {
        List<Violation> all = [];
        if (meeting.Held is null) all.Add(new(ViolationCode.MeetingNotHeld) { About = meeting.Plan.Number });
        if (by.Count == 0 && at is null) all.Add(new(ViolationCode.ApproverMissing) { Member = "by", About = meeting.Plan.Number });
        if (at is { } later && (later == meeting.Id || !history.PlannedMeetings.TryGetValue(later, out var other) || other.Plan.Body != meeting.Plan.Body || other.Plan.Day < meeting.Plan.Day))
            all.Add(new(ViolationCode.ApproverMissing) { Member = "at", About = meeting.Plan.Number });
        var there = meeting.Held?.Attendance.Where(a => a.Spells.Count > 0).Select(a => a.Person).ToHashSet() ?? [];
        foreach (var (place, person) in by.Index().Where(p => !there.Contains(p.Item))) all.Add(new(ViolationCode.UnknownPerson) { Member = $"by[{place}]", About = person.ToString() });
        return MeetingVerdict.Of(new MinutesApproved(meeting.Id, meeting.Version, hash, today, by, at), all);
    }

    /// <summary>Makes the approved minutes public.</summary>
    public static MeetingVerdict Publish(Meeting meeting) => MeetingVerdict.Of(
        new MinutesPublished(meeting.Id, meeting.Version), meeting.IsApproved ? [] : [new Violation(meeting.Held is null ? ViolationCode.MeetingNotHeld : ViolationCode.MinutesNotApproved) { About = meeting.Plan.Number }]);

    /// <summary>The decision that an item led to: of this body, at this meeting, under the item's number.</summary>
    public static RecordedDecision? DecisionOf(ClusterHistory history, Meeting meeting, string number) =>
        history.CaseNumbers.TryGetValue(new(meeting.Plan.Body, null, meeting.Plan.Day.Year, Values.Name.Of(number)), out var id) && history.Decisions[id] is { Annulment: null } decision
        && decision.Current.Head.Meeting == meeting.Plan.Number ? decision : null;

    /// <summary>The items with the numbers that they have, or that come next.</summary>
    public static IEnumerable<(MeetingItem Item, string Number)> Numbered(ClusterHistory history, Meeting meeting, Proceedings proceedings)
    {
        var taken = meeting.NumbersTaken;
        using var next = CaseSeries.From(history, meeting.Plan.Body, meeting.Plan.Day.Year).GetEnumerator();
        foreach (var item in proceedings.Items)
        {
            if (!taken.TryGetValue(item.Id, out var number))
            {
                next.MoveNext();
                number = next.Current;
            }
            yield return (item, number);
        }
    }

    /// <summary>Those called, and when each was there; whoever was there without being called is a guest.</summary>
    private static IEnumerable<AttendanceEntry> Attendance(ClusterHistory history, Meeting meeting, Proceedings proceedings)
    {
        var called = Invited.Of(history, meeting, proceedings.Absences.Select(a => a.Person).ToHashSet());
        var others = proceedings.Attendance.Select(p => p.Person).Distinct().Where(p => called.All(c => c.Person != p)).Select(p => new Invited(p, null, false, null, false));
        return called.Concat(others).Select(c => new AttendanceEntry(c.Person, c.Role, c.Votes, c.StandsInFor, proceedings.Spells(c.Person)));
    }
}
