using Governance.Domain.Mandates;
using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>A mandate in one version. <c>ValidThrough</c> and <c>DueOn</c> are inclusive.</summary>
public sealed record MandateOnDay(
    int Version, IReadOnlyList<string> Points, string? Purpose, PartialDate ValidFrom, PartialDate? ValidThrough, string? Deliverable, PartialDate? DueOn, DecisionLink? Decision)
{
    internal static MandateOnDay Of(Viewpoint view, Mandate mandate) => new(
        mandate.Version, mandate.Points, mandate.Purpose, mandate.From, mandate.ValidThrough, mandate.Deliverable, mandate.DueOn, view.Link(mandate.Decision));
}
