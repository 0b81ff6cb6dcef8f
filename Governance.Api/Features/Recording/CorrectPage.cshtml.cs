using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Http;
using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Decisions;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Recording;

/// <summary>A decision to put right, as it stands in the register.</summary>
[RequiresRole(Role.Secretary)]
public sealed class CorrectPage(Site site, ClusterViews views, SavedDrafts drafts, Ids ids, TimeProvider clock) : FormPage(site, views, drafts, ids, clock)
{
    /// <summary>Shows the form with what was recorded.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (Seen.View.Head(new(Id)) is null) return new AnswerResult(Problem.NotFound);
        var decision = Recall.Of(Seen.View.History.Decisions[new(Id)].Current);
        var document = JsonNode.Parse(Json.Bytes(writer => Requests.Write(writer, decision)))!.AsObject();
        return Show(document, new DecisionId(Id), draft: null);
    }

    /// <summary>Saves it as a draft of a correction.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await SeeAsync(ct) ?? (Seen.View.Head(new(Id)) is null ? new AnswerResult(Problem.NotFound) : await TakeAsync(id: null, new DecisionId(Id), ct));
}
