using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Meetings.Planning;
using Governance.Api.Features.Pages;
using Governance.Api.Http.Problems;
using Governance.Domain.Meetings;
using Governance.Domain.People;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.Meetings.Minutes;

/// <summary>The minutes of a meeting, to be read, printed, approved and published. To the public they are there once they are published.</summary>
public sealed class MinutesPage(Site site, ClusterViews views, SavedProceedings saved, IMessageBus bus, PagePrinter printer) : PlannedPage(site, views, saved, bus)
{
    /// <summary>The minutes; null where the meeting is not closed yet.</summary>
    public MinutesView? Minutes { get; private set; }

    /// <summary>Whether they can be had as PDF.</summary>
    public bool CanPrint => printer.IsThere;

    /// <summary>Whether they say what they said when they were approved.</summary>
    public bool Holds { get; private set; }

    /// <summary>Later meetings of the body, which may approve them.</summary>
    public IReadOnlyList<Meeting> Later { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await MeetAsync(ct) is { } refusal) return refusal;
        Minutes = MinutesView.Of(Seen.View, Meeting.Id);
        if (!Site.CanRead && Minutes is null) return new AnswerResult(Problem.NotFound);
        await ReadAsync(ct);
        Holds = Meeting.IsApproved && Meeting.Approval!.Hash == MinutesHash.Of(Seen.Live.History, Meeting);
        Later = [.. Seen.Live.History.PlannedMeetings.Values.Where(m => m.Plan.Body == Meeting.Plan.Body && m.Id != Meeting.Id && m.Plan.Day >= Meeting.Plan.Day && m.Cancellation is null).OrderBy(m => m.Plan.Day)];
        return Page();
    }

    /// <summary>Approves or publishes them.</summary>
    public async Task<IActionResult> OnPostAsync(long position, CancellationToken ct)
    {
        if (await OnGetAsync(ct) is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult) return new AnswerResult(Problem.NotFound);
        if (!CanRecord) return new AnswerResult(Problem.Forbidden);
        var path = $"/meetings/{Meeting.Id}/minutes";
        switch (Sent("do"))
        {
            case "approve":
                var by = Request.Form["by"].Select(p => Guid.TryParse(p, out var id) ? new PersonId(id) : default).ToList();
                var at = Guid.TryParse(Sent("at"), out var later) ? new MeetingId(later) : (MeetingId?)null;
                return await RecordAsync(request => new ApproveMinutes(request, Meeting.Id, by, at), position, $"{string.Join(' ', by)} {at}", path, "approved", ct);
            case "publish":
                return await RecordAsync(request => new PublishMinutes(request, Meeting.Id), position, "publish", path, "published", ct);
            default:
                return new AnswerResult(Problem.NotFound);
        }
    }
}
