using Governance.Domain.Clusters;

namespace Governance.Domain.Views;

/// <summary>Some bodies as they stood on a day; those that did not exist, or may not be seen, are left out.</summary>
public sealed record BodiesOnDay(DateOnly AsOf, IReadOnlyList<BodyOnDay> Bodies)
{
    /// <summary>The bodies that facts touch, the day before the first of them; null where there are none.</summary>
    public static BodiesOnDay? Before(Viewpoint view, IReadOnlyCollection<Fact> facts) =>
        facts.Count == 0 ? null : On(view with { AsOf = facts.Min(f => f.From.First).AddDays(-1) }, facts);

    /// <summary>The bodies that facts touch, on the day that the last of them takes effect; null where there are none.</summary>
    public static BodiesOnDay? After(Viewpoint view, IReadOnlyCollection<Fact> facts) =>
        facts.Count == 0 ? null : On(view with { AsOf = facts.Max(f => f.From.First) }, facts);

    private static BodiesOnDay On(Viewpoint view, IEnumerable<Fact> facts)
    {
        if (view.State is not { } state) return new(view.AsOf, []);
        var touched = facts.Select(f => f.Event).OfType<BodyEvent>().Select(e => e.Body).ToHashSet();
        var lastDay = Tenures.LastDays(view.History, view.AsOf, touched.Contains);
        return new(view.AsOf, [.. BodyOnDay.ParentsFirst(view, state).Where(b => touched.Contains(b.Id)).Select(b => BodyOnDay.Of(view, state, b, lastDay))]);
    }
}
