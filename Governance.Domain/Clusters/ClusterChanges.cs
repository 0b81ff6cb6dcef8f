using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Clusters;

/// <summary>Give the cluster new names; both are replaced.</summary>
public sealed record RenameCluster(Name Name, Name? NameEn = null) : Change;

/// <summary>Adopt a strategy in place of the one in force.</summary>
public sealed record AdoptStrategy(string Title, IReadOnlyList<string> FocusAreas, PartialDate? ValidThrough = null) : Change;
