using Governance.Domain.Bodies;
using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Domain.Clusters;

/// <summary>What a case number is unique within: the deciding body, or the text in its place, and the year.</summary>
public readonly record struct CaseKey(BodyId? Body, Name? Text, int Year, Name Number)
{
    /// <summary>The key of a decision that has a case number; null for one that has none.</summary>
    public static CaseKey? Of(DecisionHead head) => head.CaseNumber is null ? null
        : new(head.DecidedBy, head.DecidedBy is null && head.DecidedByText is { } text ? Name.Of(text) : null, head.DecidedOn.First.Year, Name.Of(head.CaseNumber));
}
