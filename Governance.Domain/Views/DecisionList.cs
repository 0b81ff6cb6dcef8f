using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>Which decisions are asked for; what is null does not limit it.</summary>
/// <param name="Body">The body that made it, or one that it changes.</param>
/// <param name="Text">What stands in its case number, title or text, however the two are spelled.</param>
public sealed record DecisionFilter(int? Year = null, BodyId? Body = null, string? Text = null)
{
    private readonly IReadOnlyList<string>? sought = Text is null ? null : Spelling.AllOf(Text);

    internal bool Takes(RecordedDecision decision)
    {
        var (head, facts) = (decision.Current.Head, decision.Current.Facts);
        return (Year is null || head.DecidedOn.First.Year == Year)
            && (Body is not { } body || head.DecidedBy == body || facts.Any(f => f.Event is BodyEvent e && e.Body == body))
            && (sought is null || new[] { head.CaseNumber, head.Title, head.Text }.OfType<string>().Any(told => Spelling.Holds(told, sought)));
    }
}

/// <summary>A decision in a line: as it reads now, and how many changes it makes.</summary>
/// <param name="DecidedBy">The body by its name on the date of the decision; absent where a text stands in its place, or it may not be seen.</param>
public sealed record DecisionLine(
    DecisionId Id, long Position, DateTimeOffset RecordedAt, DecisionStatus Status, string? CaseNumber, string Title, BodyLink? DecidedBy, string? DecidedByText,
    PartialDate DecidedOn, PartialDate? EffectiveFrom, string? Meeting, Visibility Visibility, int Changes)
{
    /// <summary>The register as far as it is asked for and may be seen, in the order of recording.</summary>
    public static IReadOnlyList<DecisionLine> All(Viewpoint view, DecisionFilter filter) =>
        [.. view.History.Decisions.Values.Where(filter.Takes).OrderBy(d => d.Position).Select(d => Of(view, d)).OfType<DecisionLine>()];

    /// <summary>One of them; null if there is none, or none that may be told of.</summary>
    public static DecisionLine? Of(Viewpoint view, DecisionId id) => view.History.Decisions.TryGetValue(id, out var decision) ? Of(view, decision) : null;

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
