using System.Text;
using Governance.Api.Http;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Agenda;

/// <summary>Terms that end, deadlines and changes to come, as a calendar that others subscribe to (RFC 5545).</summary>
internal static class ReadCalendar
{
    private const int LongestLine = 75;
    private static readonly string[] Forms = ["text/calendar; charset=utf-8"];

    public static Task<IResult> HandleAsync(string cluster, Asked<ReadKnown> at, Asked<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.InAsync(Forms, http, cluster, since.Value, at.Value.Today, at.Value, (_, view) => Render(view), ct);

    private static byte[] Render(Viewpoint view)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Governance//Agenda//" + Words.Of(view.Language).ToUpperInvariant());
        Line(text, "X-WR-CALNAME:" + Text(view.State?.Names.Current.Name.Text ?? view.History.Id));
        foreach (var item in Domain.Views.Agenda.Of(view)) Event(text, view, item);
        Line(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>All day, on the day itself; what is known to the month or year stands on the last day it can mean.</summary>
    private static void Event(StringBuilder text, Viewpoint view, AgendaItem item)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{item.Key}@{view.History.Id}");
        Line(text, $"DTSTAMP:{view.History.RecordedAt.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
        Line(text, $"DTSTART;VALUE=DATE:{item.Date.Last:yyyyMMdd}");
        Line(text, $"DTEND;VALUE=DATE:{item.Date.Last.AddDays(1):yyyyMMdd}");
        Line(text, "SUMMARY:" + Text(item.Sentence));
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Text(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
            .ReplaceLineEndings("\\n");

    /// <summary>No line is longer than 75 octets: what is over goes on, after a blank, on the next; no character is parted.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
