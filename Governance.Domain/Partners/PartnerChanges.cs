using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Domain.Partners;

/// <summary>Take an organisation into the cluster.</summary>
[ChangeLabel(ChangeArea.Cluster, 1, "Ta opp en partner", "Admit a partner")]
public sealed record AdmitPartner(Name Name, PartnerKind Kind, Name? NameEn = null, string? OrganisationNumber = null) : Change;

/// <summary>Give a partner new names; both are replaced.</summary>
[ChangeLabel(ChangeArea.Cluster, 2, "Gi en partner nytt navn", "Rename a partner")]
[MemberLabel("name", "Nytt navn", "New name")]
public sealed record RenamePartner(string Partner, Name Name, Name? NameEn = null) : Change;

/// <summary>Let a partner leave.</summary>
[ChangeLabel(ChangeArea.Cluster, 3, "En partner går ut", "A partner withdraws")]
public sealed record WithdrawPartner(string Partner, string? Reason = null) : Ending;
