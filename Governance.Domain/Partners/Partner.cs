using Governance.Domain.Clusters;
using Governance.Domain.Time;

namespace Governance.Domain.Partners;

/// <summary>An organisation in the cluster on one day.</summary>
/// <param name="Withdrawn">First day out, once out.</param>
public sealed record Partner(PartnerId Id, Names Names, PartnerKind Kind, string? OrganisationNumber, PartialDate Admitted, PartialDate? Withdrawn)
{
    /// <summary>Whether it takes part.</summary>
    public bool IsPresent => Withdrawn is null;
}
