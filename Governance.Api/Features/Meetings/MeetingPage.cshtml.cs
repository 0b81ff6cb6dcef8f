using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Http.Problems;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Meetings;

/// <summary>A meeting: what it decided, and for readers who attended.</summary>
public sealed class MeetingPage(Site site, ClusterViews views) : WorkPage(site, views)
{
    /// <summary>A meeting to come; null for one that was held.</summary>
    public PlannedMeetingView? Planned { get; private set; }

    /// <summary>The meeting.</summary>
    public MeetingView Meeting { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (Seen.View.History.PlannedMeetings.TryGetValue(new(Id), out var planned))
        {
            if (CanRecord) return Go(planned.Held is null ? $"/meetings/{Id}/agenda" : $"/meetings/{Id}/minutes");
            if (MinutesView.Of(Seen.View, planned.Id) is not null) return Go($"/meetings/{Id}/minutes");
            Planned = PlannedMeetingView.Of(Seen.View, planned.Id);
            return Planned is null ? new AnswerResult(Problem.NotFound) : Page();
        }
        if (MeetingView.Of(Seen.View, new(Id)) is not { } meeting) return new AnswerResult(Problem.NotFound);
        Meeting = meeting;
        return Page();
    }
}
