using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Clusters;

/// <summary>Give the cluster new names; both are replaced.</summary>
[ChangeLabel(ChangeArea.Cluster, 5, "Gi klyngen nytt navn", "Rename the cluster")]
[MemberLabel("name", "Nytt navn", "New name")]
public sealed record RenameCluster(Name Name, Name? NameEn = null) : Change;

/// <summary>Adopt a strategy in place of the one in force.</summary>
[ChangeLabel(ChangeArea.Cluster, 4, "Vedta strategi", "Adopt a strategy")]
[MemberLabel("title", "Strategiens tittel", "Title of the strategy")]
public sealed record AdoptStrategy(string Title, IReadOnlyList<string> FocusAreas, PartialDate? ValidThrough = null) : Change;
