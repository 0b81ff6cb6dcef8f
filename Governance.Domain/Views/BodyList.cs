namespace Governance.Domain.Views;

/// <summary>The bodies living on a day, parents first, siblings by kind as listed, then by name.</summary>
public static class BodyList
{
    /// <summary>Those that a viewpoint has; none before the founding.</summary>
    public static IReadOnlyList<BodyOnDay> Of(Viewpoint view)
    {
        if (view.State is not { } state) return [];
        var lastDay = Tenures.LastDays(view.History, view.AsOf, _ => true);
        return [.. BodyOnDay.ParentsFirst(view, state).Select(b => BodyOnDay.Of(view, state, b, lastDay))];
    }
}
