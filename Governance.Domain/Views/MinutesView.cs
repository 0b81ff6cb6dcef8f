using Governance.Domain.Composition;
using Governance.Domain.Meetings;

namespace Governance.Domain.Views;

/// <summary>The minutes of a meeting, as it was known when they were entered. To the public they are there once they are published, without items that are closed.</summary>
/// <param name="Version">Counts how often they were entered.</param>
/// <param name="Hash">That of the approval; null until they are approved.</param>
public sealed record MinutesView(
    MeetingId Meeting, BodyLink Body, string Number, int Version, DateOnly HeldOn, string? StartedAt, string? EndedAt, string? Place, IReadOnlyList<AttendanceView> Attendance, IReadOnlyList<MinutesItemView> Items,
    string? Remarks, DateOnly? ApprovedOn, IReadOnlyList<NamedPerson>? ApprovedBy, string? ApprovedAt, string? Hash)
{
    /// <summary>The minutes; null where there are none, or they may not be seen.</summary>
    public static MinutesView? Of(Viewpoint view, MeetingId id)
    {
        if (!view.History.PlannedMeetings.TryGetValue(id, out var meeting) || PlannedMeetingView.Of(view, id) is not { } planned) return null;
        var reader = view.Audience == Audience.Reader;
        var shown = reader ? meeting.Held is { } last ? (last, meeting.HeldPosition) : ((MeetingHeld Held, long Position)?)null : meeting.Published;
        if (shown is not var (held, position)) return null;
        var then = view with { History = view.History.AtPosition(position), AsOf = held.HeldOn };
        var version = reader ? meeting.Version : meeting.PublishedVersion;
        var approval = meeting.Approval?.Version == version ? meeting.Approval : null;
        return new(
            id, planned.Body, planned.Number, version, held.HeldOn, held.StartedAt is { } from ? PlannedMeetingView.Time(from) : null, held.EndedAt is { } until ? PlannedMeetingView.Time(until) : null, planned.Place,
            [.. held.Attendance.Select(a => AttendanceView.Of(view, a))], [.. held.Items.Where(i => reader || i.ClosedBy is null).Select(i => MinutesItemView.Of(then, meeting, i))], held.Remarks,
            approval?.ApprovedOn, approval?.By.Select(p => Person(view, p)).ToList(), approval?.At is { } at ? view.History.PlannedMeetings[at].Plan.Number : null, approval?.Hash);
    }

    internal static NamedPerson Person(Viewpoint view, People.PersonId person) => new(view.Names(person) ? person : null, view.NameOf(person));
}

/// <summary>Somebody who was called, and when they were there; not at all where there are no spells.</summary>
public sealed record AttendanceView(NamedPerson Person, SeatRole? Role, bool Votes, NamedPerson? StandsInFor, IReadOnlyList<SpellView> Spells)
{
    internal static AttendanceView Of(Viewpoint view, AttendanceEntry entry) => new(
        MinutesView.Person(view, entry.Person), entry.Role, entry.Votes, entry.StandsInFor is { } other ? MinutesView.Person(view, other) : null, [.. entry.Spells.Select(SpellView.Of)]);
}

/// <summary>A time in the meeting, as <c>14:00</c>; to its end where nothing is said.</summary>
public sealed record SpellView(string From, string? Until)
{
    /// <summary>As it is told.</summary>
    public static SpellView Of(Spell spell) => new(PlannedMeetingView.Time(spell.From), spell.Until is { } until ? PlannedMeetingView.Time(until) : null);
}

/// <summary>How the votes fell; who voted how where it was by name.</summary>
public sealed record VotesView(int For, int Against, int Blank, bool Casting, IReadOnlyList<NamedVoteView> ByName)
{
    /// <summary>As they are told.</summary>
    public static VotesView Of(Viewpoint view, Votes votes) => new(votes.For, votes.Against, votes.Blank, votes.Casting, [.. votes.ByName.Select(v => new NamedVoteView(MinutesView.Person(view, v.Person), v.Ballot))]);
}

/// <summary>How one person voted.</summary>
public sealed record NamedVoteView(NamedPerson Person, Ballot Ballot);

/// <summary>An item as the meeting treated it.</summary>
/// <param name="Decision">The decision it led to.</param>
/// <param name="Changes">What the decision changed, a sentence each.</param>
public sealed record MinutesItemView(
    string Number, ItemKind Kind, string Title, string? Text, string? Proposal, string? ClosedBy, ItemOutcome Outcome, string? Conclusion, VotesView? Votes, IReadOnlyList<NamedPerson> SteppedOut, string? Remarks,
    IReadOnlyList<PaperView> Papers, DecisionLink? Decision, IReadOnlyList<string> Changes)
{
    internal static MinutesItemView Of(Viewpoint then, Meeting meeting, TreatedItem item)
    {
        var decision = ProceedingsRules.DecisionOf(then.History, meeting, item.Number);
        var link = decision is null ? null : then.Link(decision.Id);
        return new(
            item.Number, item.Kind, item.Title, item.Text, item.Proposal, item.ClosedBy, item.Outcome, item.Conclusion, item.Votes is { } votes ? VotesView.Of(then, votes) : null,
            [.. item.SteppedOut.Select(p => MinutesView.Person(then, p))], item.Remarks, [.. item.Papers.Select(PaperView.Of)], link, link is null ? [] : [.. ChangesMade.Of(then, decision!.Current).Select(c => c.Sentence)]);
    }
}

/// <summary>A person by name; without an id where the name is withheld.</summary>
public sealed record NamedPerson(People.PersonId? Id, string Name);
