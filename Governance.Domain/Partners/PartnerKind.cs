using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Domain.Partners;

/// <summary>What sort of organisation a partner is.</summary>
[JsonConverter(typeof(KebabCase<PartnerKind>))]
public enum PartnerKind
{
    /// <summary>A university or university college.</summary>
    University,

    /// <summary>A municipality.</summary>
    Municipality,

    /// <summary>A county.</summary>
    County,

    /// <summary>A hospital or hospital trust.</summary>
    HospitalTrust,

    /// <summary>A research institute.</summary>
    ResearchInstitute,

    /// <summary>A company.</summary>
    Company,

    /// <summary>An organisation of users.</summary>
    UserOrganisation,

    /// <summary>A voluntary organisation.</summary>
    Voluntary,

    /// <summary>Another cluster.</summary>
    Cluster,

    /// <summary>None of these.</summary>
    Other,
}
