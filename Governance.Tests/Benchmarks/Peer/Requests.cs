using System.Text.Json.Serialization;
using Governance.Domain.Bodies;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Peer;

/// <summary>A cluster to be founded.</summary>
public sealed record FoundCluster(string Id, Name Name, PartialDate FoundedOn);

/// <summary>A decision, in as much of the API's form as the benchmarks send.</summary>
public sealed record RecordDecision(string Title, BodyId? DecidedBy, string? DecidedByText, PartialDate DecidedOn, IReadOnlyList<Change> Changes);

/// <summary>The same, guarded by the register's snapshot.</summary>
public sealed record RecordOnSnapshot(RecordDecision Decision);

/// <summary>A history to be taken in as one.</summary>
public sealed record ImportHistory(ImportedCluster Cluster, IReadOnlyList<RecordDecision> Decisions);

/// <summary>The cluster that it is of.</summary>
public sealed record ImportedCluster(Name Name, PartialDate FoundedOn);

/// <summary>One change; a body is an id, or what it is called in the same document.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(EstablishBody), "establish-body")]
[JsonDerivedType(typeof(AdoptMandate), "adopt-mandate")]
public abstract record Change;

/// <summary>A body comes into being.</summary>
public sealed record EstablishBody(string Ref, Name Name) : Change;

/// <summary>A body gets a mandate.</summary>
public sealed record AdoptMandate(string Body, IReadOnlyList<string> Points) : Change;
