using System.Security.Cryptography;
using System.Text;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Decisions;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Features.Recording.Forms;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.Recording;

/// <summary>What a draft would do, to be looked at by all who may see the cluster's inner parts, and recorded by its secretaries.</summary>
[RequiresRole(Role.Reader)]
public sealed class PreviewPage(Site site, ClusterViews views, SavedDrafts drafts, IMessageBus bus, Ids ids) : WorkPage(site, views), IReadsParameters
{
    private const int MostTold = 100;

    /// <summary>What led back here.</summary>
    public IEnumerable<string> Parameters => ["seen", "changed"];

    /// <summary>The draft.</summary>
    public Draft Draft { get; private set; } = null!;

    /// <summary>What stands in the way of recording it.</summary>
    public Complaints Complaints { get; private set; } = Complaints.None;

    /// <summary>What it would do; null where something stands in the way.</summary>
    public Preview? Preview { get; private set; }

    /// <summary>What it would lead from and to.</summary>
    public BeforeAfterChart? BeforeAfter { get; private set; }

    /// <summary>What is said of the days it takes effect on.</summary>
    public IReadOnlyList<Phrase> Effects { get; private set; } = [];

    /// <summary>What others have recorded since this was looked at last.</summary>
    public IReadOnlyList<Registration> Since { get; private set; } = [];

    /// <summary>Shows it, with <c>?seen=12</c> also what came after that position.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (await drafts.FindAsync(Cluster, Id, ct) is not { } draft) return new AnswerResult(Problem.NotFound);
        if (draft.Decision is { } decision) return Redirect(Site.To.Decision(decision));
        Draft = draft;
        Effects = Forms.Effects.Of(draft.Document, Site.Today);
        var examined = Examined.Of(RegisterBy(ids), Seen.Live, draft.Document, draft.Corrects);
        Complaints = examined.Complaints;
        if (examined.Accepted is { Entry: var entry } accepted)
        {
            Preview = Preview.Of(Seen.Live, accepted, Site.Today, Site.Language);
            BeforeAfter = SidesOf(entry, Preview.Structure!);
        }

        if (long.TryParse(Request.Query["seen"], out var seen)) Since = Registration.After(Seen.View, seen, MostTold);
        return Page();
    }

    /// <summary>Records it, if the cluster and the draft stand where they stood when it was shown.</summary>
    public async Task<IActionResult> OnPostAsync(int version, long position, CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (!CanRecord) return new AnswerResult(Problem.Forbidden);
        if (await drafts.FindAsync(Cluster, Id, ct) is not { } draft) return new AnswerResult(Problem.NotFound);
        if (draft.Decision is { } decision) return Redirect(Site.To.Decision(decision));
        if (draft.Version != version) return Go($"/drafts/{Id}/preview", "main", ("changed", "true"));
        if (Examined.Of(RegisterBy(ids), Seen.Live, draft.Document, draft.Corrects).Command is not { } command) return Go($"/drafts/{Id}", "errors", ("check", "true"));

        var key = new IdempotencyKey($"{Site.Caller.ActorId} draft {Id} {version}", SHA256.HashData(CanonicalJson.Of(Encoding.UTF8.GetBytes(draft.Document.ToJsonString()))));
        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(Cluster, command(new(Cluster, Site.Caller.ActorId!, key, position, Problem.TraceOf(HttpContext))), ct);
        switch (outcome)
        {
            case WriteOutcome.Recorded recorded:
                var answer = DecisionAnswer.Of(recorded.Cluster, recorded.Position, Site.Today, Site.Language);
                await drafts.RecordedAsync(draft, new(answer.Id), CancellationToken.None);
                return Go($"/decisions/{answer.Id}", "done", ("done", draft.Corrects is null ? "recorded" : "corrected"));
            case WriteOutcome.Stale:
                return Go($"/drafts/{Id}/preview", "since", ("seen", position.ToString()));
            case WriteOutcome.Refused:
                return Go($"/drafts/{Id}", "errors", ("check", "true"));
            default:
                return new AnswerResult(WriteProblems.Of(outcome, position));
        }
    }
}
