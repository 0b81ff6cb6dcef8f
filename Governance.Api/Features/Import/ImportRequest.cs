using Governance.Api.Features.Clusters;
using Governance.Api.Features.People;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import;

/// <summary>A whole history to take in: the cluster if it is new, people, and decisions in the order in which names in them are to be read. Ids and refs are keys within the document.</summary>
public sealed record ImportRequest(ImportedCluster? Cluster = null, IReadOnlyList<ImportedPerson>? People = null, IReadOnlyList<ImportEntry>? Decisions = null);

/// <summary>The cluster as it was founded. <c>Id</c> may be left out; if given it is the address's.</summary>
public sealed record ImportedCluster(
    Name Name, PartialDate FoundedOn, string? Id = null, Name? NameEn = null, Http.Binding.ZoneName? TimeZone = null, string? OrganisationNumber = null, string? Note = null)
{
    /// <summary>The founding it asks for.</summary>
    public NewCluster Founding(Domain.Clusters.ClusterSlug slug) => new(slug, Name, FoundedOn, NameEn, TimeZone, OrganisationNumber, Note);
}

/// <summary>A person of the document, called by <c>Id</c> or <c>#Ref</c> in it.</summary>
public sealed record ImportedPerson([Inline] NewPersonRequest Person, string? Id = null, string? Ref = null)
{
    /// <summary>What the document calls them.</summary>
    public IEnumerable<string> Keys => new[] { Id, Ref }.OfType<string>();
}

/// <summary>A decision of the document, or with <c>Corrects</c> the correction of one before it.</summary>
public sealed record ImportEntry([Inline] Decision Decision, string? Id = null, string? Corrects = null, string? Reason = null);
