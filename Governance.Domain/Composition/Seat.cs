using System.Collections.Immutable;
using Governance.Domain.People;
using Governance.Domain.Time;

namespace Governance.Domain.Composition;

/// <summary>A person in a seat from a day on.</summary>
/// <param name="Term">What the person is elected for; null for a place that is held until it is left.</param>
public sealed record Appointment(PersonId Person, PartialDate From, Term? Term, string? Title)
{
    /// <summary>The leave the person is on; null while serving.</summary>
    public Leave? Leave { get; init; }

    /// <summary>The last day elected for, inclusive; sitting on after it is tenure. Null where there is no term.</summary>
    public PartialDate? TermThrough => Term?.Through;

    /// <summary>Whether there is a term that is over on <paramref name="day"/>.</summary>
    public bool IsOver(DateOnly day) => TermThrough?.Last < day;
}

/// <summary>Leave from a seat, which is kept, from a day on.</summary>
/// <param name="Substitute">Who acts meanwhile; null for whoever is deputy for the seat.</param>
public sealed record Leave(PartialDate From, PersonId? Substitute);

/// <summary>A seat in a body. Fixed seats stay when vacant, personal ones go with their holder.</summary>
/// <param name="Holders">Whoever was put in it and has not been taken out: at the end of a day at most one.</param>
/// <param name="FreeSince">First day without a holder, where it has none.</param>
public sealed record Seat(SeatId Id, SeatDescription Description, bool Personal, PartialDate From, ImmutableArray<Appointment> Holders, PartialDate FreeSince)
{
    /// <summary>Its place among the seats that one for all holders of an office makes, from 0.</summary>
    public int Nth { get; init; }

    /// <summary>What it does.</summary>
    public SeatRole Role => Description.Role;

    /// <summary>Whether, while no person holds it, whom it represents does.</summary>
    public bool IsHeldByOrganisation => Description is { HeldByOrganisation: true, Represents: not null };

    /// <summary>Whether it votes: as described, else chair, deputy chair and members do.</summary>
    public bool Votes => Description.Votes ?? Role is SeatRole.Chair or SeatRole.DeputyChair or SeatRole.Member;

    /// <summary>Where deputies, observers and the others are counted apart.</summary>
    public ServiceGroup Group => ServiceGroups.Of(Role);

    /// <summary>Those who sit in it by appointment on <paramref name="day"/>: after the term only where carry-over holds.</summary>
    public IEnumerable<Appointment> Sitters(DateOnly day, CompositionRules rules) => Holders.Where(h => rules.CarryOver || !h.IsOver(day));

    /// <summary>The seat that one for all holders of an office makes for the nth: the first is the seat itself.</summary>
    public Seat ForHolder(int nth) => nth == 0 ? this : this with { Id = Id.Nth(nth), Nth = nth };

    /// <summary>Whether somebody may be put in it without another being taken out.</summary>
    public bool IsFree(DateOnly day) => Description.ExOfficio is null && Holders.All(h => h.IsOver(day));
}
