using System.Text.Json.Serialization;
using Governance.Domain.Bodies;
using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>Everything living on a day: the bodies as a tree, the partners, and what is known to come. Empty before the founding.</summary>
public sealed record Structure(DateOnly AsOf, IReadOnlyList<BodyNode> Bodies, IReadOnlyList<PartnerOnDay> Partners, IReadOnlyList<Upcoming> Upcoming)
{
    /// <summary>The structure that a viewpoint has.</summary>
    public static Structure Of(Viewpoint view)
    {
        if (view.State is not { } state) return new(view.AsOf, [], [], []);
        var below = state.Living.Where(b => view.Sees(state, b)).ToLookup(b => b.Parent);
        var lastDay = Tenures.LastDays(view.History, view.AsOf, _ => true);
        return new(view.AsOf, Nodes(null), PartnerOnDay.All(state), Views.Upcoming.After(view));

        IReadOnlyList<BodyNode> Nodes(BodyId? parent) =>
            [.. BodyOnDay.InOrder(below[parent]).Select(b => new BodyNode(BodyOnDay.Of(view, state, b, lastDay)) { Children = Nodes(b.Id) })];
    }
}

/// <summary>A body with those under it.</summary>
public sealed record BodyNode : BodyOnDay
{
    /// <summary>A body that stands alone until others are put under it.</summary>
    public BodyNode(BodyOnDay body) : base(body)
    {
    }

    /// <summary>The bodies under it, by kind as listed, then by name.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<BodyNode> Children { get; init; }
}

/// <summary>Something that is decided by a day and takes effect after it.</summary>
public sealed record Upcoming(PartialDate Date, string Sentence, BodyLink? Body, DecisionLink? Decision)
{
    /// <summary>What is to come on the viewpoint's day, in the order of time.</summary>
    internal static IReadOnlyList<Upcoming> After(Viewpoint view) => view.AsOf == DateOnly.MaxValue ? [] :
        [.. Timeline.Steps(view, new(From: view.AsOf.AddDays(1)) { DecidedBy = view.AsOf }).Select(s => TimelineEntry.Of(view, s)).Select(e => new Upcoming(e.Date, e.Sentence, e.Body, e.Decision))];
}
