using Governance.Api.Clusters;
using Governance.Api.Features.Meetings.Planning;
using Governance.Api.Http;
using Governance.Domain.Meetings;
using Governance.Domain.People;

namespace Governance.Api.Features.Meetings.Items;

/// <summary>What is written for a meeting: the agenda with its items, who cannot come, who is there. For readers; reasons and presses for secretaries.</summary>
internal static class ItemEndpoints
{
    public static Task<IResult> ReadAsync(string cluster, Guid id, ProceedingsDesk desk, CancellationToken ct) => desk.ShowAsync(cluster, new(id), ct);

    public static Task<IResult> AddAsync(string cluster, Guid id, RequestBody<ItemRequest> body, ProceedingsDesk desk, Ids ids, CancellationToken ct)
    {
        var fresh = ids.New();
        return desk.ChangeAsync(cluster, new(id), p => p.With(body.Value.Over(new MeetingItem(fresh, body.Value.Kind, body.Value.Title))), StatusCodes.Status201Created, ct);
    }

    public static Task<IResult> ChangeAsync(string cluster, Guid id, Guid item, RequestBody<ItemRequest> body, ProceedingsDesk desk, CancellationToken ct) =>
        desk.ChangeAsync(cluster, new(id), item, i => body.Value.Over(i), ct);

    public static Task<IResult> RemoveAsync(string cluster, Guid id, Guid item, ProceedingsDesk desk, CancellationToken ct) =>
        desk.ChangeAsync(cluster, new(id), p => p.Item(item) is null ? null : p.Without(item), StatusCodes.Status200OK, ct);

    public static Task<IResult> AbsenceAsync(string cluster, Guid id, RequestBody<AbsenceNotice> body, ProceedingsDesk desk, CancellationToken ct)
    {
        var person = new PersonId(body.Value.Person);
        return desk.ChangeAsync(cluster, new(id), p => body.Value.Coming == true ? p.Coming(person) : p.With(new Absence(person, body.Value.Reason)), StatusCodes.Status200OK, ct);
    }

    public static Task<IResult> AttendanceAsync(string cluster, Guid id, RequestBody<AttendancePress> body, ProceedingsDesk desk, CancellationToken ct) =>
        desk.ChangeAsync(cluster, new(id), p => p.With(new Press(new(body.Value.Person), body.Value.At ?? desk.Now(cluster), body.Value.Present)), StatusCodes.Status200OK, ct);

    public static Task<IResult> TreatAsync(string cluster, Guid id, Guid item, RequestBody<Treatment> body, ProceedingsDesk desk, CancellationToken ct) =>
        desk.ChangeAsync(cluster, new(id), item, i => body.Value.Over(i), ct);

    public static Task<IResult> FollowUpAsync(string cluster, Guid id, Guid item, RequestBody<FollowUpRequest> body, ProceedingsDesk desk, Ids ids, CancellationToken ct)
    {
        var task = new FollowUp(ids.New(), item, body.Value.What, body.Value.Who is { } who ? new PersonId(who) : null, body.Value.Due, null);
        return desk.ChangeAsync(cluster, new(id), p => p.Item(item) is null ? null : p.With(task), StatusCodes.Status201Created, ct);
    }

    public static Task<IResult> DoneAsync(string cluster, Guid id, Guid task, RequestBody<FollowUpDone> body, ProceedingsDesk desk, CancellationToken ct) => desk.ChangeAsync(
        cluster, new(id), p => p.FollowUps.FirstOrDefault(t => t.Id == task) is { } found ? p.With(found with { DoneOn = body.Value.Done ? found.DoneOn ?? desk.Today(cluster) : null }) : null, StatusCodes.Status200OK, ct);

    /// <summary>The item with what a request says of it.</summary>
    private static MeetingItem Over(this ItemRequest said, MeetingItem item) => item with
    {
        Kind = said.Kind,
        Title = said.Title,
        Text = said.Text,
        Proposal = said.Proposal,
        Presenter = said.Presenter is { } person ? new PersonId(person) : null,
        Minutes = said.Minutes,
        ClosedBy = said.ClosedBy,
        Draft = said.Draft ?? item.Draft,
    };

    private static MeetingItem Over(this Treatment said, MeetingItem item) => item with
    {
        Outcome = said.Outcome,
        Conclusion = said.Conclusion,
        Votes = said.Votes is { } votes ? Counted(votes) : null,
        Recusals = [.. (said.Recusals ?? []).Select(r => new Recusal(new(r.Person), r.Reason))],
        Remarks = said.Remarks,
    };

    private static Votes Counted(VotesGiven given)
    {
        var named = (given.ByName ?? []).Select(v => new NamedVote(new(v.Person), v.Ballot)).ToList();
        return named.Count == 0
            ? new(given.For ?? 0, given.Against ?? 0, given.Blank ?? 0, given.Casting ?? false)
            : Votes.Counted(named, given.Casting ?? false);
    }
}
