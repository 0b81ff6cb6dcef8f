using System.Text.Json.Serialization;
using Governance.Domain.Clusters;
using Governance.Domain.Values;

namespace Governance.Domain.Bodies;

// Stored: change only by adding, or with an upcaster.

/// <summary>A body came into being. <c>Succeeds</c> names the bodies it takes over from.</summary>
public sealed record BodyEstablished(
    BodyId Body, BodyKind Kind, Name Name, Name? NameEn, BodyId? Parent, IReadOnlyList<BodyId> AdvisoryTo, IReadOnlyList<BodyId> Succeeds, Visibility Visibility) : BodyLifeEvent(Body);

/// <summary>A body took new names: both are replaced.</summary>
public sealed record BodyRenamed(BodyId Body, Name Name, Name? NameEn) : BodyLifeEvent(Body);

/// <summary>A body changed kind or visibility; what is null stays.</summary>
public sealed record BodyReclassified(BodyId Body, BodyKind? Kind, Visibility? Visibility) : BodyLifeEvent(Body);

/// <summary>A body got another parent, or became advisory to others; what is absent stays.</summary>
public sealed record BodyMoved(
    BodyId Body,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<BodyId?> Parent = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<IReadOnlyList<BodyId>> AdvisoryTo = default) : BodyLifeEvent(Body);

/// <summary>A body ceased to exist; the effective date is the first day without it.</summary>
public sealed record BodyDissolved(BodyId Body, string? Reason, IReadOnlyList<BodyId> SucceededBy) : BodyLifeEvent(Body);

/// <summary>A dissolved body came back with its id, without seats or mandate; a name or kind that is null is as before.</summary>
public sealed record BodyReestablished(BodyId Body, Name? Name, Name? NameEn, BodyKind? Kind) : BodyLifeEvent(Body);
