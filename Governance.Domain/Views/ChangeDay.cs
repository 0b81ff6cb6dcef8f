using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>A day on which something changed that may be seen, no more precisely than it is known, and how many changes it had.</summary>
public sealed record ChangeDay(PartialDate Date, int Changes)
{
    /// <summary>The days that a timeline tells of, oldest first.</summary>
    public static IReadOnlyList<ChangeDay> All(Viewpoint view, TimelineFilter filter) => [..
        from step in Timeline.Steps(view, filter)
        group step.Fact.From by step.Fact.From.First into day
        select new ChangeDay(day.Distinct().Count() == 1 ? day.First() : PartialDate.Of(day.Key), day.Count())];
}
