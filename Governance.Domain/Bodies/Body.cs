using System.Collections.Immutable;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Mandates;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Bodies;

/// <summary>A body on one day: the outcome of all its facts up to and with that day.</summary>
public sealed record Body(BodyId Id, BodyKind Kind, Names Names, Visibility Visibility, PartialDate Established)
{
    /// <summary>The body it belongs under; null for one at the top.</summary>
    public BodyId? Parent { get; init; }

    /// <summary>Bodies it advises.</summary>
    public IReadOnlyList<BodyId> AdvisoryTo { get; init; } = [];

    /// <summary>First day without it, once dissolved.</summary>
    public PartialDate? Dissolved { get; init; }

    /// <summary>Why it was dissolved.</summary>
    public string? DissolvedReason { get; init; }

    /// <summary>The mandate adopted last, unless concluded or repealed; its time may be over.</summary>
    public Mandate? Mandate { get; init; }

    /// <summary>How many mandates it has adopted.</summary>
    public int MandateVersions { get; init; }

    /// <summary>First day without a mandate, where it has none.</summary>
    public PartialDate WithoutMandateSince { get; init; }

    /// <summary>Its seats by order.</summary>
    public ImmutableList<Seat> Seats { get; init; } = [];

    /// <summary>What its composition is measured by.</summary>
    public CompositionRules Rules { get; init; } = CompositionRules.Default;

    /// <summary>Unbroken service in it, by person and group.</summary>
    public ImmutableDictionary<(PersonId Person, ServiceGroup Group), Service> Services { get; init; } = ImmutableDictionary<(PersonId, ServiceGroup), Service>.Empty;

    /// <summary>First day out, of everyone who has left a seat in it, by the seat and the first day in it.</summary>
    public ImmutableDictionary<(SeatId Seat, PersonId Person, DateOnly From), PartialDate> Departures { get; init; } = ImmutableDictionary<(SeatId, PersonId, DateOnly), PartialDate>.Empty;

    /// <summary>The last day on which anything in it changed, and by which decision.</summary>
    public PartialDate ChangedOn { get; init; }

    /// <summary>The decision that changed it last.</summary>
    public DecisionId ChangedBy { get; init; }

    /// <summary>Whether it exists.</summary>
    public bool IsLiving => Dissolved is null;

    /// <summary>The name in force, or the last one.</summary>
    public Name Name => Names.Current.Name;

    /// <summary>One of its seats; null if it has none such.</summary>
    public Seat? Seat(SeatId id) => Seats.Find(s => s.Id == id);
}
