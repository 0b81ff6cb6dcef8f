using System.Globalization;
using Governance.Api.Clusters;
using Governance.Api.Features.Meetings.Planning;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Meetings;
using Governance.Domain.People;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Wolverine;
using Draft = Governance.Api.Features.Recording.Drafts.Draft;

namespace Governance.Api.Features.Meetings.Items;

/// <summary>A planned meeting as it is prepared: who is called and who cannot come, and the agenda.</summary>
[RequiresRole(Role.Secretary)]
public sealed class AgendaPage(Site site, ClusterViews views, SavedProceedings saved, SavedDrafts drafts, IMessageBus bus, Ids ids, TimeProvider clock) : PlannedPage(site, views, saved, bus)
{
    private string Path => $"/meetings/{Meeting.Id}/agenda";

    /// <summary>Meetings of the body that items can be carried over to.</summary>
    public IReadOnlyList<Meeting> Later { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LookAsync(ct) is { } refusal) return refusal;
        Later = [.. Seen.Live.History.PlannedMeetings.Values.Where(m => m.Plan.Body == Meeting.Plan.Body && m.Plan.Day > Meeting.Plan.Day && m is { Held: null, Cancellation: null }).OrderBy(m => m.Plan.Day)];
        return Page();
    }

    /// <summary>Does what a button says.</summary>
    public async Task<IActionResult> OnPostAsync(long position, CancellationToken ct)
    {
        if (await OnGetAsync(ct) is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult) return new AnswerResult(Problem.NotFound);
        var (item, person) = (IdOf("item"), new PersonId(IdOf("person")));
        switch (Sent("do"))
        {
            case "add":
                return Sent("title") is { } title ? await WriteAsync(p => p.With(Typed(new(ids.New(), ItemKind.Decision, title))), Path, "add", ct) : Refuse(new Phrase("Saken må ha en tittel.", "The item must have a title."));
            case "save" when Proceedings.Item(item) is { } before:
                return Sent("title") is null ? Refuse(new Phrase("Saken må ha en tittel.", "The item must have a title.")) : await WriteAsync(p => p.With(Typed(p.Item(item) ?? before)), Path, $"item-{item}", ct);
            case "remove":
                return await WriteAsync(p => p.Without(item), Path, "agenda", ct);
            case "up" or "down":
                var by = Sent("do") == "up" ? -1 : 1;
                return await WriteAsync(p => p.Moved(item, by), Path, $"item-{item}", ct);
            case "away":
                var reason = Sent("reason");
                return await WriteAsync(p => p.With(new Absence(person, reason)), Path, "called", ct);
            case "coming":
                return await WriteAsync(p => p.Coming(person), Path, "called", ct);
            case "draft" when Proceedings.Item(item) is { } decided:
                return await PrepareAsync(decided, ct);
            case "carry" when Proceedings.Item(item) is { } carried && Later.FirstOrDefault(m => m.Id.Value == IdOf("to")) is { } later:
                var fresh = ids.New();
                await Saved.ChangeAsync(Cluster, later.Id, p => p.Items.Any(i => i.CarriedFrom == item) ? p : p.With(carried.CarriedOver(fresh)), ct);
                return Go($"/meetings/{later.Id}/agenda", "agenda");
            case "cancel":
                return await RecordAsync(request => new CancelMeeting(request, Meeting.Id, Sent("reason")), position, Request.Form["reason"].ToString(), Path, "cancelled", ct);
            default:
                return new AnswerResult(Problem.NotFound);
        }
    }

    private MeetingItem Typed(MeetingItem item) => item with
    {
        Kind = Words.TryParse<ItemKind>(Sent("kind") ?? "", out var kind) ? kind : item.Kind,
        Title = Sent("title")!,
        Text = Sent("text"),
        Proposal = Sent("proposal"),
        Presenter = Guid.TryParse(Sent("presenter"), out var presenter) ? new PersonId(presenter) : null,
        Minutes = int.TryParse(Sent("minutes"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 1440 ? minutes : null,
        ClosedBy = Sent("closedBy"),
    };

    /// <summary>A draft of the decision with its changes, as recording has it; the meeting, number and date are put in when it is adopted.</summary>
    private async Task<IActionResult> PrepareAsync(MeetingItem item, CancellationToken ct)
    {
        if (item.Draft is { } known && await drafts.FindAsync(Cluster, known, ct) is not null) return Go($"/drafts/{known}");
        var id = ids.New();
        var document = Adoption.Over([], Meeting, item, Meeting.NumbersTaken.GetValueOrDefault(item.Id), null);
        await drafts.SaveAsync(new Draft(id, Cluster, null, document, 1, ids.New(), Caller, Caller, clock.GetUtcNow(), null), ct);
        await Saved.ChangeAsync(Cluster, Meeting.Id, p => p.Item(item.Id) is { } now ? p.With(now with { Draft = id }) : p, ct);
        return Go($"/drafts/{id}");
    }
}
