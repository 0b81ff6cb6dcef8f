using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Features.Recording.Forms;
using Governance.Domain.Decisions;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Draft = Governance.Api.Features.Recording.Drafts.Draft;

namespace Governance.Api.Features.Recording;

/// <summary>A page with the form of a decision. Every button saves the draft and leads on to a page that shows it, so that nothing typed is ever lost.</summary>
public abstract class FormPage(Site site, ClusterViews views, SavedDrafts drafts, Ids ids, TimeProvider clock) : WorkPage(site, views)
{
    /// <summary>The form as it is shown.</summary>
    public DecisionForm Form { get; private set; } = null!;

    /// <summary>What its fields can name.</summary>
    public ReferenceChoices Known { get; private set; } = null!;

    /// <summary>What stands in the way of recording it, where it was looked at.</summary>
    public Complaints Complaints { get; private set; } = Complaints.None;

    /// <summary>What is said of the days it takes effect on.</summary>
    public IReadOnlyList<Phrase> Effects { get; private set; } = [];

    /// <summary>What somebody else saved meanwhile.</summary>
    public Conflict? Conflict { get; private set; }

    /// <summary>The draft, once it is saved.</summary>
    public Draft? Draft { get; private set; }

    /// <summary>The decision it puts right, where it is a correction.</summary>
    public DecisionId? Corrects { get; private set; }

    /// <summary>What this form is called, so that it counts once if it is sent twice.</summary>
    public Guid Token { get; private set; }

    /// <summary>The case number that stands there because it was suggested.</summary>
    public string Suggested { get; private set; } = "";

    protected SavedDrafts Drafts => drafts;

    private LiveCluster Live => Seen.Live;

    private Register Register => RegisterBy(ids);

    /// <summary>Shows a document.</summary>
    protected PageResult Show(JsonObject document, DecisionId? corrects, Draft? draft, bool check = false)
    {
        (Corrects, Draft, Token) = (corrects, draft, ids.New());
        Known = KnownFor(document, corrects);
        Form = DecisionForm.Show(document, Known, corrects is not null);
        Effects = Forms.Effects.Of(document, Site.Today);
        if (check) Complaints = Examined.Of(Register, Live, document, corrects).Complaints;
        if (draft is null && corrects is null) Suggested = Entries.Entry.TextOf(document["caseNumber"]);
        return Page();
    }

    /// <summary>Takes what was typed: does what the button says, saves it, and leads on.</summary>
    /// <param name="id">The draft; of a new one, the form's own token.</param>
    protected async Task<IActionResult> TakeAsync(Guid? id, DecisionId? corrects, CancellationToken ct)
    {
        var sent = new SentFields(await Request.ReadFormAsync(ct));
        if (!Guid.TryParse(sent["sent"], out var token)) return BadRequest();
        var stored = await drafts.FindAsync(Cluster, id ?? token, ct);
        if (stored?.Decision is { } recorded) return Redirect(Site.To.Decision(recorded));
        if (stored?.Sent == token) return Go($"/drafts/{stored.Id}");

        corrects = stored?.Corrects ?? corrects;
        var dates = new Entries.DateEntry();
        var document = new JsonObject();
        var known = KnownFor(document, corrects);
        foreach (var word in new[] { "decidedOn", "effectiveFrom" })
            if (dates.Read(sent, word, known) is { } date) document[word] = date;
        document = DecisionForm.Read(sent, KnownFor(document, corrects), corrects is not null);

        var version = stored is null ? 0 : int.TryParse(sent["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        if (stored is not null && version != stored.Version) return Stale(document, stored);
        if (stored is not null && sent.Has("conflict")) Conflict.Take(document, stored.Document, sent);
        if (corrects is null) NewDecision.Number(document, Live, sent["suggested"], Site.Today);

        var button = sent["do"];
        var focus = Edits.Apply(document, button, Live, DayOf(document, corrects));
        if (button == "preview") Examined.SuggestTitle(Register, Live, document, corrects, Site.Today);
        var draft = new Draft(stored?.Id ?? id ?? token, Cluster, corrects, document, version + 1, token, stored?.StartedBy ?? Caller, Caller, clock.GetUtcNow(), null);
        if (!await drafts.SaveAsync(draft, ct))
            return await drafts.FindAsync(Cluster, draft.Id, ct) is { } other ? Stale(document, other) : Go("/drafts");
        if (button != "preview") return Go($"/drafts/{draft.Id}", focus ?? "saved");
        return Examined.Of(Register, Live, document, corrects).Complaints.Any ? Go($"/drafts/{draft.Id}", "errors", ("check", "true")) : Go($"/drafts/{draft.Id}/preview");
    }

    /// <summary>Shows what was typed beside what somebody else saved meanwhile.</summary>
    private PageResult Stale(JsonObject document, Draft theirs)
    {
        var page = Show(document, theirs.Corrects, theirs);
        Conflict = Conflict.Between(theirs, document, Known);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    private ReferenceChoices KnownFor(JsonObject document, DecisionId? corrects) => ReferenceChoices.On(Live, DayOf(document, corrects), Site.Language, document);

    private DateOnly DayOf(JsonObject document, DecisionId? corrects) => Draft.Day(document, Site.Today, corrects is not null);
}
