using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Mandates;

/// <summary>Give a body a mandate, its first or a revised one. The end dates are inclusive.</summary>
[ChangeLabel(ChangeArea.Mandates, 1, "Vedta mandat", "Adopt a mandate")]
[Rare("validThrough")]
public sealed record AdoptMandate(
    string Body, [MostWords(10_000)] IReadOnlyList<string> Points, string? Purpose = null, PartialDate? ValidThrough = null, string? Deliverable = null, PartialDate? DueOn = null) : Change;

/// <summary>Let a mandate run longer, or its deliverable be due later; at least one.</summary>
[Needs("validThrough", "dueOn")]
[ChangeLabel(ChangeArea.Mandates, 2, "Forlenge et mandat", "Extend a mandate")]
public sealed record ExtendMandate(string Body, PartialDate? ValidThrough = null, PartialDate? DueOn = null) : Change;

/// <summary>Hold a mandate for fulfilled, with a link to what was delivered.</summary>
[ChangeLabel(ChangeArea.Mandates, 3, "Mandatet er fullført", "Conclude a mandate")]
public sealed record ConcludeMandate(string Body, [WebAddress] string? Link = null) : Change;

/// <summary>End a mandate that is not fulfilled.</summary>
[ChangeLabel(ChangeArea.Mandates, 4, "Oppheve et mandat", "Repeal a mandate")]
public sealed record RepealMandate(string Body) : Change;
