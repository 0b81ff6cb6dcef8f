using System.ComponentModel;
using System.Text;
using Governance.Api.Features.Meetings.Notices;
using Governance.Api.Http;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.Serialization;

namespace Governance.Api.Features.Agenda;

/// <summary>What to put in a calendar.</summary>
public sealed record CalendarQuestion([Inline] ReadKnown At, [Description("Only what concerns this body; absent: all of the cluster.")] Guid? Body = null);

/// <summary>Meetings, terms that end, deadlines and changes to come, as a calendar that others subscribe to (RFC 5545).</summary>
internal static class ReadCalendar
{
    private static readonly string[] Forms = ["text/calendar; charset=utf-8"];

    public static Task<IResult> HandleAsync(string cluster, QueryParameters<CalendarQuestion> asked, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.InAsync(Forms, http, cluster, since.Value, asked.Value.At.Today, asked.Value, (_, view) => Render(view, asked.Value.Body), ct);

    private static byte[] Render(Viewpoint view, Guid? body)
    {
        var calendar = new Calendar { ProductId = "-//Governance//Agenda//" + Words.Of(view.Language).ToUpperInvariant() };
        calendar.AddProperty("X-WR-CALNAME", view.State?.Names.Current.Name.Text ?? view.History.Id);
        calendar.Events.AddRange(Domain.Views.Agenda.Of(view).Where(item => body is null || item.Body?.Id.Value == body).Select(item => Event(view, item)));
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        if (view.History.Founding is { TimeZone: var zone }) calendar.AddTimeZone(Invitation.Rules(zone));
        calendar.Events.AddRange(PlannedMeetingView.All(view).Where(meeting => body is null || meeting.Body.Id.Value == body).Select(meeting => Event(view, meeting)));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    /// <summary>At its hour; where it is followed from elsewhere is for readers.</summary>
    private static CalendarEvent Event(Viewpoint view, PlannedMeetingView meeting)
    {
        var title = meeting.Title ?? (view.Language == Language.En ? $"{meeting.Body.Name}: meeting {meeting.Number}" : $"{meeting.Body.Name}: møte {meeting.Number}");
        return Invitation.Event(view.History.PlannedMeetings[meeting.Id], view.History.Id, title, meeting.TimeZone, meeting.Link);
    }

    /// <summary>All day, on the day itself; what is known to the month or year stands on the last day it can mean. Stamp and sequence go by the log, so that the same history has the same bytes.</summary>
    private static CalendarEvent Event(Viewpoint view, AgendaItem item) => new()
    {
        Uid = $"{item.Key}@{view.History.Id}",
        DtStamp = new(view.History.RecordedAt.UtcDateTime),
        Sequence = (int)view.History.Position,
        Start = new(item.Date.Last),
        End = new(item.Date.Last.AddDays(1)),
        Summary = item.Sentence,
        Transparency = TransparencyType.Transparent,
    };
}
