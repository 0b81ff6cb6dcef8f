using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Recording;

/// <summary>The drafts of a cluster.</summary>
[RequiresRole(Role.Reader)]
public sealed class DraftsPage(Site site, ClusterViews views, SavedDrafts drafts) : WorkPage(site, views)
{
    /// <summary>The one saved last first.</summary>
    public IReadOnlyList<Draft> Drafts { get; private set; } = [];

    /// <summary>Lists them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        Drafts = await drafts.OpenAsync(Cluster, ct);
        return Page();
    }

    /// <summary>Throws one away.</summary>
    public async Task<IActionResult> OnPostAsync(Guid draft, CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (!CanRecord) return new AnswerResult(Problem.Forbidden);
        await drafts.DeleteAsync(Cluster, draft, ct);
        return Go("/drafts", "main");
    }
}
