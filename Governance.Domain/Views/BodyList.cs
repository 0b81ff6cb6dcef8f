using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>The bodies.</summary>
public static class BodyList
{
    /// <summary>Those living on a viewpoint's day, parents first, siblings by kind as listed, then by name; none before the founding.</summary>
    public static IReadOnlyList<BodyOnDay> Of(Viewpoint view)
    {
        if (view.State is not { } state) return [];
        var lastDay = Tenures.LastDays(view.History, view.AsOf, _ => true);
        return [.. BodyOnDay.ParentsFirst(view, state).Select(b => BodyOnDay.Of(view, state, b, lastDay))];
    }

    /// <summary>All that ever were or are to be, by name: as they are called on the day, were called last, or will be called first.</summary>
    public static IReadOnlyList<BodyLink> Ever(Viewpoint view) =>
        [.. (view.Last?.Bodies.Keys ?? []).Select(id => BodyView.Shown(view, id) is { } state ? view.Link(state.Bodies[id]) : null).OfType<BodyLink>().OrderBy(b => b.Name, Alphabetical.Order).ThenBy(b => b.Id.Value)];
}
