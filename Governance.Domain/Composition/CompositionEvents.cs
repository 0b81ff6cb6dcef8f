using System.Text.Json.Serialization;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Composition;

// Stored: change only by adding, or with an upcaster.

/// <summary>A fact about a person in a seat.</summary>
public abstract record AppointmentEvent(BodyId Body, SeatId Seat, PersonId Person) : CompositionEvent(Body)
{
    /// <summary>Everybody whom it is about.</summary>
    public virtual IEnumerable<PersonId> Persons() => [Person];
}

/// <summary>A fact about a person's leave from a seat.</summary>
public abstract record LeaveEvent(BodyId Body, SeatId Seat, PersonId Person) : AppointmentEvent(Body, Seat, Person);

/// <summary>A fixed seat was made: it stays, and shows as vacant when nobody holds it.</summary>
public sealed record SeatCreated(BodyId Body, SeatId Seat, SeatDescription Description) : CompositionEvent(Body);

/// <summary>A seat is described otherwise; what is absent stays.</summary>
public sealed record SeatChanged(BodyId Body, SeatId Seat, SeatChanges Changes) : CompositionEvent(Body);

/// <summary>A seat, and the deputies' seats for it, are gone from the effective date.</summary>
public sealed record SeatAbolished(BodyId Body, SeatId Seat) : CompositionEvent(Body);

/// <summary>A person got a seat. <c>Personal</c> describes the seat where the appointment makes one, which goes with its holder. <c>TermThrough</c> is inclusive; null means the term length of the body's rules, or no term where they have none.</summary>
public sealed record MemberAppointed(
    BodyId Body, SeatId Seat, PersonId Person, string? Title, PartialDate? TermThrough, SeatDescription? Personal) : AppointmentEvent(Body, Seat, Person);

/// <summary>A person's term in a seat runs to another last day, inclusive.</summary>
public sealed record AppointmentExtended(BodyId Body, SeatId Seat, PersonId Person, PartialDate TermThrough) : AppointmentEvent(Body, Seat, Person);

/// <summary>A person left a seat; the effective date is the first day out.</summary>
public sealed record AppointmentEnded(BodyId Body, SeatId Seat, PersonId Person, EndReason? Reason) : AppointmentEvent(Body, Seat, Person);

/// <summary>A person is on leave from a seat, and keeps it. <c>Substitute</c> acts meanwhile; null means whoever is deputy for the seat.</summary>
public sealed record LeaveGranted(BodyId Body, SeatId Seat, PersonId Person, PersonId? Substitute) : LeaveEvent(Body, Seat, Person)
{
    public override IEnumerable<PersonId> Persons() => Substitute is { } other ? [Person, other] : [Person];
}

/// <summary>A person is back from leave; the effective date is the first day back.</summary>
public sealed record LeaveEnded(BodyId Body, SeatId Seat, PersonId Person) : LeaveEvent(Body, Seat, Person);

/// <summary>The whole new composition of a body: a seat that is not listed is gone, and every holder is appointed anew.</summary>
public sealed record BodyReconstituted(BodyId Body, IReadOnlyList<ReconstitutedSeat> Seats) : CompositionEvent(Body);

/// <summary>A seat of a new composition, vacant where <c>Person</c> is null. <c>TermThrough</c> is inclusive; null means that who continues keeps the term while it lasts, and anybody else has the one of the body's rules, if any.</summary>
public sealed record ReconstitutedSeat(SeatId Seat, SeatDescription Description, PersonId? Person, PartialDate? TermThrough);

/// <summary>The rules that a body's composition is measured by; what is null stays, but for what is <c>Cleared</c>.</summary>
public sealed record CompositionRulesSet(
    BodyId Body, bool? CoChairs, int? MinSeats, int? MaxSeats, TermLength? TermLength, int? MaxTerms, int? MaxObservers,
    int? MinUserRepresentatives, bool? GenderBalance, bool? CarryOver,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<CompositionBound>? Cleared = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Quorum = null) : CompositionEvent(Body)
{
    /// <summary>Whether a bound holds no more.</summary>
    public bool Clears(CompositionBound bound) => Cleared?.Contains(bound) ?? false;

    /// <summary>A bound as it is changed: given, cleared, or left as it is.</summary>
    public Optional<T?> Change<T>(T? set, CompositionBound bound) where T : struct => set is not null ? new(set) : Clears(bound) ? new(default) : default;

    /// <summary>What changes each bound: one that is given as null is cleared.</summary>
    internal static CompositionRulesSet Of(
        BodyId body, bool? coChairs, Optional<int?> minSeats, Optional<int?> maxSeats, Optional<TermLength?> termLength, Optional<int?> maxTerms, Optional<int?> maxObservers,
        Optional<int?> minUserRepresentatives, bool? genderBalance, bool? carryOver, Optional<int?> quorum)
    {
        IReadOnlyList<CompositionBound> cleared =
        [
            .. Gone(minSeats, CompositionBound.MinSeats), .. Gone(maxSeats, CompositionBound.MaxSeats), .. Gone(termLength, CompositionBound.TermLength), .. Gone(maxTerms, CompositionBound.MaxTerms),
            .. Gone(maxObservers, CompositionBound.MaxObservers), .. Gone(minUserRepresentatives, CompositionBound.MinUserRepresentatives), .. Gone(quorum, CompositionBound.Quorum),
        ];
        return new(
            body, coChairs, minSeats.Value, maxSeats.Value, termLength.Value, maxTerms.Value, maxObservers.Value, minUserRepresentatives.Value, genderBalance, carryOver,
            cleared.Count == 0 ? null : cleared, quorum.Value);

        static IEnumerable<CompositionBound> Gone<T>(Optional<T?> change, CompositionBound bound) where T : struct => change is { IsGiven: true, Value: null } ? [bound] : [];
    }

    /// <summary>What leads from some rules to others.</summary>
    internal static CompositionRulesSet Between(BodyId body, CompositionRules was, CompositionRules now)
    {
        return Of(
            body, New<bool>(was.CoChairs, now.CoChairs).Value, New(was.MinSeats, now.MinSeats), New(was.MaxSeats, now.MaxSeats), New(was.TermLength, now.TermLength), New(was.MaxTerms, now.MaxTerms),
            New(was.MaxObservers, now.MaxObservers), New(was.MinUserRepresentatives, now.MinUserRepresentatives), New<bool>(was.GenderBalance, now.GenderBalance).Value, New<bool>(was.CarryOver, now.CarryOver).Value,
            New(was.Quorum, now.Quorum));

        static Optional<T?> New<T>(T? before, T? after) where T : struct => before.Equals(after) ? default : new(after);
    }

    /// <summary>What this and an earlier one of the same day set together: of each bound what was said last.</summary>
    internal CompositionRulesSet After(CompositionRulesSet first)
    {
        return Of(
            Body, CoChairs ?? first.CoChairs, Last(e => e.MinSeats, CompositionBound.MinSeats), Last(e => e.MaxSeats, CompositionBound.MaxSeats), Last(e => e.TermLength, CompositionBound.TermLength),
            Last(e => e.MaxTerms, CompositionBound.MaxTerms), Last(e => e.MaxObservers, CompositionBound.MaxObservers), Last(e => e.MinUserRepresentatives, CompositionBound.MinUserRepresentatives),
            GenderBalance ?? first.GenderBalance, CarryOver ?? first.CarryOver, Last(e => e.Quorum, CompositionBound.Quorum));

        Optional<T?> Last<T>(Func<CompositionRulesSet, T?> of, CompositionBound bound) where T : struct => Change(of(this), bound) is { IsGiven: true } mine ? mine : first.Change(of(first), bound);
    }
}

/// <summary>What a seat is. <c>Votes</c> null means by role, <c>Order</c> null means last.</summary>
/// <param name="HeldByOrganisation">Whether whom it represents holds it as an organisation while no person does.</param>
public sealed record SeatDescription(
    SeatRole Role, string? Title = null, bool? Votes = null, int? Order = null, Represents? Represents = null, SeatId? DeputyFor = null,
    ExOfficio? ExOfficio = null, bool UserRepresentative = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool HeldByOrganisation = false);

/// <summary>What changes in a seat's description; what is absent stays, null clears.</summary>
public sealed record SeatChanges(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<SeatRole?> Role = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<string> Title = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<bool?> Votes = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<int?> Order = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<Represents> Represents = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<SeatId?> DeputyFor = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<ExOfficio> ExOfficio = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<bool?> UserRepresentative = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<bool?> HeldByOrganisation = default);

/// <summary>A seat held by whoever holds a role in another body: the nth such seat of a role by the nth holder by order, or with <c>All</c> one seat for every holder that is left.</summary>
public sealed record ExOfficio(BodyId Body, SeatRole Role, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool All = false);
