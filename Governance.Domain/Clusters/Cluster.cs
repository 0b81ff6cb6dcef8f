using System.Collections.Immutable;
using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Clusters;

/// <summary>A strategy from a day on. <c>ValidThrough</c> is inclusive.</summary>
public sealed record Strategy(string Title, PartialDate From, PartialDate? ValidThrough, IReadOnlyList<string> FocusAreas, DecisionId Decision);

/// <summary>A cluster on one day: the outcome of all facts up to and with that day. Immutable; days share what did not change.</summary>
public sealed record Cluster(Names Names, PartialDate Founded)
{
    /// <summary>Bodies by id, the dissolved ones included.</summary>
    public ImmutableDictionary<BodyId, Body> Bodies { get; private init; } = ImmutableDictionary<BodyId, Body>.Empty;

    /// <summary>Bodies by the names they bear or bore last, in either language.</summary>
    public ImmutableDictionary<Name, ImmutableHashSet<BodyId>> BodiesByName { get; private init; } = ImmutableDictionary<Name, ImmutableHashSet<BodyId>>.Empty;

    /// <summary>Which body a seat is or was in.</summary>
    public ImmutableDictionary<SeatId, BodyId> SeatBodies { get; init; } = ImmutableDictionary<SeatId, BodyId>.Empty;

    /// <summary>Partners by id, the withdrawn ones included.</summary>
    public ImmutableDictionary<PartnerId, Partner> Partners { get; init; } = ImmutableDictionary<PartnerId, Partner>.Empty;

    /// <summary>The strategy adopted last; its time may be over.</summary>
    public Strategy? Strategy { get; init; }

    /// <summary>Persons that were entered twice, and whom they are; at every moment of knowledge.</summary>
    public ImmutableDictionary<PersonId, PersonId> Aliases { get; init; } = ImmutableDictionary<PersonId, PersonId>.Empty;

    /// <summary>Bodies that exist, in no order.</summary>
    public IEnumerable<Body> Living => Bodies.Values.Where(b => b.IsLiving);

    /// <summary>A body that exists; null if it does not.</summary>
    public Body? LivingBody(BodyId id) => Bodies.GetValueOrDefault(id) is { IsLiving: true } body ? body : null;

    /// <summary>Bodies that bear a name in either language, or bore it last, without regard to case.</summary>
    public IEnumerable<Body> Bearing(Name name) => BodiesByName.GetValueOrDefault(name, []).Select(id => Bodies[id]);

    /// <summary>The cluster with a body that is new or has changed.</summary>
    public Cluster With(Body body)
    {
        var before = Bodies.GetValueOrDefault(body.Id)?.Names;
        var names = before == body.Names ? BodiesByName : Borne(body.Names).Aggregate(Borne(before).Aggregate(BodiesByName, Without), With);
        return this with { Bodies = Bodies.SetItem(body.Id, body), BodiesByName = names };

        ImmutableDictionary<Name, ImmutableHashSet<BodyId>> Without(ImmutableDictionary<Name, ImmutableHashSet<BodyId>> all, Name name) =>
            all[name].Remove(body.Id) is { IsEmpty: false } others ? all.SetItem(name, others) : all.Remove(name);

        ImmutableDictionary<Name, ImmutableHashSet<BodyId>> With(ImmutableDictionary<Name, ImmutableHashSet<BodyId>> all, Name name) =>
            all.SetItem(name, all.GetValueOrDefault(name, []).Add(body.Id));
    }

    /// <summary>Which body took over from which.</summary>
    public Successions Successions { get; init; } = Successions.None;

    /// <summary>The bodies that a body took over from, each with the last time it did; those that are back since too.</summary>
    public IEnumerable<Succession> Predecessors(BodyId body) =>
        Successions.All.Where(s => s.Successor == body && Bodies.ContainsKey(s.Predecessor)).Reverse().DistinctBy(s => s.Predecessor).Reverse();

    /// <summary>The bodies that took over from a body since it was there last; one that is yet to come is none.</summary>
    public IEnumerable<Succession> Successors(BodyId body) => Successions.All.Where(s => s.Predecessor == body && !s.IsPast && Bodies.ContainsKey(s.Successor));

    /// <summary>The person that an id stands for after merges.</summary>
    public PersonId Canonical(PersonId person) => Aliases.GetValueOrDefault(person, person);

    /// <summary>Whoever holds a seat on <paramref name="day"/>, by appointment or by virtue of office; null when vacant.</summary>
    public Appointment? Holder(Body body, Seat seat, DateOnly day)
    {
        if (seat.Description.ExOfficio is not { } office) return seat.Sitters(day, body.Rules).LastOrDefault();
        return Offices.Holder(this, body, seat, office) is { } held && (held.Rules.CarryOver || !held.Appointment.IsOver(day)) ? held.Appointment : null;
    }

    /// <summary>The first day after a holder's term, where nobody holds the seat then; null where there is no term, or carry-over holds.</summary>
    public PartialDate? Lapses(Body body, Seat seat, Appointment holder) =>
        holder.TermThrough is { } term && Holder(body, seat, term.Last.AddDays(1)) is null ? term.Next : null;

    /// <summary>A body's seats on <paramref name="day"/> with their holders, by order; a personal seat that nobody holds is none, and one for all holders of an office is as many.</summary>
    public IEnumerable<(Seat Seat, Appointment? Holder)> Seats(Body body, DateOnly day) =>
        body.Seats.SelectMany(seat => Offices.Each(this, body, seat)).Select(seat => (Seat: seat, Holder: Holder(body, seat, day)))
            .Where(s => s.Holder is not null || (!s.Seat.Personal && s.Seat.Nth == 0));

    private static IEnumerable<Name> Borne(Names? names) => names is { Current: var now } ? new[] { now.Name, now.NameEn }.OfType<Name>().Distinct() : [];
}
