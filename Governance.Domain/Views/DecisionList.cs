using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>A decision in a line: as it reads now, and how many changes it makes.</summary>
/// <param name="DecidedBy">The body by its name on the date of the decision; absent where a text stands in its place, or it may not be seen.</param>
public sealed record DecisionLine(
    DecisionId Id, long Position, DateTimeOffset RecordedAt, DecisionStatus Status, string? CaseNumber, string Title, BodyLink? DecidedBy, string? DecidedByText,
    PartialDate DecidedOn, PartialDate? EffectiveFrom, string? Meeting, Visibility Visibility, int Changes)
{
    /// <summary>The register as far as it may be seen, in the order of recording.</summary>
    public static IReadOnlyList<DecisionLine> All(Viewpoint view) =>
        [.. view.History.Decisions.Values.OrderBy(d => d.Position).Select(d => Of(view, d)).OfType<DecisionLine>()];

    private static DecisionLine? Of(Viewpoint view, RecordedDecision decision)
    {
        if (view.Head(decision.Id) is not { } head) return null;
        var first = decision.Revisions[0];
        return new(
            decision.Id, first.Position, first.RecordedAt, decision.Status, head.CaseNumber, head.Title, DecidedByOf(view, head), head.DecidedByText,
            head.DecidedOn, head.EffectiveFrom, head.Meeting, head.Visibility, decision.Current.Facts.Length);
    }

    private static BodyLink? DecidedByOf(Viewpoint view, DecisionHead head)
    {
        if (head.DecidedBy is not { } id || view.Last is not { } last) return null;
        var then = view.History.AsOf(head.DecidedOn.Last) is { } state && state.Bodies.ContainsKey(id) ? state : last;
        return then.Bodies.GetValueOrDefault(id) is { } body && view.Sees(then, body) ? view.Link(body) : null;
    }
}
