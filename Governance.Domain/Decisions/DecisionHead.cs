using Governance.Domain.Bodies;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Decisions;

/// <summary>A decision apart from its changes, as stored. <c>EffectiveFrom</c> null means <c>DecidedOn</c>.</summary>
public sealed record DecisionHead(
    string? CaseNumber, string Title, string? Text, BodyId? DecidedBy, string? DecidedByText, PartialDate DecidedOn, PartialDate? EffectiveFrom,
    string? Meeting, IReadOnlyList<Link> Links, IReadOnlyList<DecisionId> Follows, Visibility Visibility, string? Note);

/// <summary>A link to a document: what it is called, and its http(s) address.</summary>
public sealed record Link(string Title, [WebAddress] string Url);

/// <summary>What a change, and each seat it lists, is called within its decision, so that a correction keeps their ids.</summary>
public sealed record ChangeRef(string Ref, IReadOnlyList<string> Seats);
