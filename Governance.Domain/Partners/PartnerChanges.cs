using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Domain.Partners;

/// <summary>Take an organisation into the cluster.</summary>
public sealed record AdmitPartner(Name Name, PartnerKind Kind, Name? NameEn = null, string? OrganisationNumber = null) : Change;

/// <summary>Give a partner new names; both are replaced.</summary>
public sealed record RenamePartner(string Partner, Name Name, Name? NameEn = null) : Change;

/// <summary>Let a partner leave.</summary>
public sealed record WithdrawPartner(string Partner, string? Reason = null) : Ending;
