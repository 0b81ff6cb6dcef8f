using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Privacy;

/// <summary>All that is held on a person, to print and hand out to them.</summary>
[RequiresRole(Role.Admin)]
public sealed class AccessPage(Site site, ClusterViews views, Disclosure disclosure) : WorkPage(site, views)
{
    /// <summary>All of it.</summary>
    public SubjectAccess Held { get; private set; } = null!;

    /// <summary>Shows it, which is noted.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (await disclosure.OfAsync(Cluster, Seen.View, Id, Site.Caller.ActorId!, ct) is not { } all) return new AnswerResult(Problem.NotFound);
        Held = all;
        return Page();
    }
}
