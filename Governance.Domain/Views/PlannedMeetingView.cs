using Governance.Domain.Meetings;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>A meeting that was planned: when and where, and how far it has come. Times are those of the day where the cluster is, as <c>14:00</c>.</summary>
/// <param name="Link">Where it is followed from elsewhere; for readers.</param>
/// <param name="Agenda">The agenda as it was sent; to the public once the minutes are published, without items that are closed.</param>
/// <param name="Called">Whom it was sent to; for readers.</param>
public sealed record PlannedMeetingView(
    MeetingId Id, long Position, BodyLink Body, string Number, string? Title, MeetingStatus Status, DateOnly Day, string StartsAt, string EndsAt, string TimeZone, string? Place, string? Link, Visibility Visibility,
    IReadOnlyList<AgendaItemView>? Agenda, IReadOnlyList<PersonLink>? Called)
{
    /// <summary>A planned meeting; null if there is none, or it may not be seen.</summary>
    public static PlannedMeetingView? Of(Viewpoint view, MeetingId id) => view.History.PlannedMeetings.TryGetValue(id, out var meeting) ? Of(view, meeting) : null;

    /// <summary>Those that may be seen, the next first, then those that have been, the latest first.</summary>
    public static IReadOnlyList<PlannedMeetingView> All(Viewpoint view) =>
    [
        .. view.History.PlannedMeetings.Values.OrderBy(m => m.Plan.Day < view.AsOf).ThenBy(m => m.Plan.Day < view.AsOf ? -m.Plan.Day.DayNumber : m.Plan.Day.DayNumber).ThenBy(m => m.Plan.StartsAt).ThenBy(m => m.Id.Value)
            .Select(m => Of(view, m)).OfType<PlannedMeetingView>(),
    ];

    /// <summary>Whether a meeting may be seen: its body may on the day, and the meeting is not internal, or a reader looks.</summary>
    public static bool IsSeen(Viewpoint view, Meeting meeting) =>
        (view.Audience == Audience.Reader || meeting.Plan.Visibility == Visibility.Public) && BodyOf(view, meeting) is not null;

    private static PlannedMeetingView? Of(Viewpoint view, Meeting meeting)
    {
        if (!IsSeen(view, meeting)) return null;
        var (plan, reader) = (meeting.Plan, view.Audience == Audience.Reader);
        var entries = reader ? meeting.Notice?.Items : meeting.PublishedVersion > 0 ? meeting.Notice?.Items.Where(i => i.ClosedBy is null) : null;
        return new(
            meeting.Id, meeting.Position, BodyOf(view, meeting)!, plan.Number, plan.Title, reader ? meeting.Status : Told(meeting), plan.Day, Time(plan.StartsAt), Time(plan.EndsAt), view.History.Founding!.TimeZone,
            plan.Place, reader ? plan.Link : null, plan.Visibility, entries?.Select(i => AgendaItemView.Of(view, i)).ToList(),
            reader ? meeting.Notice?.To.Select(p => new PersonLink(p, view.NameOf(p))).ToList() : null);
    }

    /// <summary>Whether the minutes wait for approval is no business of the public's.</summary>
    private static MeetingStatus Told(Meeting meeting) =>
        meeting.PublishedVersion > 0 ? MeetingStatus.Published
        : meeting.Status switch { MeetingStatus.Called => MeetingStatus.Planned, MeetingStatus.Approved => MeetingStatus.Held, var status => status };

    private static BodyLink? BodyOf(Viewpoint view, Meeting meeting)
    {
        if (view.Last is not { } last || !last.Bodies.ContainsKey(meeting.Plan.Body)) return null;
        var then = view.History.AsOf(meeting.Plan.Day) is { } state && state.Bodies.ContainsKey(meeting.Plan.Body) ? state : last;
        var body = then.Bodies[meeting.Plan.Body];
        return view.Sees(then, body) ? view.Link(body) : null;
    }

    /// <summary>A time of the day as it is told: <c>14:00</c>.</summary>
    public static string Time(TimeOnly time) => $"{time:HH':'mm}";
}

/// <summary>An item of an agenda. What it is closed by, who presents and the papers are for readers.</summary>
public sealed record AgendaItemView(
    Guid Id, string Number, ItemKind Kind, string Title, string? Text, string? Proposal, PersonLink? Presenter, int? Minutes, string? ClosedBy, IReadOnlyList<PaperView> Papers)
{
    internal static AgendaItemView Of(Viewpoint view, AgendaEntry item)
    {
        var reader = view.Audience == Audience.Reader;
        var presenter = item.Presenter is { } person && reader ? new PersonLink(person, view.NameOf(person)) : null;
        return new(item.Id, item.Number, item.Kind, item.Title, item.Text, item.Proposal, presenter, item.Minutes, item.ClosedBy, [.. item.Papers.Select(PaperView.Of)]);
    }
}

/// <summary>A paper: what it is called, and the SHA-256 of its bytes in lower-case hex.</summary>
public sealed record PaperView(Guid Id, string Name, string MediaType, long Size, string Hash)
{
    /// <summary>As it is told.</summary>
    public static PaperView Of(Paper paper) => new(paper.Id, paper.Name, paper.MediaType, paper.Size, paper.Hash);
}
