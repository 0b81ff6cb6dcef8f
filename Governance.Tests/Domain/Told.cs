using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Domain;

/// <summary>Changes in few words.</summary>
internal static class Told
{
    public static EstablishBody Establish(string name, string? under = null, string? called = null, BodyKind kind = BodyKind.Board) =>
        new(kind, Name.Of(name), Parent: under) { Ref = called };

    public static RenameBody Rename(string body, string name) => new(body, Name.Of(name));

    public static MoveBody Move(string body, string? under) => new(body, Parent: new(under));

    public static DissolveBody Dissolve(string body, params IReadOnlyList<string> into) => new(body, SucceededBy: into);

    public static ReestablishBody Reestablish(string body) => new(body);

    public static AdoptMandate Adopt(string body, params IReadOnlyList<string> points) => new(body, points);

    public static CreateSeat Seat(string body, SeatRole role, string? represents = null, string? called = null, string? deputyFor = null, ExOfficioSeat? follows = null) =>
        new(body, role, Represents: represents, DeputyFor: deputyFor, ExOfficio: follows) { Ref = called };

    public static Appoint Appoint(PersonReference person, string body, SeatRole role, string? through = null, string? represents = null) =>
        new(person, body, role, Represents: represents, TermThrough: Date(through));

    public static Appoint Appoint(PersonReference person, string seat, string? through = null) => new(person, Seat: seat, TermThrough: Date(through));

    public static EndAppointment End(string seat) => new(Seat: seat);

    public static EndAppointment End(string body, SeatRole role, PersonReference person) => new(Body: body, Role: role, Person: person);

    public static ReconstituteBody Reconstitute(string body, params IReadOnlyList<ListedSeat> seats) => new(body, seats);

    public static AdmitPartner Admit(string name, string? called = null) => new(Name.Of(name), PartnerKind.University) { Ref = called };

    public static PersonReference Known(PersonId person) => new PersonReference.Existing(person.ToString());

    public static PersonReference New(string name, string? called = null) => new PersonReference.New(Name.Of(name), Ref: called);

    /// <summary>The change with a first day of its own.</summary>
    public static Change From(this Change change, string date) => change with { EffectiveFrom = PartialDate.Parse(date) };

    /// <summary>The change with a last day.</summary>
    public static Ending Through(this Ending change, string date) => change with { LastDay = PartialDate.Parse(date) };

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);
}
