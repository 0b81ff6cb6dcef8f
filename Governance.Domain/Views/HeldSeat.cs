using Governance.Domain.Bodies;

namespace Governance.Domain.Views;

/// <summary>A seat as somebody held it, from the first day in it to the last, inclusive, where that is known.</summary>
public sealed record HeldSeat(BodyId Body, SeatOnDay Seat)
{
    /// <summary>Every time that somebody held a seat, whoever has left and whoever is to come included, the oldest first: in bodies that may be seen, both when the seat was taken and on the day.</summary>
    public static IReadOnlyList<HeldSeat> Ever(Viewpoint view) => view.History.Founding is null ? [] : [..
        from shown in PersonSeat.Shown(view, Tenures.All(view.History))
        let tenure = shown.Tenure
        orderby tenure.Held.From.First, tenure.Seat.Id.Value, tenure.Held.Person.Value
        let seat = SeatOnDay.Of(view, shown.Now, shown.Now.Bodies[tenure.Body], tenure.Seat, tenure.Held, (_, _, _) => tenure.Through)
        select new HeldSeat(tenure.Body, seat with { Holder = seat.Holder! with { Since = tenure.Since } })];
}
