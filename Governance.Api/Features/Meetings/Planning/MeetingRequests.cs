using System.ComponentModel.DataAnnotations;
using Governance.Domain.Meetings;
using Governance.Domain.Values;

namespace Governance.Api.Features.Meetings.Planning;

/// <summary>A meeting to come. The body is named by id, or by its name on that day; times are those of the day where the cluster is. Without a number it gets the one that comes next; <c>Title</c> is what it is called besides, as a conference is.</summary>
public sealed record MeetingPlan(
    string Body, DateOnly Day, TimeOnly StartsAt, TimeOnly EndsAt, string? Title = null, string? Number = null, string? Place = null, [WebAddress] string? Link = null, IReadOnlyList<Guid>? Guests = null, Visibility? Visibility = null);

/// <summary>Where and when a meeting is to be, said anew: what is left out is gone.</summary>
public sealed record Rescheduling(DateOnly Day, TimeOnly StartsAt, TimeOnly EndsAt, string? Place = null, [WebAddress] string? Link = null, IReadOnlyList<Guid>? Guests = null);

/// <summary>Why a meeting will not be held; told to those who were called.</summary>
public sealed record CancellationRequest(string? Reason = null);

/// <summary>An item for the agenda. <c>ClosedBy</c> is the legal ground on which it is closed to the public; <c>Draft</c> a decision that is being written.</summary>
public sealed record ItemRequest(
    ItemKind Kind, string Title, string? Text = null, string? Proposal = null, Guid? Presenter = null, [Range(1, 1440)] int? Minutes = null, string? ClosedBy = null, Guid? Draft = null);

/// <summary>Somebody cannot come, or can after all. The reason is private.</summary>
public sealed record AbsenceNotice(Guid Person, bool? Coming = null, string? Reason = null);

/// <summary>The notice to be sent: what is said in it besides the agenda, and whether it goes out by mail or only takes the case numbers.</summary>
public sealed record NoticeRequest(string? Message = null, bool? Mail = null);

/// <summary>Somebody came, or left; now where no time is given.</summary>
public sealed record AttendancePress(Guid Person, bool Present, TimeOnly? At = null);

/// <summary>What a meeting does with an item, said anew.</summary>
public sealed record Treatment(ItemOutcome? Outcome = null, string? Conclusion = null, VotesGiven? Votes = null, IReadOnlyList<RecusalGiven>? Recusals = null, string? Remarks = null);

/// <summary>How the votes fell, by number or by name.</summary>
public sealed record VotesGiven([Range(0, 10_000)] int? For = null, [Range(0, 10_000)] int? Against = null, [Range(0, 10_000)] int? Blank = null, bool? Casting = null, IReadOnlyList<VoteGiven>? ByName = null);

/// <summary>How one person voted.</summary>
public sealed record VoteGiven(Guid Person, Ballot Ballot);

/// <summary>Somebody with a conflict of interest, who steps out. The reason is private.</summary>
public sealed record RecusalGiven(Guid Person, string? Reason = null);

/// <summary>Something to be done because of an item: by whom, and until when.</summary>
public sealed record FollowUpRequest(string What, Guid? Who = null, DateOnly? Due = null);

/// <summary>Whether it is done.</summary>
public sealed record FollowUpDone(bool Done);

/// <summary>The meeting is over: when it began and ended.</summary>
public sealed record HoldingRequest(TimeOnly? StartedAt = null, TimeOnly? EndedAt = null, string? Remarks = null);

/// <summary>Who approves the minutes: participants, or a later meeting of the body.</summary>
public sealed record ApprovalRequest(IReadOnlyList<Guid>? By = null, Guid? At = null);

/// <summary>Nothing needs to be said.</summary>
public sealed record PublicationRequest;
