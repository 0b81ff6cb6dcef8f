using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Time;

namespace Governance.Domain.Mandates;

// Stored: change only by adding, or with an upcaster.

/// <summary>A body got a mandate, its first or a revised one. <c>ValidThrough</c> and <c>DueOn</c> are inclusive.</summary>
public sealed record MandateAdopted(
    BodyId Body, IReadOnlyList<string> Points, string? Purpose, PartialDate? ValidThrough, string? Deliverable, PartialDate? DueOn) : MandateEvent(Body);

/// <summary>A mandate runs longer, or its deliverable is due later; what is null stays.</summary>
public sealed record MandateExtended(BodyId Body, PartialDate? ValidThrough, PartialDate? DueOn) : MandateEvent(Body);

/// <summary>A mandate is fulfilled: the deliverable was handed over.</summary>
public sealed record MandateConcluded(BodyId Body, string? Link) : MandateEvent(Body);

/// <summary>A mandate no longer holds.</summary>
public sealed record MandateRepealed(BodyId Body) : MandateEvent(Body);
