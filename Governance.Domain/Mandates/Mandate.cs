using Governance.Domain.Decisions;
using Governance.Domain.Time;

namespace Governance.Domain.Mandates;

/// <summary>A body's terms of reference in one version, from 1. <c>ValidThrough</c> and <c>DueOn</c> are inclusive.</summary>
public sealed record Mandate(
    int Version, IReadOnlyList<string> Points, string? Purpose, PartialDate From, PartialDate? ValidThrough, string? Deliverable, PartialDate? DueOn, DecisionId Decision)
{
    /// <summary>All its text, a line each.</summary>
    public IEnumerable<string> Texts => [.. Points, .. Purpose is null ? Array.Empty<string>() : [Purpose], .. Deliverable is null ? Array.Empty<string>() : [Deliverable]];
}
