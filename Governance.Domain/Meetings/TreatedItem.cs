using System.Text.Json.Serialization;
using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Domain.Meetings;

/// <summary>What a meeting did with an item.</summary>
[JsonConverter(typeof(KebabCase<ItemOutcome>))]
public enum ItemOutcome
{
    /// <summary>What was proposed, or something in its place, was decided.</summary>
    Adopted,

    /// <summary>It was voted down.</summary>
    NotAdopted,

    /// <summary>It comes up again at a later meeting.</summary>
    Postponed,

    /// <summary>It went back to whoever prepared it.</summary>
    SentBack,

    /// <summary>It was noted.</summary>
    Noted,
}

/// <summary>How many voted for, against and blank; <c>Casting</c> says that the chair's vote settled a tie.</summary>
public sealed record Votes(int For, int Against, int Blank, bool Casting)
{
    /// <summary>Who voted how, where it was by name.</summary>
    public IReadOnlyList<NamedVote> ByName { get; init; } = [];

    /// <summary>Votes by name, counted.</summary>
    public static Votes Counted(IReadOnlyList<NamedVote> named, bool casting)
    {
        return new(Cast(Ballot.For), Cast(Ballot.Against), Cast(Ballot.Blank), casting) { ByName = named };

        int Cast(Ballot ballot) => named.Count(v => v.Ballot == ballot);
    }
}

/// <summary>Which way somebody votes.</summary>
[JsonConverter(typeof(KebabCase<Ballot>))]
public enum Ballot
{
    /// <summary>For what is proposed.</summary>
    For,

    /// <summary>Against it.</summary>
    Against,

    /// <summary>Neither.</summary>
    Blank,
}

/// <summary>The vote of one person.</summary>
public sealed record NamedVote(PersonId Person, Ballot Ballot);

/// <summary>An item as the meeting treated it.</summary>
/// <param name="Conclusion">What was decided, or concluded, in words.</param>
/// <param name="SteppedOut">Those who had a conflict of interest and took no part in it.</param>
/// <param name="Remarks">What somebody wanted in the minutes.</param>
public sealed record TreatedItem(
    Guid Id, string Number, ItemKind Kind, string Title, string? Text, string? Proposal, PersonId? Presenter, string? ClosedBy, IReadOnlyList<Paper> Papers,
    ItemOutcome Outcome, string? Conclusion, Votes? Votes, IReadOnlyList<PersonId> SteppedOut, string? Remarks);

/// <summary>Somebody who was called to a meeting.</summary>
/// <param name="Role">The seat's; null for a guest.</param>
/// <param name="StandsInFor">Whom a deputy met for.</param>
/// <param name="Spells">When the person was there; none for those who were absent.</param>
public sealed record AttendanceEntry(PersonId Person, SeatRole? Role, bool Votes, PersonId? StandsInFor, IReadOnlyList<Spell> Spells);

/// <summary>A time in the meeting, from and until; until it ended where nothing is said.</summary>
public sealed record Spell(TimeOnly From, TimeOnly? Until);
