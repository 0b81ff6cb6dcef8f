namespace Governance.Domain.Views;

/// <summary>Something decided beforehand, on the day it took effect. <c>Key</c> is the same whenever it is asked for.</summary>
public sealed record TookEffect(string Key, TimelineEntry Entry);

/// <summary>What was recorded before the day from which it holds, and holds by now: no event is written for the passing of time.</summary>
public static class Took
{
    /// <summary>All of it up to the viewpoint's day, oldest first.</summary>
    public static IEnumerable<TookEffect> Effect(Viewpoint view) =>
        from step in Timeline.Steps(view, new(To: view.AsOf))
        let fact = step.Fact
        let revision = view.History.Decisions[fact.Decision].Revisions.Find(r => r.Number == fact.Revision)
        where revision is not null && DateOnly.FromDateTime(revision.RecordedAt.UtcDateTime) < fact.From.First
        select new TookEffect($"effect:{fact.Decision}:{fact.Revision}:{fact.Index}", TimelineEntry.Of(view, step));
}
