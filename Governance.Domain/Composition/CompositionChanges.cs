using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Composition;

/// <summary>Make a fixed seat.</summary>
[ChangeLabel(ChangeArea.Seats, 7, "Opprette en plass", "Create a seat")]
[Rare("title", "deputyFor")]
public sealed record CreateSeat(
    string Body, SeatRole Role, string? Title = null, bool? Votes = null, int? Order = null, string? Represents = null, string? DeputyFor = null,
    ExOfficioSeat? ExOfficio = null, bool? UserRepresentative = null, bool? HeldByOrganisation = null) : Change;

/// <summary>The body and the role that a seat follows; with <c>All</c> there is a seat for every holder.</summary>
public sealed record ExOfficioSeat(string Body, SeatRole Role, bool? All = null);

/// <summary>Describe a seat otherwise; absent keeps, null clears.</summary>
[ChangeLabel(ChangeArea.Seats, 8, "Endre en plass", "Change a seat")]
public sealed record ChangeSeat(
    string Seat, [Lasting] Optional<SeatRole?> Role = default, Optional<string> Title = default, Optional<bool?> Votes = default, Optional<int?> Order = default,
    Optional<string> Represents = default, Optional<string> DeputyFor = default, Optional<ExOfficioSeat> ExOfficio = default,
    Optional<bool?> UserRepresentative = default, Optional<bool?> HeldByOrganisation = default) : Change;

/// <summary>Take a seat away, with the deputies' seats for it.</summary>
[ChangeLabel(ChangeArea.Seats, 9, "Fjerne en plass", "Abolish a seat")]
public sealed record AbolishSeat(string Seat) : Ending;

/// <summary>A change of somebody's appointment, named by its seat, or by body, role and person.</summary>
public interface IOfAppointment
{
    /// <summary>The seat.</summary>
    string? Seat { get; }

    /// <summary>The body, where the seat is not named.</summary>
    string? Body { get; }

    /// <summary>The role in it.</summary>
    SeatRole? Role { get; }

    /// <summary>Who sits there.</summary>
    PersonReference? Person { get; }

    /// <summary>Everybody whom the change names.</summary>
    IEnumerable<PersonReference?> Persons() => [Person];
}

/// <summary>Put a person in a seat: the one named, or by body and role the first that is free, or else a personal one.</summary>
[Needs("seat", "body role")]
[ChangeLabel(ChangeArea.Seats, 1, "Oppnevne", "Appoint")]
[Rare("seat", "title")]
public sealed record Appoint(
    PersonReference Person, string? Body = null, SeatRole? Role = null, string? Seat = null, string? Represents = null, string? Title = null,
    PartialDate? TermThrough = null) : Change;

/// <summary>Let a term run to another last day, inclusive. Names the seat, or body, role and person.</summary>
[Needs("seat", "body role person")]
[ChangeLabel(ChangeArea.Seats, 3, "Forlenge et verv", "Extend an appointment")]
[MemberLabel("termThrough", "Ny periode til og med", "New term through")]
[Rare("body", "role", "person")]
public sealed record ExtendAppointment(PartialDate TermThrough, string? Seat = null, string? Body = null, SeatRole? Role = null, PersonReference? Person = null) : Change, IOfAppointment;

/// <summary>Take a person out of a seat. Names the seat, or body, role and person.</summary>
[Needs("seat", "body role person")]
[ChangeLabel(ChangeArea.Seats, 2, "Avslutte et verv", "End an appointment")]
[Rare("body", "role", "person")]
public sealed record EndAppointment(string? Seat = null, string? Body = null, SeatRole? Role = null, PersonReference? Person = null, EndReason? Reason = null) : Ending, IOfAppointment;

/// <summary>Let a person be on leave from a seat, which is kept; a substitute acts, or else the deputy. Names the seat, or body, role and person.</summary>
[Needs("seat", "body role person")]
[ChangeLabel(ChangeArea.Seats, 4, "Gi permisjon", "Grant leave")]
[MemberLabel("effectiveFrom", "Permisjon fra", "On leave from")]
[MemberLabel("substitute", "Stedfortreder", "Substitute", "Tomt: varaen møter.", "Empty: the deputy acts.")]
[Rare("body", "role", "person")]
public sealed record GrantLeave(
    string? Seat = null, string? Body = null, SeatRole? Role = null, PersonReference? Person = null, PersonReference? Substitute = null) : Change, IOfAppointment
{
    IEnumerable<PersonReference?> IOfAppointment.Persons() => [Person, Substitute];
}

/// <summary>End a person's leave: the effective date is the first day back. Names the seat, or body, role and person.</summary>
[Needs("seat", "body role person")]
[ChangeLabel(ChangeArea.Seats, 5, "Avslutte permisjon", "End leave")]
[MemberLabel("effectiveFrom", "Tilbake fra", "Back from")]
[MemberLabel("lastDay", "Siste dag med permisjon", "Last day of leave")]
[Rare("body", "role", "person")]
public sealed record EndLeave(string? Seat = null, string? Body = null, SeatRole? Role = null, PersonReference? Person = null) : Ending, IOfAppointment;

/// <summary>Give a body its whole new composition: what is not listed goes.</summary>
[ChangeLabel(ChangeArea.Seats, 6, "Ny sammensetning", "New composition")]
public sealed record ReconstituteBody(string Body, IReadOnlyList<ListedSeat> Seats) : Change;

/// <summary>A seat of a new composition, with its holder if it has one.</summary>
public sealed record ListedSeat(
    SeatRole Role, string? Ref = null, string? Seat = null, string? Title = null, bool? Votes = null, int? Order = null, string? Represents = null,
    string? DeputyFor = null, ExOfficioSeat? ExOfficio = null, bool? UserRepresentative = null, PersonReference? Person = null, PartialDate? TermThrough = null,
    bool? HeldByOrganisation = null);

/// <summary>Set the rules a body's composition is measured by; absent keeps, null clears a bound.</summary>
[ChangeLabel(ChangeArea.Seats, 10, "Regler for sammensetning", "Composition rules")]
public sealed record SetCompositionRules(
    string Body, bool? CoChairs = null, Optional<int?> MinSeats = default, Optional<int?> MaxSeats = default, Optional<TermLength?> TermLength = default,
    Optional<int?> MaxTerms = default, Optional<int?> MaxObservers = default, Optional<int?> MinUserRepresentatives = default, bool? GenderBalance = null,
    bool? CarryOver = null, Optional<int?> Quorum = default) : Change;
