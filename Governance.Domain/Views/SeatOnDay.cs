using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>A seat on one day, with its holder unless it is vacant.</summary>
/// <param name="HeldBy">The organisation that holds it where no person does.</param>
/// <param name="Leave">The leave that the holder is on, and who acts meanwhile.</param>
public sealed record SeatOnDay(
    SeatId Id, SeatRole Role, string? Title, RepresentedOnDay? Represents, bool Votes, int Order, SeatId? DeputyFor, ExOfficio? ExOfficio, bool UserRepresentative,
    SeatStatus Status, HolderOnDay? Holder, RepresentedOnDay? HeldBy, LeaveOnDay? Leave)
{
    internal static SeatOnDay Of(Viewpoint view, Cluster state, Body body, Seat seat, Appointment? holder, LastDayOf lastDay)
    {
        var what = seat.Description;
        var represents = RepresentedOnDay.Of(view, state, what.Represents);
        return new(
            seat.Id, seat.Role, holder?.Title ?? what.Title, represents, seat.Votes, what.Order!.Value, what.DeputyFor,
            what.ExOfficio is { } office && state.Bodies.TryGetValue(office.Body, out var other) && view.Sees(state, other) ? office : null,
            what.UserRepresentative, SeatStatuses.On(view, body, seat, holder), holder is null ? null : HolderOnDay.Of(view, body, seat, holder, lastDay(body, seat, holder)),
            holder is null && seat.IsHeldByOrganisation ? represents : null, LeaveOnDay.Of(view, state, body, seat, holder));
    }
}

/// <summary>Whom a seat speaks for: a partner, a body, or an outside organisation that has a name only.</summary>
public sealed record RepresentedOnDay(string Name, PartnerId? Partner, BodyId? Body)
{
    internal static RepresentedOnDay? Of(Viewpoint view, Cluster state, Represents? represents) => represents switch
    {
        { Partner: { } id } when state.Partners.TryGetValue(id, out var partner) => new(view.NameOf(partner.Names.Current), id, null),
        { Body: { } id } when state.Bodies.TryGetValue(id, out var body) && view.Sees(state, body) => new(view.NameOf(body.Names.Current), null, id),
        { Outside: { } name } => new(name, null, null),
        _ => null,
    };
}

/// <summary>Whoever holds a seat; without id, name, title and organisation where they may not be named. The last days are inclusive.</summary>
/// <param name="Since">Beginning of the unbroken service in the body.</param>
/// <param name="TermThrough">The last day elected for; absent where the seat is held until it is left.</param>
/// <param name="TermSource">Whether a decision says the term, or it is worked out from the rules; absent where there is none.</param>
/// <param name="ValidThrough">The last day in the seat, where it is known.</param>
public sealed record HolderOnDay(
    PersonId? Id, string? Name, string? Title, string? Organisation, PartialDate ValidFrom, PartialDate Since, PartialDate? TermThrough, TermSource? TermSource,
    PartialDate? ValidThrough)
{
    internal static HolderOnDay Of(Viewpoint view, Body body, Seat seat, Appointment holder, PartialDate? lastDay)
    {
        var since = Tenure.Beginning(body, seat, holder);
        if (!view.Names(holder.Person)) return new(null, null, null, null, holder.From, since, holder.TermThrough, holder.Term?.Source, lastDay);
        var role = view.Card(holder.Person)?.RoleOn(view.AsOf);
        return new(holder.Person, view.NameOf(holder.Person), role?.Title, role?.Organisation, holder.From, since, holder.TermThrough, holder.Term?.Source, lastDay);
    }
}
