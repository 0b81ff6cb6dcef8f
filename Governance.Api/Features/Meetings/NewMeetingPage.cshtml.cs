using System.Text.Json.Nodes;
using Governance.Api.Features.Pages;
using Governance.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.Meetings;

/// <summary>A meeting to enter.</summary>
[RequiresRole(Role.Secretary)]
public sealed class NewMeetingPage(Site site, ClusterViews views, IMessageBus bus) : MeetingForm(site, views, bus)
{
    /// <summary>Shows a form for today.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await SeeAsync(ct) ?? (IActionResult)Show(new JsonObject { ["heldOn"] = Site.Today.ToString("yyyy-MM-dd") });

    /// <summary>Enters it.</summary>
    public async Task<IActionResult> OnPostAsync(long position, CancellationToken ct) => await SeeAsync(ct) ?? await EnterAsync([], null, position, ct);
}
