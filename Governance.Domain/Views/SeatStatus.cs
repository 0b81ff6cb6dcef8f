using System.Text.Json.Serialization;
using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>How a seat is held.</summary>
[JsonConverter(typeof(KebabCase<SeatStatus>))]
public enum SeatStatus
{
    /// <summary>By somebody within the term or without one, or by an organisation.</summary>
    Filled,

    /// <summary>By somebody whose term ends within 90 days.</summary>
    TermEndsSoon,

    /// <summary>By somebody whose term is over.</summary>
    CarryOver,

    /// <summary>By nobody.</summary>
    Vacant,
}

/// <summary>How a seat's holder makes its status.</summary>
public static class SeatStatuses
{
    /// <summary>How many days before its last day a term ends soon.</summary>
    public const int SoonDays = 90;

    /// <summary>The status of a seat as a viewpoint has it: no term ends soon that its holder does not serve out, or that is followed by another.</summary>
    internal static SeatStatus On(Viewpoint view, Body body, Seat seat, Appointment? holder) =>
        On(view.AsOf, seat, holder) is var status && status == SeatStatus.TermEndsSoon && seat.Description.ExOfficio is null && !Foreseen.TermEnds(view.History, body.Id, seat, holder!) ? SeatStatus.Filled : status;

    /// <summary>The status on a day of a seat with this holder, whatever comes after.</summary>
    public static SeatStatus On(DateOnly day, Seat seat, Appointment? holder) => holder switch
    {
        null when seat.IsHeldByOrganisation => SeatStatus.Filled,
        null => SeatStatus.Vacant,
        _ when holder.IsOver(day) => SeatStatus.CarryOver,
        _ when holder.TermThrough?.Last.DayNumber - day.DayNumber <= SoonDays => SeatStatus.TermEndsSoon,
        _ => SeatStatus.Filled,
    };
}
