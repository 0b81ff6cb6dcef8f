using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;

namespace Governance.Domain.Views;

/// <summary>Whether what is to fall on a day still does, by what is decided for that day and the next.</summary>
internal static class Foreseen
{
    /// <summary>Whether a term runs out with its holder in the seat, and no next term begins there for the holder or for another.</summary>
    public static bool TermEnds(ClusterHistory history, BodyId body, Seat seat, Appointment holder)
    {
        if (holder.TermThrough is not { } through || On(history, through.Last, body, seat.Id) is not { } then) return false;
        var next = through.Next.First;
        return then.Person == holder.Person && then.TermThrough == through && !(
            history.AsOf(next) is { } after && after.LivingBody(body) is { } living && after.Seats(living, next).Any(s =>
                (s.Seat.Id == seat.Id || (s.Seat.Role == seat.Role && s.Holder?.Person == holder.Person)) && s.Holder is { } sits && !sits.IsOver(next)));
    }

    /// <summary>Whether a date in a mandate comes while the body has that mandate with that date, and no other the day after.</summary>
    public static bool MandateHolds(ClusterHistory history, BodyId body, Mandate mandate, DateOnly day, Func<Mandate, bool> says) =>
        history.AsOf(day)?.LivingBody(body)?.Mandate is { } then && then.Version == mandate.Version && says(then)
        && !(day < DateOnly.MaxValue && history.AsOf(day.AddDays(1))?.LivingBody(body)?.Mandate is { } next && (next.Version != then.Version || !says(next)));

    private static Appointment? On(ClusterHistory history, DateOnly day, BodyId body, SeatId seat) =>
        history.AsOf(day) is { } state && state.LivingBody(body) is { } living ? state.Seats(living, day).FirstOrDefault(s => s.Seat.Id == seat).Holder : null;
}
