using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Meetings;

/// <summary>The meetings: those to come, and those held.</summary>
public sealed class MeetingsPage(Site site, ClusterViews views) : WorkPage(site, views)
{
    /// <summary>All of them, by year, the latest first.</summary>
    public IReadOnlyList<IGrouping<int, MeetingView>> Years { get; private set; } = [];

    /// <summary>Those to come, the next first.</summary>
    public IReadOnlyList<PlannedMeetingView> Ahead { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        Years = [.. MeetingView.All(Seen.View).GroupBy(m => m.HeldOn.First.Year)];
        Ahead = [.. PlannedMeetingView.All(Seen.View).Where(m => Seen.View.History.PlannedMeetings[m.Id].Held is null)];
        return Page();
    }
}
