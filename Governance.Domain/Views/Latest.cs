namespace Governance.Domain.Views;

/// <summary>The last of what happened up to a viewpoint's day, the newest first; what one decision did on a day stays in its own order.</summary>
public static class Latest
{
    /// <summary>So many of the entries that a timeline has.</summary>
    public static IReadOnlyList<TimelineEntry> Of(Viewpoint view, int count)
    {
        if (view.State is null) return [];
        var days = view.History.Chronicle.Days;
        return [.. Enumerable.Range(1, days.Count).Select(i => days[^i].Date).SkipWhile(day => day > view.AsOf)
            .SelectMany(day => Timeline.Steps(view, new(day, day)).GroupBy(step => step.Fact.Decision).Reverse().SelectMany(steps => steps)).Take(count).Select(step => TimelineEntry.Of(view, step))];
    }
}
