using Governance.Api.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Meetings;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Meetings.Items;

/// <summary>What is written for a meeting, for those who keep it.</summary>
/// <param name="Invited">Whoever is called: those who sit in the body that day, deputies for who is away, and guests.</param>
/// <param name="Version">Counts up each time something is written.</param>
public sealed record ProceedingsView(
    Guid Meeting, string Number, MeetingStatus Status, int Version, IReadOnlyList<InvitedView> Invited, QuorumView Expected, QuorumView Now, IReadOnlyList<WrittenItemView> Items, IReadOnlyList<FollowUpView> FollowUps,
    string? Remarks)
{
    internal static ProceedingsView Of(LiveCluster live, Meeting meeting, Proceedings proceedings, Language language = Language.Nb)
    {
        var view = new Viewpoint(live.History, meeting.Plan.Day, live.Persons, Audience.Reader, language);
        var away = proceedings.Absences.ToDictionary(a => a.Person, a => a.Reason);
        var invited = Domain.Meetings.Invited.Of(live.History, meeting, away.Keys.ToHashSet());
        var quorum = Domain.Meetings.Invited.QuorumOf(live.History, meeting);
        return new(
            meeting.Id.Value, meeting.Plan.Number, meeting.Status, proceedings.Version, [.. invited.Select(i => InvitedView.Of(view, i, away.GetValueOrDefault(i.Person), proceedings))],
            QuorumView.Of(quorum with { Present = invited.Count(i => i.Votes && !i.IsAway) }), QuorumView.Of(quorum with { Present = invited.Count(i => i.Votes && proceedings.IsPresent(i.Person)) }),
            [.. ProceedingsRules.Numbered(live.History, meeting, proceedings).Select(i => WrittenItemView.Of(view, meeting, i.Item, i.Number, proceedings, invited, quorum))],
            [.. proceedings.FollowUps.Select(t => FollowUpView.Of(view, t))], proceedings.Remarks);
    }
}

/// <summary>Somebody who is called, and when they were there.</summary>
/// <param name="Reason">Why the person is away.</param>
public sealed record InvitedView(PersonLink Person, SeatRole? Role, bool Votes, PersonLink? StandsInFor, bool Away, string? Reason, bool Present, IReadOnlyList<SpellView> Spells)
{
    internal static InvitedView Of(Viewpoint view, Invited invited, string? reason, Proceedings proceedings) => new(
        new(invited.Person, view.NameOf(invited.Person)), invited.Role, invited.Votes, invited.StandsInFor is { } other ? new(other, view.NameOf(other)) : null, invited.IsAway, reason,
        proceedings.IsPresent(invited.Person), [.. proceedings.Spells(invited.Person).Select(SpellView.Of)]);
}

/// <summary>How many votes there are, are needed, and are there.</summary>
public sealed record QuorumView(int Votes, int Needed, int Present, bool Met)
{
    internal static QuorumView Of(Quorum quorum) => new(quorum.Votes, quorum.Needed, quorum.Present, quorum.IsMet);
}

/// <summary>An item as it stands.</summary>
/// <param name="Number">The case number; one that is not <paramref name="NumberTaken"/> may be another's in the end.</param>
/// <param name="Decision">What it led to.</param>
/// <param name="Quorum">As things stand, without those who step out.</param>
public sealed record WrittenItemView(
    Guid Id, string Number, bool NumberTaken, ItemKind Kind, string Title, string? Text, string? Proposal, PersonLink? Presenter, int? Minutes, string? ClosedBy, Guid? Draft, Guid? CarriedFrom,
    IReadOnlyList<PaperView> Papers, ItemOutcome? Outcome, string? Conclusion, VotesView? Votes, IReadOnlyList<RecusalView> Recusals, string? Remarks, DecisionLink? Decision, QuorumView Quorum)
{
    internal static WrittenItemView Of(Viewpoint view, Meeting meeting, MeetingItem item, string number, Proceedings proceedings, IReadOnlyList<Invited> invited, Quorum quorum)
    {
        var decision = ProceedingsRules.DecisionOf(view.History, meeting, number);
        var steppedOut = item.Recusals.Select(r => r.Person).ToHashSet();
        return new(
            item.Id, number, meeting.NumbersTaken.ContainsKey(item.Id), item.Kind, item.Title, item.Text, item.Proposal, item.Presenter is { } p ? new(p, view.NameOf(p)) : null, item.Minutes, item.ClosedBy,
            item.Draft, item.CarriedFrom, [.. item.Papers.Select(PaperView.Of)],
            decision is null ? item.Outcome : ItemOutcome.Adopted, item.Conclusion, item.Votes is { } counted ? VotesView.Of(view, counted) : null,
            [.. item.Recusals.Select(r => new RecusalView(new(r.Person, view.NameOf(r.Person)), r.Reason))], item.Remarks, decision is null ? null : view.Link(decision.Id),
            QuorumView.Of(quorum with { Present = invited.Count(i => i.Votes && proceedings.IsPresent(i.Person) && !steppedOut.Contains(i.Person)) }));
    }
}

/// <summary>Something to be done because of an item.</summary>
public sealed record FollowUpView(Guid Id, Guid Item, string What, PersonLink? Who, DateOnly? Due, DateOnly? DoneOn)
{
    internal static FollowUpView Of(Viewpoint view, FollowUp task) => new(task.Id, task.Item, task.What, task.Who is { } who ? new(who, view.NameOf(who)) : null, task.Due, task.DoneOn);
}

/// <summary>Somebody who steps out of an item, and why.</summary>
public sealed record RecusalView(PersonLink Person, string? Reason);
