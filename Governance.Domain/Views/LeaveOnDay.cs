using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>Leave that the holder of a seat is on, since a day, and who acts meanwhile where anybody does.</summary>
public sealed record LeaveOnDay(PartialDate ValidFrom, ActingOnDay? Acting)
{
    internal static LeaveOnDay? Of(Viewpoint view, Cluster state, Body body, Seat seat, Appointment? holder) =>
        holder?.Leave is not { } leave ? null : new(leave.From, leave.Substitute is { } substitute ? ActingOnDay.Of(view, substitute, null) : Deputy(view, state, body, seat));

    /// <summary>The first deputy for the seat who is not on leave too.</summary>
    private static ActingOnDay? Deputy(Viewpoint view, Cluster state, Body body, Seat seat) =>
        state.Seats(body, view.AsOf).Where(s => s.Seat.Description.DeputyFor == seat.Id && s.Holder is { Leave: null }).Select(s => ActingOnDay.Of(view, s.Holder!.Person, s.Seat.Id)).FirstOrDefault();
}

/// <summary>Who acts for somebody on leave; without id and name where they may not be named.</summary>
/// <param name="Seat">The deputy's own seat; absent for a substitute that the leave named.</param>
public sealed record ActingOnDay(PersonId? Id, string? Name, SeatId? Seat)
{
    internal static ActingOnDay Of(Viewpoint view, PersonId person, SeatId? seat) => view.Names(person) ? new(person, view.NameOf(person), seat) : new(null, null, seat);
}
