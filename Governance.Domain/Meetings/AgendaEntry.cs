using System.Text.Json.Serialization;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Domain.Meetings;

/// <summary>What an item of an agenda asks of the meeting.</summary>
[JsonConverter(typeof(KebabCase<ItemKind>))]
public enum ItemKind
{
    /// <summary>To be decided.</summary>
    Decision,

    /// <summary>To be told of.</summary>
    Information,

    /// <summary>To be talked over.</summary>
    Discussion,

    /// <summary>The minutes of an earlier meeting, to be approved.</summary>
    Minutes,
}

/// <summary>An item of an agenda as it was sent.</summary>
/// <param name="Number">The case number, one series per body and year: <c>12/26</c>.</param>
/// <param name="Proposal">The decision that is proposed.</param>
/// <param name="Minutes">How long it is to take.</param>
/// <param name="ClosedBy">Why it is closed to the public: the legal ground. Null where it is not.</param>
public sealed record AgendaEntry(
    Guid Id, string Number, ItemKind Kind, string Title, string? Text, string? Proposal, PersonId? Presenter, int? Minutes, string? ClosedBy, IReadOnlyList<Paper> Papers);

/// <summary>A paper of an item: what it is called, and the SHA-256 of its bytes in lower-case hex.</summary>
public sealed record Paper(Guid Id, string Name, string MediaType, long Size, string Hash);
