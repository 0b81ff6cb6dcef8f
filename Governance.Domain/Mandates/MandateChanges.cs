using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Mandates;

/// <summary>Give a body a mandate, its first or a revised one. The end dates are inclusive.</summary>
public sealed record AdoptMandate(
    string Body, IReadOnlyList<string> Points, string? Purpose = null, PartialDate? ValidThrough = null, string? Deliverable = null, PartialDate? DueOn = null) : Change;

/// <summary>Let a mandate run longer, or its deliverable be due later; at least one.</summary>
[Needs("validThrough", "dueOn")]
public sealed record ExtendMandate(string Body, PartialDate? ValidThrough = null, PartialDate? DueOn = null) : Change;

/// <summary>Hold a mandate for fulfilled, with a link to what was delivered.</summary>
public sealed record ConcludeMandate(string Body, [WebAddress] string? Link = null) : Change;

/// <summary>End a mandate that is not fulfilled.</summary>
public sealed record RepealMandate(string Body) : Change;
