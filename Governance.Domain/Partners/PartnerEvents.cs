using Governance.Domain.Clusters;
using Governance.Domain.Values;

namespace Governance.Domain.Partners;

// Stored: change only by adding, or with an upcaster.

/// <summary>An organisation joined the cluster.</summary>
public sealed record PartnerAdmitted(PartnerId Partner, Name Name, Name? NameEn, PartnerKind Kind, string? OrganisationNumber) : PartnerEvent(Partner);

/// <summary>A partner took new names: both are replaced.</summary>
public sealed record PartnerRenamed(PartnerId Partner, Name Name, Name? NameEn) : PartnerEvent(Partner);

/// <summary>A partner left; the effective date is the first day out.</summary>
public sealed record PartnerWithdrawn(PartnerId Partner, string? Reason) : PartnerEvent(Partner);
