using System.Text.Json.Serialization;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>Where a body stands on a day.</summary>
[JsonConverter(typeof(KebabCase<BodyStatus>))]
public enum BodyStatus
{
    /// <summary>It exists.</summary>
    Living,

    /// <summary>It no longer exists.</summary>
    Dissolved,

    /// <summary>It is established later.</summary>
    NotYet,
}

/// <summary>One body in full on a day; a dissolved one as it last was, one that is to come as it will begin.</summary>
public sealed record BodyView : BodyOnDay
{
    // All rules stand here, those that hold for all among them.
    private BodyView(BodyOnDay body) : base(body) => CompositionRules = null;

    /// <summary>Where it stands on the day.</summary>
    public required BodyStatus Status { get; init; }

    /// <summary>The first day it existed.</summary>
    public required PartialDate Established { get; init; }

    /// <summary>Its end, where it has ended.</summary>
    public Dissolution? Dissolved { get; init; }

    /// <summary>All its names, the oldest first.</summary>
    public required IReadOnlyList<NameOverTime> Names { get; init; }

    /// <summary>The bodies above it, the topmost first.</summary>
    public required IReadOnlyList<BodyLink> Parents { get; init; }

    /// <summary>The bodies under it, by kind as listed, then by name.</summary>
    public required IReadOnlyList<BodyLink> Children { get; init; }

    /// <summary>The bodies it took over from.</summary>
    public required IReadOnlyList<SuccessionLink> Predecessors { get; init; }

    /// <summary>The bodies that took over from it.</summary>
    public required IReadOnlyList<SuccessionLink> Successors { get; init; }

    /// <summary>All its mandates so far, the oldest first.</summary>
    public required IReadOnlyList<MandateOnDay> Mandates { get; init; }

    /// <summary>What its composition is measured by.</summary>
    public required CompositionRules Rules { get; init; }

    /// <summary>Those who serve in it, and since when without a break.</summary>
    public required IReadOnlyList<ServiceInBody> Service { get; init; }

    /// <summary>The last day on which anything in it changed.</summary>
    public required PartialDate ChangedOn { get; init; }

    /// <summary>The decision that changed it last; absent where it may not be told of.</summary>
    public DecisionLink? ChangedBy { get; init; }

    /// <summary>A body; null if it never existed or may not be seen.</summary>
    public static BodyView? Of(Viewpoint view, BodyId id)
    {
        if (Shown(view, id) is not { } state) return null;
        return Of(view, state, state.Bodies[id], begun: view.State?.Bodies.ContainsKey(id) ?? false);
    }

    /// <summary>The state in which a body is shown: the day's, or before it began the one in which it does; null if it never existed or may not be seen.</summary>
    internal static Cluster? Shown(Viewpoint view, BodyId id)
    {
        if (view.Last?.Bodies.GetValueOrDefault(id) is not { } last) return null;
        var state = view.State is { } now && now.Bodies.ContainsKey(id) ? now : view.History.AsOf(last.Established.First)!;
        return view.Sees(state, state.Bodies[id]) ? state : null;
    }

    private static BodyView Of(Viewpoint view, Cluster state, Body body, bool begun)
    {
        var shown = BodyOnDay.Of(view, state, body, Tenures.LastDays(view.History, view.AsOf, id => id == body.Id));
        return new(begun ? shown : shown with { Mandate = null, Seats = [] })
        {
            Status = !begun ? BodyStatus.NotYet : body.IsLiving ? BodyStatus.Living : BodyStatus.Dissolved,
            Established = body.Established,
            Dissolved = body.Dissolved is { } first ? Dissolution.Of(view, body, first.Previous) : null,
            Names = [.. body.Names.All.Select(NameOverTime.Of)],
            Parents = [.. Above(view, state, body)],
            Children = Links(view, state, BodyOnDay.InOrder(state.Living.Where(b => b.Parent == body.Id))),
            Predecessors = [.. state.Predecessors(body.Id).Where(s => Sees(s.Predecessor)).Select(s => SuccessionLink.Of(view, state.Bodies[s.Predecessor], s))],
            Successors = [.. state.Successors(body.Id).Where(s => Sees(s.Successor)).Select(s => SuccessionLink.Of(view, state.Bodies[s.Successor], s))],
            Mandates = MandateOnDay.Versions(view, body.Id),
            Rules = body.Rules,
            Service = begun ? ServiceInBody.All(view, body) : [],
            ChangedOn = body.ChangedOn,
            ChangedBy = view.Link(body.ChangedBy),
        };

        bool Sees(BodyId other) => view.Sees(state, state.Bodies[other]);
    }

    private static IEnumerable<BodyLink> Above(Viewpoint view, Cluster state, Body body) =>
        body.Parent is { } id && state.Bodies[id] is var parent ? Above(view, state, parent).Append(view.Link(parent)) : [];

    private static IReadOnlyList<BodyLink> Links(Viewpoint view, Cluster state, IEnumerable<Body> bodies) => [.. bodies.Where(b => view.Sees(state, b)).Select(view.Link)];
}

/// <summary>A body's end. <c>LastDay</c> is inclusive; the reason is the decision's text.</summary>
public sealed record Dissolution(PartialDate LastDay, string? Reason, DecisionLink? Decision)
{
    /// <summary>The decision that changed the body last dissolved it: nothing else can happen to it since.</summary>
    internal static Dissolution Of(Viewpoint view, Body body, PartialDate lastDay) =>
        view.Link(body.ChangedBy) is { } decision ? new(lastDay, body.DissolvedReason, decision) : new(lastDay, null, null);
}

/// <summary>A person's unbroken time in a body; members, deputies and observers are counted apart.</summary>
/// <param name="Person">Absent where they may not be named.</param>
/// <param name="Terms">How many terms, the present one included.</param>
public sealed record ServiceInBody(PersonLink? Person, ServiceGroup Group, PartialDate Since, int Terms)
{
    internal static IReadOnlyList<ServiceInBody> All(Viewpoint view, Body body) => [..
        from entry in body.Services.Where(s => s.Value.Until is null)
            .OrderBy(s => s.Key.Group).ThenBy(s => s.Value.Since.First).ThenBy(s => view.NameOf(s.Key.Person), Alphabetical.ByFamilyName).ThenBy(s => s.Key.Person.Value)
        let service = entry.Value
        let person = view.Names(entry.Key.Person) ? new PersonLink(entry.Key.Person, view.NameOf(entry.Key.Person)) : null
        select new ServiceInBody(person, entry.Key.Group, service.Since, service.Terms.Count)];
}
