using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Decisions;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Meetings.Planning;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Features.Recording.Forms;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Meetings;
using Governance.Domain.People;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wolverine;

namespace Governance.Api.Features.Meetings.Sitting;

/// <summary>A meeting while it lasts, for the projector and the laptop: who is there, and each item with quorum, conflicts of interest, votes and outcome. Every press is saved at once.</summary>
[RequiresRole(Role.Secretary)]
public sealed class SittingPage(Site site, ClusterViews views, SavedProceedings saved, SavedDrafts drafts, IMessageBus bus, Ids ids, TimeProvider clock) : PlannedPage(site, views, saved, bus)
{
    private readonly IMessageBus bus = bus;

    private string Path => $"/meetings/{Meeting.Id}/sitting";

    /// <summary>What each decision that is prepared would do, in sentences, or what stands in its way, by item.</summary>
    public IReadOnlyDictionary<Guid, Prepared> Decisions { get; private set; } = new Dictionary<Guid, Prepared>();

    /// <summary>The item that a press came to nothing for.</summary>
    public Guid? AtFault { get; private set; }

    /// <summary>The time of the day where the cluster is.</summary>
    public TimeOnly Now => TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Site.Zone).TimeOfDay);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LookAsync(ct) is { } refusal) return refusal;
        await PrepareAsync(ct);
        return Page();
    }

    /// <summary>Does what a button says.</summary>
    public async Task<IActionResult> OnPostAsync(long position, CancellationToken ct)
    {
        if (await MeetAsync(ct) is { } refusal) return refusal;
        if (Sent("do") != "adopt") await ReadAsync(ct);
        var (item, person) = (IdOf("item"), new PersonId(IdOf("person")));
        AtFault = item == Guid.Empty ? null : item;
        var answer = Sent("do") switch
        {
            "in" or "out" => await WriteAsync(p => p.With(new Press(person, new(Now.Hour, Now.Minute), Sent("do") == "in")), Path, $"person-{person}", ct),
            "treat" when Proceedings.Item(item) is not null => await WriteAsync(p => p.Item(item) is { } now ? p.With(Treated(now)) : p, Path, $"item-{item}", ct),
            "adopt" when Meeting.Notice?.Items.FirstOrDefault(i => i.Id == item) is { } entry => await AdoptAsync(entry, position, ct),
            "follow" when Sent("what") is { } what => await FollowAsync(item, what, ct),
            "done" when Proceedings.FollowUps.FirstOrDefault(t => t.Id == IdOf("task")) is { } task =>
                await WriteAsync(p => p.With(task with { DoneOn = task.DoneOn is null ? Site.Today : null }), Path, $"item-{task.Item}", ct),
            "hold" => await RecordAsync(request => new HoldMeeting(request, Meeting.Id, new(Time("startedAt"), Time("endedAt"), Sent("remarks"))), position, $"{Request.Form["startedAt"]} {Request.Form["endedAt"]} {Request.Form["remarks"]} {Proceedings.Version}", $"/meetings/{Meeting.Id}/minutes", "held", ct),
            _ => new AnswerResult(Problem.NotFound),
        };
        if (answer is not PageResult) return answer;
        await ReadAsync(ct);
        await PrepareAsync(ct);
        return answer;
    }

    private Task<IActionResult> FollowAsync(Guid item, string what, CancellationToken ct)
    {
        var (id, who) = (ids.New(), Guid.TryParse(Sent("who"), out var person) ? new PersonId(person) : (PersonId?)null);
        var due = Recording.Entries.DateEntry.Of(Sent("due") ?? "")?.Last;
        return WriteAsync(p => p.Item(item) is null ? p : p.With(new FollowUp(id, item, what, who, due, null)), Path, $"item-{item}", ct);
    }

    private TimeOnly? Time(string word) => TimeOnly.TryParseExact(Sent(word) ?? "", ["HH:mm", "HH.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private int Number(string word) => int.TryParse(Sent(word), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Votes by name are counted; those of whom nothing is said did not vote.</summary>
    private MeetingItem Treated(MeetingItem item)
    {
        var named = Written.Invited.Select(i => (i.Person.Id, Word: Sent($"vote-{i.Person.Id}"))).Where(v => v.Word is not null).Select(v => new NamedVote(v.Id, Words.TryParse<Ballot>(v.Word!, out var ballot) ? ballot : Ballot.Blank)).ToList();
        var counted = named.Count > 0
            ? Votes.Counted(named, Sent("casting") is not null)
            : new Votes(Number("for"), Number("against"), Number("blank"), Sent("casting") is not null);
        return item with
        {
            Outcome = Words.TryParse<ItemOutcome>(Sent("outcome") ?? "", out var outcome) ? outcome : null,
            Conclusion = Sent("conclusion"),
            Votes = counted is { For: 0, Against: 0, Blank: 0 } ? null : counted,
            Recusals = [.. Written.Invited.Where(i => Sent($"recused-{i.Person.Id}") is not null).Select(i => new Recusal(i.Person.Id, Sent($"recusal-{i.Person.Id}")))],
            Remarks = Sent("remarks"),
        };
    }

    /// <summary>Records the decision with its changes: what it takes is in the agenda that was sent, so that nothing more is read or written than for any decision.</summary>
    private async Task<IActionResult> AdoptAsync(AgendaEntry entry, long position, CancellationToken ct)
    {
        var draft = Guid.TryParse(Sent("draft"), out var id) ? await drafts.FindAsync(Cluster, id, ct) : null;
        if (draft?.Decision is not null) return Go(Path, $"item-{entry.Id}");
        var item = new MeetingItem(entry.Id, entry.Kind, entry.Title, entry.Text, entry.Proposal, ClosedBy: entry.ClosedBy);
        var document = Adoption.Over(draft?.Document ?? [], Meeting, item, entry.Number, Sent("conclusion"));
        var examined = Examined.Of(RegisterBy(ids), Seen.Live, document, null);
        if (examined.Command is not { } command) return Refuse([.. examined.Complaints.All.Select(c => c.Message)]);
        var key = new IdempotencyKey($"{Site.Caller.ActorId} item {entry.Id} {entry.Number}", SHA256.HashData(CanonicalJson.Of(Encoding.UTF8.GetBytes(document.ToJsonString()))));
        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(Cluster, command(new(Cluster, Site.Caller.ActorId!, key, position, Problem.TraceOf(HttpContext))), ct);
        switch (outcome)
        {
            case WriteOutcome.Recorded recorded:
                if (draft is not null) await drafts.RecordedAsync(draft, new(DecisionAnswer.Of(recorded.Cluster, recorded.Position, Site.Today, Site.Language).Id), CancellationToken.None);
                return Go(Path, $"item-{entry.Id}");
            case WriteOutcome.Stale:
                return Refuse(new Phrase("Noen andre har protokollført noe i mellomtiden. Se over, og trykk en gang til.", "Others have recorded something meanwhile. Look it over, and press again."));
            case WriteOutcome.Refused refused:
                return Refuse(refused.Violations);
            default:
                return new AnswerResult(WriteProblems.Of(outcome, position));
        }
    }

    private async Task PrepareAsync(CancellationToken ct)
    {
        var prepared = new Dictionary<Guid, Prepared>();
        foreach (var item in Proceedings.Items.Where(i => i.Draft is not null))
            if (await drafts.FindAsync(Cluster, item.Draft!.Value, ct) is { Decision: null } draft)
            {
                var examined = Examined.Of(RegisterBy(ids), Seen.Live, Adoption.Over(draft.Document, Meeting, item, Meeting.NumbersTaken.GetValueOrDefault(item.Id), null), null);
                prepared[item.Id] = new(draft.Id, examined.Accepted is { } accepted ? Preview.Of(Seen.Live, accepted, Site.Today, Site.Language).Sentences : [], [.. examined.Complaints.All.Select(c => c.Message)], Recording.Entries.Entry.TextOf(draft.Document["text"]));
            }
        Decisions = prepared;
    }
}

/// <summary>A decision that is prepared for an item.</summary>
/// <param name="Does">What it would do, a sentence each.</param>
/// <param name="InTheWay">What stands in its way.</param>
public sealed record Prepared(Guid Draft, IReadOnlyList<string> Does, IReadOnlyList<Phrase> InTheWay, string Text);
