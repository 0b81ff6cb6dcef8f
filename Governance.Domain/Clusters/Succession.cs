using System.Collections.Immutable;
using Governance.Domain.Bodies;
using Governance.Domain.Time;

namespace Governance.Domain.Clusters;

/// <summary>One body that took over from another: the same link whichever of them told it.</summary>
/// <param name="From">The day it took over: the day told, or later where only then the one was gone or the other there.</param>
/// <param name="IsPast">Whether the predecessor has come back since: then it has no successor by it, though the successor keeps its predecessor.</param>
public sealed record Succession(BodyId Predecessor, BodyId Successor, PartialDate From, bool IsPast = false);

/// <summary>All the successions of a cluster, in the order in which they were told. Immutable.</summary>
public sealed record Successions(ImmutableList<Succession> All)
{
    /// <summary>None.</summary>
    public static Successions None { get; } = new(ImmutableList<Succession>.Empty);

    /// <summary>A body is there from a day on, and took over from others.</summary>
    public Successions Established(BodyId body, IEnumerable<BodyId> predecessors, PartialDate day) =>
        predecessors.Aggregate(Not(s => s.Successor == body, day), (all, from) => all.Linked(from, body, day));

    /// <summary>A body is gone from a day on, and others took over from it.</summary>
    public Successions Dissolved(BodyId body, IEnumerable<BodyId> successors, PartialDate day) =>
        successors.Aggregate(Not(s => s.Predecessor == body && !s.IsPast, day), (all, to) => all.Linked(body, to, day));

    /// <summary>A body is back.</summary>
    public Successions Reestablished(BodyId body) => new(All.ConvertAll(s => s.Predecessor == body ? s with { IsPast = true } : s));

    private Successions Linked(BodyId predecessor, BodyId successor, PartialDate day) =>
        All.Exists(s => s.Predecessor == predecessor && s.Successor == successor && !s.IsPast) ? this : new(All.Add(new(predecessor, successor, day)));

    /// <summary>Those such are not from before a day.</summary>
    private Successions Not(Predicate<Succession> such, PartialDate before) =>
        All.Exists(s => such(s) && s.From.First < before.First) ? new(All.ConvertAll(s => such(s) && s.From.First < before.First ? s with { From = before } : s)) : this;
}
