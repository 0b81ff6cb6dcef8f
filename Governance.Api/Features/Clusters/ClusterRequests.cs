using System.Collections.Immutable;
using Governance.Api.Clusters;
using Governance.Api.Http.Binding;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.Clusters;

/// <summary>A cluster to found. <c>TimeZone</c> is an IANA name, Europe/Oslo if absent.</summary>
public sealed record NewCluster(
    ClusterSlug Id, Name Name, PartialDate FoundedOn, Name? NameEn = null, ZoneName? TimeZone = null, string? OrganisationNumber = null, string? Note = null)
{
    /// <summary>The act that founds it.</summary>
    public ClusterFounded Act => new(Name, NameEn, FoundedOn, TimeZone?.Id ?? Calendar.DefaultZone, Plain(OrganisationNumber), Note);

    /// <summary>What cannot be true of it.</summary>
    public ImmutableArray<Violation> Violations(DateOnly today) => FoundingRules.Check(FoundedOn, Plain(OrganisationNumber), today);

    internal static string? Plain(string? number) => number is null ? null : Domain.Partners.OrganisationNumber.Plain(number);
}

/// <summary>What was wrong of a cluster from its founding; absent keeps, null clears.</summary>
public sealed record ClusterPatch(
    [Lasting] Optional<Name> Name = default, Optional<Name> NameEn = default, [Lasting] Optional<PartialDate?> FoundedOn = default, Optional<ZoneName> TimeZone = default,
    Optional<string> OrganisationNumber = default, Optional<string> Note = default)
{
    /// <summary>The act that puts a cluster right.</summary>
    public ClusterCorrected Act(Founding was) => new(
        Name.Or(was.Name) ?? was.Name, NameEn.Or(was.NameEn), FoundedOn.Or(was.FoundedOn) ?? was.FoundedOn, TimeZone.IsGiven ? TimeZone.Value?.Id ?? Calendar.DefaultZone : was.TimeZone,
        NewCluster.Plain(OrganisationNumber.Or(was.OrganisationNumber)), Note.Or(was.Note));
}
