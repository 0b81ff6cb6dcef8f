using Governance.Api.Clusters;
using Governance.Api.Features.Findings;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Pages;
using Governance.Api.Features.People;
using Governance.Api.Features.Recording;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Findings;
using Governance.Domain.Meetings;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wolverine;

namespace Governance.Api.Features.Desk;

/// <summary>What waits for those who keep a cluster: findings, with what to do about each, drafts, and days to keep in mind.</summary>
[RequiresRole(Role.Reader)]
internal sealed class DeskPage(Site site, ClusterViews views, SavedDrafts drafts, AskedErasures erasures, SavedProceedings proceedings, IMessageBus bus) : WorkPage(site, views)
{
    /// <summary>The drafts, the one saved last first.</summary>
    public IReadOnlyList<Draft> Drafts { get; private set; } = [];

    /// <summary>The findings that are not accepted, the worst first.</summary>
    public IReadOnlyList<Finding> Open { get; private set; } = [];

    /// <summary>The findings that are known and accepted.</summary>
    public IReadOnlyList<Finding> Accepted { get; private set; } = [];

    /// <summary>What is to come.</summary>
    public IReadOnlyList<AgendaItem> Agenda { get; private set; } = [];

    /// <summary>The erasures that wait for another admin, to an admin.</summary>
    public IReadOnlyList<AskedErasure> Erasures { get; private set; } = [];

    /// <summary>What is still to be done because of meetings, what is due first before the rest.</summary>
    public IReadOnlyList<(MeetingPlanned Meeting, FollowUpView Task)> FollowUps { get; private set; } = [];

    /// <summary>The finding whose note will not do.</summary>
    public Guid? AtFault { get; private set; }

    /// <summary>What each severity is called.</summary>
    public static Phrase Called(Severity severity) => severity switch
    {
        Severity.Serious => new("Alvorlig", "Serious"),
        Severity.Warning => new("Bør rettes", "To be put right"),
        _ => new("Til orientering", "For information"),
    };

    /// <summary>Shows the desk.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        var found = FindingList.Of(Seen.View.History, Site.Today, Seen.Live.Persons);
        (Open, Accepted) = (found.Open, found.Accepted);
        Agenda = Governance.Domain.Views.Agenda.Of(Seen.View);
        if (Site.IsAdmin) Erasures = await erasures.OfAsync(Cluster, Site.Language, ct);
        Drafts = await drafts.OpenAsync(Cluster, ct);
        FollowUps =
        [
            .. (await proceedings.AllAsync(Cluster, ct)).Where(p => Seen.View.History.PlannedMeetings.ContainsKey(new(p.Id)))
                .SelectMany(p => p.FollowUps.Where(t => t.DoneOn is null).Select(t => (Seen.View.History.PlannedMeetings[new(p.Id)].Plan, Task: FollowUpView.Of(Seen.View, t)))).OrderBy(f => f.Task.Due ?? DateOnly.MaxValue),
        ];
        return Page();
    }

    /// <summary>Accepts a finding, for as long as it lasts.</summary>
    public async Task<IActionResult> OnPostAsync(Guid finding, string? note, CancellationToken ct)
    {
        var page = await OnGetAsync(ct);
        if (page is not PageResult) return page;
        if (!CanRecord) return new AnswerResult(Problem.Forbidden);
        if (string.IsNullOrWhiteSpace(note))
        {
            AtFault = finding;
            return page;
        }

        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(Cluster, new AcceptFinding(WriteRequests.Of(HttpContext, Cluster, Site.Caller), finding, note.Trim()), ct);
        return outcome is WriteOutcome.Recorded ? Go("/desk", "main", ("done", "accepted")) : new AnswerResult(WriteProblems.Of(outcome, null));
    }
}
