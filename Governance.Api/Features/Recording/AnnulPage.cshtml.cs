using System.Security.Cryptography;
using System.Text;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Decisions;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording.Forms;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Decisions;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.Recording;

/// <summary>A decision to be declared invalid from the start, with what would come of that.</summary>
[RequiresRole(Role.Secretary)]
public sealed class AnnulPage(Site site, ClusterViews views, IMessageBus bus, Ids ids) : WorkPage(site, views)
{
    /// <summary>The decision.</summary>
    public DecisionLink Decision { get; private set; } = null!;

    /// <summary>What stands in the way.</summary>
    public Complaints Complaints { get; private set; } = Complaints.None;

    /// <summary>What would come of it; null where it cannot be.</summary>
    public Preview? Preview { get; private set; }

    /// <summary>What it would lead from and to.</summary>
    public BeforeAfterChart? BeforeAfter { get; private set; }

    /// <summary>The decisions that may be named as the one that annuls it.</summary>
    public NameList Decisions { get; private set; } = NameList.Empty;

    /// <summary>What others have recorded since this was looked at last.</summary>
    public IReadOnlyList<Registration> Since { get; private set; } = [];

    /// <summary>The reason that was typed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The annulling decision that was typed.</summary>
    public string By { get; private set; } = "";

    /// <summary>Shows what would come of it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await SeeAsync(ct) ?? Look() ?? (IActionResult)Page();

    /// <summary>Annuls it, for a reason, if the cluster stands where it stood when this was shown.</summary>
    public async Task<IActionResult> OnPostAsync(string? reason, string? by, long position, CancellationToken ct)
    {
        if ((await SeeAsync(ct) ?? Look()) is { } refusal) return refusal;
        (Reason, By) = (reason?.Trim() ?? "", by?.Trim() ?? "");
        var other = By.Length == 0 ? null : Decisions.KeyOf(By);
        if (Reason.Length == 0) Complaints = new([.. Complaints.All, new("reason", new("Skriv hvorfor.", "Say why."))]);
        if (By.Length > 0 && other is null) Complaints = new([.. Complaints.All, new("by", new("Velg et vedtak fra listen.", "Choose a decision from the list."))]);
        if (Complaints.Any) return Page();

        var key = new IdempotencyKey($"{Site.Caller.ActorId} annul {Id} {position}", SHA256.HashData(Encoding.UTF8.GetBytes(Reason + "\n" + other)));
        var command = new AnnulDecision(new(Cluster, Site.Caller.ActorId!, key, position, Problem.TraceOf(HttpContext)), Decision.Id, Reason, other is null ? null : new(Guid.Parse(other)));
        switch (await bus.InvokeForTenantAsync<WriteOutcome>(Cluster, command, ct))
        {
            case WriteOutcome.Recorded:
                return Go($"/decisions/{Id}", "done", ("done", "annulled"));
            case WriteOutcome.Stale:
                Since = RecordedSince(position);
                return Page();
            case WriteOutcome.Refused refused:
                Complaints = Judging.Of(refused.Violations, [], refused.Cluster);
                return Page();
            case var outcome:
                return new AnswerResult(WriteProblems.Of(outcome, position));
        }
    }

    private AnswerResult? Look()
    {
        if (Seen.View.Link(new DecisionId(Id)) is not { } decision) return new(Problem.NotFound);
        Decision = decision;
        Decisions = ReferenceChoices.On(Seen.Live, Site.Today, Site.Language, [])[ReferenceChoices.DecisionsList];
        var tried = RegisterBy(ids).Annul(decision.Id, "–", null);
        if (tried is DecisionOutcome.Refused refused) Complaints = Judging.Of(refused.Violations, [], Seen.Live);
        if (tried is not DecisionOutcome.Accepted accepted) return null;
        Preview = Preview.Of(Seen.Live, tried, Site.Today, Site.Language);
        BeforeAfter = SidesOf(accepted.Entry, Preview.Structure!);
        return null;
    }
}
