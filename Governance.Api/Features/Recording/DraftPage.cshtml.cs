using Governance.Api.Clusters;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Recording;

/// <summary>A draft, to go on with.</summary>
[RequiresRole(Role.Secretary)]
public sealed class DraftPage(Site site, ClusterViews views, SavedDrafts drafts, Ids ids, TimeProvider clock) : FormPage(site, views, drafts, ids, clock), IReadsParameters
{
    /// <summary>Whether to say what stands in the way.</summary>
    public IEnumerable<string> Parameters => ["check"];

    /// <summary>Shows it; with <c>?check=true</c> also what stands in the way of recording it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (await Drafts.FindAsync(Cluster, Id, ct) is not { } draft) return new AnswerResult(Problem.NotFound);
        return draft.Decision is { } decision ? Redirect(Site.To.Decision(decision)) : Show(draft.Document, draft.Corrects, draft, Request.Query["check"] == "true");
    }

    /// <summary>Saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await SeeAsync(ct) ?? await TakeAsync(Id, corrects: null, ct);
}
