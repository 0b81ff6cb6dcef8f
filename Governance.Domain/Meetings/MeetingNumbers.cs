using System.Globalization;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;

namespace Governance.Domain.Meetings;

/// <summary>The numbers of a body's meetings, counted by year: <c>3/2026</c> after <c>2/2026</c>.</summary>
public static class MeetingNumbers
{
    /// <summary>The number that comes next.</summary>
    public static string Next(ClusterHistory history, BodyId body, int year) =>
        $"{Of(history, body).Select(n => n.Split('/')).Where(n => n.Length == 2 && n[1] == year.ToString(CultureInfo.InvariantCulture)).Select(n => int.TryParse(n[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty(0).Max() + 1}/{year}";

    /// <summary>Whether a number is another meeting's of the body.</summary>
    public static bool IsTaken(ClusterHistory history, BodyId body, string number) => Of(history, body).Contains(number, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Of(ClusterHistory history, BodyId body) =>
        history.Meetings.Values.Where(m => m.Meeting.Body == body).Select(m => m.Meeting.Number)
            .Concat(history.PlannedMeetings.Values.Where(m => m.Plan.Body == body && m.Cancellation is null).Select(m => m.Plan.Number));
}
