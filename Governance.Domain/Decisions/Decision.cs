using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Decisions;

/// <summary>A decision as it is handed in: bodies, partners and seats are named by id, by name or by <c>#ref</c>.</summary>
/// <param name="DecidedBy">A body; null only with <paramref name="DecidedByText"/>.</param>
/// <param name="EffectiveFrom">First day its changes hold, where a change has none of its own; null means the date of the decision. Unknown counts from that date too.</param>
/// <param name="Follows">Ids of the decisions it follows up.</param>
[OneOfEachRef]
[Needs("decidedBy", "decidedByText")]
public sealed record Decision(
    string? CaseNumber,
    string Title,
    PartialDate DecidedOn,
    string? Text = null,
    string? DecidedBy = null,
    string? DecidedByText = null,
    [Uncertain] PartialDate? EffectiveFrom = null,
    string? Meeting = null,
    IReadOnlyList<Link>? Links = null,
    IReadOnlyList<string>? Follows = null,
    Visibility? Visibility = null,
    string? Note = null,
    IReadOnlyList<Change>? Changes = null);

/// <summary>One imperative line of a decision. Its word in JSON is the type's name in kebab case.</summary>
public abstract record Change
{
    /// <summary>What the rest of the decision calls the thing it makes, without the <c>#</c>.</summary>
    public string? Ref { get; init; }

    /// <summary>First day it holds; null means the decision's.</summary>
    [Uncertain]
    public PartialDate? EffectiveFrom { get; init; }
}

/// <summary>A change that ends something: <see cref="Change.EffectiveFrom"/> is the first day out, or <see cref="LastDay"/> the last day in, not both.</summary>
[NotBoth("effectiveFrom", "lastDay")]
public abstract record Ending : Change
{
    /// <summary>The last day in, inclusive.</summary>
    [Uncertain]
    public PartialDate? LastDay { get; init; }
}
