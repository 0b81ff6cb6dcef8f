using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Meetings;

/// <summary>A meeting: who attended, and what it decided.</summary>
[RequiresRole(Role.Reader)]
public sealed class MeetingPage(Site site, ClusterViews views) : WorkPage(site, views)
{
    /// <summary>The meeting.</summary>
    public MeetingView Meeting { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (MeetingView.Of(Seen.View, new(Id)) is not { } meeting) return new AnswerResult(Problem.NotFound);
        Meeting = meeting;
        return Page();
    }
}
