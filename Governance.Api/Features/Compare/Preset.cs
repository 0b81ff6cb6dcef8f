using Governance.Api.Features.Pages;
using Governance.Domain.Time;
using Governance.Domain.Views;

namespace Governance.Api.Features.Compare;

/// <summary>A comparison that is often wanted.</summary>
public sealed record Preset(string Text, string Address)
{
    /// <summary>From a year ago, from the meeting before, and over each year in which something changed.</summary>
    public static IReadOnlyList<Preset> All(Site site, Viewpoint view)
    {
        var presets = new List<Preset> { Between(site.Say("Siden i fjor", "Since last year"), YearBefore(view.AsOf), view.AsOf) };
        if (MeetingView.All(view).FirstOrDefault(m => m.HeldOn.Last < view.AsOf) is { } meeting)
            presets.Add(Between(
                site.Say($"Siden forrige møte ({meeting.Body.Name} {meeting.Number}, {Date(meeting.HeldOn)})", $"Since the last meeting ({meeting.Body.Name} {meeting.Number}, {Date(meeting.HeldOn)})"),
                meeting.HeldOn.Last, view.AsOf));
        var years = ChangeDay.All(view, new(To: view.AsOf)).Select(d => d.Date.First.Year).Distinct();
        return [.. presets, .. years.Select(y => Between(site.Say($"Året {y}", $"The year {y}"), new DateOnly(y, 1, 1).AddDays(-1), new(y, 12, 31)))];

        Preset Between(string text, DateOnly from, DateOnly to) => new(text, site.To.Under("/compare", ("from", from.ToString("yyyy-MM-dd")), ("to", to.ToString("yyyy-MM-dd"))));

        string Date(PartialDate date) => Wording.Date(date, site.Language);
    }

    /// <summary>The same day a year before.</summary>
    public static DateOnly YearBefore(DateOnly day) => day.Year > 1 ? day.AddYears(-1) : day;
}
