using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Domain.Meetings;

// Stored: change only by adding, or with an upcaster.

/// <summary>An act that concerns a meeting which was planned. People stand in it by id alone, and no reason why somebody was away.</summary>
public abstract record MeetingEvent(MeetingId Meeting) : RegisterEvent
{
    /// <summary>Whether those who were called to the meeting are told of it.</summary>
    public bool IsTold() => this is NoticeSent or MeetingRescheduled or MeetingCancelled;
}

/// <summary>A body is to meet: on a day, from and until a time of the day where the cluster is. <c>Guests</c> are invited besides those who sit in the body; <c>Title</c> is what it is called besides its number, as a conference is.</summary>
public sealed record MeetingPlanned(
    MeetingId Meeting, BodyId Body, string Number, DateOnly Day, TimeOnly StartsAt, TimeOnly EndsAt, string? Place, string? Link, Visibility Visibility, IReadOnlyList<PersonId> Guests,
    string? Title = null) : MeetingEvent(Meeting);

/// <summary>The meeting is at another time or place, or has other guests: all of it is said anew.</summary>
public sealed record MeetingRescheduled(MeetingId Meeting, DateOnly Day, TimeOnly StartsAt, TimeOnly EndsAt, string? Place, string? Link, IReadOnlyList<PersonId> Guests) : MeetingEvent(Meeting);

/// <summary>The meeting will not be held.</summary>
public sealed record MeetingCancelled(MeetingId Meeting, string? Reason) : MeetingEvent(Meeting);

/// <summary>The notice was sent with the agenda as it stood; the case numbers in it are taken from then on. Sent anew it replaces the one before.</summary>
/// <param name="To">Those it was sent to.</param>
public sealed record NoticeSent(MeetingId Meeting, IReadOnlyList<AgendaEntry> Items, IReadOnlyList<PersonId> To, string? Message) : MeetingEvent(Meeting);

/// <summary>The meeting was held, and this is the record of it. Entered anew it is a new version, of which the minutes are to be approved again.</summary>
public sealed record MeetingHeld(
    MeetingId Meeting, DateOnly HeldOn, TimeOnly? StartedAt, TimeOnly? EndedAt, IReadOnlyList<AttendanceEntry> Attendance, IReadOnlyList<TreatedItem> Items, string? Remarks) : MeetingEvent(Meeting);

/// <summary>A version of the minutes was approved; <c>Hash</c> is that of all it says, in lower-case hex.</summary>
/// <param name="By">The participants who approved; none where a meeting did.</param>
/// <param name="At">The later meeting that approved them.</param>
public sealed record MinutesApproved(MeetingId Meeting, int Version, string Hash, DateOnly ApprovedOn, IReadOnlyList<PersonId> By, MeetingId? At) : MeetingEvent(Meeting);

/// <summary>The approved minutes were made public, with the agenda.</summary>
public sealed record MinutesPublished(MeetingId Meeting, int Version) : MeetingEvent(Meeting);
