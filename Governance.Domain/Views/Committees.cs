using System.Text.Json.Serialization;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>What the website shows: the public bodies of a day one after another, parents first. Empty before the founding.</summary>
public sealed record Committees(DateOnly AsOf, IReadOnlyList<Committee> Bodies)
{
    /// <summary>The committees that a viewpoint has: the same for whoever looks.</summary>
    public static Committees Of(Viewpoint view) => Seen(view with { Audience = Audience.Public });

    /// <summary>The same with what is internal, to those who may see it.</summary>
    public static Committees Seen(Viewpoint view)
    {
        if (view.State is not { } state) return new(view.AsOf, []);
        var lastDay = Tenures.LastDays(view.History, view.AsOf, _ => true);
        return new(view.AsOf, [.. BodyOnDay.ParentsFirst(view, state).Select(b => Committee.Listed(view, state, b, lastDay))]);
    }
}

/// <summary>A public body as the website shows it.</summary>
public sealed record Committee : BodyOnDay
{
    private Committee(BodyOnDay body) : base(body)
    {
    }

    /// <summary>The last day on which anything in it changed.</summary>
    [JsonPropertyOrder(1)]
    public required PartialDate ChangedOn { get; init; }

    /// <summary>The decision that changed it last; absent where it is internal.</summary>
    [JsonPropertyOrder(1)]
    public DecisionLink? ChangedBy { get; init; }

    internal static Committee Listed(Viewpoint view, Cluster state, Body body, LastDayOf lastDay) =>
        new(BodyOnDay.Of(view, state, body, lastDay)) { ChangedOn = body.ChangedOn, ChangedBy = view.Link(body.ChangedBy) };
}
