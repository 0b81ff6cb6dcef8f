using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Meetings;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>A meeting of a body, as entered last, with what it decided. Who attended is for readers.</summary>
public sealed record MeetingView(
    MeetingId Id, long Position, BodyLink Body, string Number, PartialDate HeldOn, string? Place, string? Minutes, Visibility Visibility,
    IReadOnlyList<Attendant>? Attendance, IReadOnlyList<DecisionLink> Decisions)
{
    /// <summary>A meeting; null if there is none, or it may not be seen.</summary>
    public static MeetingView? Of(Viewpoint view, MeetingId id) => view.History.Meetings.TryGetValue(id, out var found) ? Of(view, found.Meeting, found.Position) : null;

    /// <summary>The meetings that may be seen, the latest first.</summary>
    public static IReadOnlyList<MeetingView> All(Viewpoint view) =>
        [.. view.History.Meetings.Values.Select(m => Of(view, m.Meeting, m.Position)).OfType<MeetingView>().OrderByDescending(m => m.HeldOn.First).ThenByDescending(m => m.Position)];

    private static MeetingView? Of(Viewpoint view, MeetingRecorded meeting, long position)
    {
        if (view.Last is not { } last || last.Bodies.GetValueOrDefault(meeting.Body) is not { } body) return null;
        var then = view.History.AsOf(meeting.HeldOn.Last) is { } state && state.Bodies.ContainsKey(body.Id) ? state : last;
        if (!view.Sees(then, then.Bodies[body.Id]) || (view.Audience == Audience.Public && meeting.Visibility == Visibility.Internal)) return null;
        var attendance = view.Audience == Audience.Reader ? meeting.Attendance.Select(a => new Attendant(new(a.Person, view.NameOf(a.Person)), a.Present, a.Note)).ToList() : null;
        return new(
            meeting.Meeting, position, view.Link(then.Bodies[body.Id]), meeting.Number, meeting.HeldOn, meeting.Place, meeting.Minutes, meeting.Visibility, attendance,
            [.. view.History.Decisions.Values.Where(d => d.Annulment is null && IsOf(d.Current.Head, meeting)).OrderBy(d => d.Position).Select(d => view.Link(d.Id)).OfType<DecisionLink>()]);
    }

    private static bool IsOf(DecisionHead head, MeetingRecorded meeting) => head.Meeting == meeting.Number && head.DecidedBy == meeting.Body;
}

/// <summary>Somebody who was at a meeting, or was not.</summary>
public sealed record Attendant(PersonLink Person, bool Present, string? Note);
