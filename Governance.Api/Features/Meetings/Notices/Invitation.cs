using Governance.Domain.Meetings;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Governance.Api.Features.Meetings.Notices;

/// <summary>A meeting as an iCalendar invitation (RFC 5545 and 5546): the same meeting keeps its UID, and each change that those called must hear of has a higher SEQUENCE.</summary>
public static class Invitation
{
    /// <summary>The invitation of one person, who alone stands in it.</summary>
    /// <param name="title">What the meeting is called.</param>
    /// <param name="zone">Where the cluster is, by its IANA name.</param>
    /// <param name="organizer">The address that answers go to.</param>
    public static string Text(Meeting meeting, string cluster, string title, string zone, string organizer, string attendee, string attendeeName)
    {
        var calendar = Calendar(zone);
        calendar.Method = meeting.Cancellation is null ? CalendarMethods.Request : CalendarMethods.Cancel;
        var told = Event(meeting, cluster, title, zone, meeting.Plan.Link);
        told.Organizer = new Organizer($"mailto:{organizer}") { CommonName = cluster };
        told.Attendees.Add(new Attendee($"mailto:{attendee}") { CommonName = attendeeName, Role = ParticipationRole.RequiredParticipant, ParticipationStatus = EventParticipationStatus.NeedsAction, Rsvp = true });
        calendar.Events.Add(told);
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    /// <summary>A calendar that knows the rules of the cluster's time zone.</summary>
    public static Ical.Net.Calendar Calendar(string zone)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Governance//Meetings//NO" };
        calendar.AddTimeZone(Rules(zone));
        return calendar;
    }

    /// <summary>The rules of a time zone, from before any meeting: the same bytes each time.</summary>
    /// <param name="zone">Its IANA name.</param>
    public static VTimeZone Rules(string zone) => VTimeZone.FromDateTimeZone(zone, new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), includeHistoricalData: false);

    /// <summary>The meeting in a calendar, stamped with when it was recorded: the same bytes each time.</summary>
    /// <param name="link">Where it is followed from elsewhere, to those who may know.</param>
    public static CalendarEvent Event(Meeting meeting, string cluster, string title, string zone, string? link)
    {
        var plan = meeting.Plan;
        var told = new CalendarEvent
        {
            Uid = $"{meeting.Id}@{cluster}",
            DtStamp = new CalDateTime(meeting.ChangedAt.UtcDateTime, "UTC"),
            Sequence = meeting.Sequence,
            Start = At(plan.Day, plan.StartsAt, zone),
            End = At(plan.Day, plan.EndsAt, zone),
            Summary = title,
            Location = plan.Place,
            Status = meeting.Cancellation is null ? EventStatus.Confirmed : EventStatus.Cancelled,
        };
        if (link is not null) told.Url = new Uri(link);
        return told;
    }

    private static CalDateTime At(DateOnly day, TimeOnly time, string zone) => new(day, time, zone);
}
