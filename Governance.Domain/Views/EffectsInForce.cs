using Governance.Domain.Clusters;

namespace Governance.Domain.Views;

/// <summary>Something decided beforehand, on the day it took effect. <c>Key</c> is the same whenever it is asked for.</summary>
/// <param name="Recorded">Position of the revision that brought it.</param>
public sealed record EffectInForce(string Key, long Recorded, TimelineEntry Entry)
{
    /// <summary>Its place among all of them: by day, then register.</summary>
    public (DateOnly Day, long Recorded, int Index) Place => (Entry.Date.First, Recorded, Entry.Index);
}

/// <summary>How far somebody has been told: of all that holds by the end of a day, and was recorded by a position.</summary>
public readonly record struct EffectCheckpoint(DateOnly Day, long Position)
{
    internal bool Covers(DateOnly from, long recorded) => from <= Day && recorded <= Position;
}

/// <summary>What was recorded before the day from which it holds, and holds by now: no event is written for the passing of time.</summary>
public static class EffectsInForce
{
    /// <summary>All of it up to the viewpoint's day, oldest first.</summary>
    public static IEnumerable<EffectInForce> Effect(Viewpoint view) => Since(view, DateOnly.MinValue, view.AsOf);

    /// <summary>What somebody told up to one mark has yet to be told up to another, oldest first. Whatever the marks on the way, each is told once.</summary>
    public static IEnumerable<EffectInForce> Between(Viewpoint view, EffectCheckpoint told, EffectCheckpoint to)
    {
        var fresh = view.History.Acts.Skip((int)Math.Min(told.Position, view.History.Position)).Where(a => a.Position <= to.Position)
            .SelectMany(a => a.Facts.Select(f => f.From.First).Where(from => from <= to.Day && IsBeforehand(view.History, a.RecordedAt, from)));
        var first = fresh.Append(told.Day.AddDays(1)).Min();
        return Since(view, first, to.Day).Where(e => to.Covers(e.Place.Day, e.Recorded) && !told.Covers(e.Place.Day, e.Recorded)).OrderBy(e => e.Place);
    }

    private static IEnumerable<EffectInForce> Since(Viewpoint view, DateOnly first, DateOnly last) =>
        from step in Timeline.Steps(view, new(From: first, To: last))
        let fact = step.Fact
        let revision = view.History.Decisions[fact.Decision].Revisions.Find(r => r.Number == fact.Revision)
        where revision is not null && IsBeforehand(view.History, revision.RecordedAt, fact.From.First)
        select new EffectInForce($"effect:{revision.Position}:{fact.Index}", revision.Position, TimelineEntry.Of(view, step));

    private static bool IsBeforehand(ClusterHistory history, DateTimeOffset recordedAt, DateOnly from) => history.DayAt(recordedAt) < from;
}
