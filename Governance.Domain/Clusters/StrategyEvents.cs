using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Clusters;

// Stored: change only by adding, or with an upcaster.

/// <summary>The cluster took new names: both are replaced.</summary>
public sealed record ClusterRenamed(Name Name, Name? NameEn) : StrategyEvent;

/// <summary>The cluster adopted a strategy; it takes over from the one before. <c>ValidThrough</c> is inclusive.</summary>
public sealed record StrategyAdopted(string Title, PartialDate? ValidThrough, IReadOnlyList<string> FocusAreas) : StrategyEvent;
