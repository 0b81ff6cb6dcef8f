using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Features.Recording.Forms;
using Governance.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Recording;

/// <summary>A new decision. A change may be asked for in the address, with what is known of it: <c>?add=appoint&amp;body=Brukerpanel</c>; also a successor to who holds a seat, now or <c>when=term-over</c>: <c>?replace=</c> the seat.</summary>
[RequiresRole(Role.Secretary)]
public sealed class RecordPage(Site site, ClusterViews views, SavedDrafts drafts, Ids ids, TimeProvider clock) : FormPage(site, views, drafts, ids, clock), IReadsParameters
{
    private const string Add = "add";
    private const string Replace = "replace";
    private const string When = "when";

    /// <summary>Says that a successor begins when the term is over.</summary>
    public const string TermOver = "term-over";

    /// <summary>What is asked for, with the members of the change where one is.</summary>
    public IEnumerable<string> Parameters => Request.Query[Add] is [{ } kind] && DecisionForm.Shape(kind) is { } shape ? [Add, Replace, When, .. shape.Members.Select(m => m.Word)] : [Add, Replace, When];

    /// <summary>Shows an empty form, but for what can be guessed.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        var document = NewDecision.Begin(Seen.Live, Site.Today);
        if (Request.Query[Add] is [{ } kind] && DecisionForm.Shape(kind) is { } shape)
        {
            var asked = shape.Members.Select(m => m.Word).Where(word => Request.Query.ContainsKey(word)).Select(word => KeyValuePair.Create<string, JsonNode?>(word, Request.Query[word].ToString()));
            Edits.Add((JsonArray)document["changes"]!, kind, new(asked));
        }

        if (Request.Query[Replace] is [{ } seat]) Succession.Add((JsonArray)document["changes"]!, seat, Request.Query[When] == TermOver, Seen.Live, Site.Today);
        return Show(document, corrects: null, draft: null);
    }

    /// <summary>Saves it as a draft.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await SeeAsync(ct) ?? await TakeAsync(id: null, corrects: null, ct);
}
