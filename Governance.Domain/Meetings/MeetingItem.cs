using Governance.Domain.People;

namespace Governance.Domain.Meetings;

/// <summary>An item that is being prepared for a meeting, or treated in it.</summary>
/// <param name="ClosedBy">Why it is closed to the public: the legal ground. Null where it is not.</param>
public sealed record MeetingItem(Guid Id, ItemKind Kind, string Title, string? Text = null, string? Proposal = null, PersonId? Presenter = null, int? Minutes = null, string? ClosedBy = null)
{
    /// <summary>The decision as it is being written with its changes: a draft.</summary>
    public Guid? Draft { get; init; }

    /// <summary>The item of the meeting before that this one goes on with.</summary>
    public Guid? CarriedFrom { get; init; }

    /// <summary>Its papers.</summary>
    public IReadOnlyList<Paper> Papers { get; init; } = [];

    /// <summary>What the meeting did with it.</summary>
    public ItemOutcome? Outcome { get; init; }

    /// <summary>What was decided, or concluded, in words.</summary>
    public string? Conclusion { get; init; }

    /// <summary>How the votes fell.</summary>
    public Votes? Votes { get; init; }

    /// <summary>Those who have a conflict of interest in it.</summary>
    public IReadOnlyList<Recusal> Recusals { get; init; } = [];

    /// <summary>What somebody wanted in the minutes.</summary>
    public string? Remarks { get; init; }

    /// <summary>It as sent with a notice, under a number.</summary>
    public AgendaEntry Sent(string number) => new(Id, number, Kind, Title, Text, Proposal, Presenter, Minutes, ClosedBy, Papers);

    /// <summary>It as the meeting treated it.</summary>
    public TreatedItem Treated(string number, ItemOutcome outcome, string? conclusion) =>
        new(Id, number, Kind, Title, Text, Proposal, Presenter, ClosedBy, Papers, outcome, conclusion, Votes, [.. Recusals.Select(r => r.Person)], Remarks);

    /// <summary>It as it comes up at another meeting.</summary>
    public MeetingItem CarriedOver(Guid id) => new(id, Kind, Title, Text, Proposal, Presenter, Minutes, ClosedBy) { CarriedFrom = Id, Papers = Papers, Draft = Draft };
}

/// <summary>Somebody who steps out of an item because of a conflict of interest, and which; the reason is private.</summary>
public sealed record Recusal(PersonId Person, string? Reason);
