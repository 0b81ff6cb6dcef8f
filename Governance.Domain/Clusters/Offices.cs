using System.Collections.Immutable;
using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Time;

namespace Governance.Domain.Clusters;

/// <summary>Who holds a seat by virtue of an office: those appointed to the office by order, each person once, one to each seat of a role that follows it. Whose term is over without carry-over keeps the place among them until replaced, and leaves it vacant.</summary>
internal static class Offices
{
    /// <summary>An appointment, and the rules of the body it was made in.</summary>
    public readonly record struct Held(Appointment Appointment, CompositionRules Rules);

    /// <summary>Who is appointed to the office that a seat follows, from the day the seat was made at the earliest; null where there are no more of them than other seats.</summary>
    public static Held? Holder(Cluster cluster, Body body, Seat seat, ExOfficio office) => Holder(cluster, body, seat, office, []);

    /// <summary>The seat itself, or as many as hold the office where it is for all of them: at least one.</summary>
    public static IEnumerable<Seat> Each(Cluster cluster, Body body, Seat seat)
    {
        yield return seat;
        if (seat.Description.ExOfficio is not { All: true } office) yield break;
        var holders = Holders(cluster, office, [seat.Id]).Skip(Place(body, seat, office)).Count();
        for (var nth = 1; nth < holders; nth++) yield return seat.ForHolder(nth);
    }

    /// <summary>Whether a seat is among those that it follows, through whichever bodies.</summary>
    public static bool FollowsItself(Cluster cluster, Seat seat)
    {
        var (seen, next) = (new HashSet<SeatId>(), new Stack<Seat>([seat]));
        while (next.TryPop(out var one))
        {
            if (one.Description.ExOfficio is not { } office) continue;
            foreach (var source in Sources(cluster, office))
            {
                if (source.Id == seat.Id) return true;
                if (seen.Add(source.Id)) next.Push(source);
            }
        }
        return false;
    }

    private static Held? Holder(Cluster cluster, Body body, Seat seat, ExOfficio office, ImmutableHashSet<SeatId> above)
    {
        if (above.Contains(seat.Id)) return null;
        var holders = Holders(cluster, office, above.Add(seat.Id)).Skip(Place(body, seat, office) + seat.Nth).Take(1).ToList();
        return holders is [var held] ? held with { Appointment = held.Appointment with { From = Later(held.Appointment.From, seat.From), Leave = null } } : null;
    }

    private static IEnumerable<Held> Holders(Cluster cluster, ExOfficio office, ImmutableHashSet<SeatId> above) =>
        Sources(cluster, office).SelectMany(source => Appointed(cluster, cluster.Bodies[office.Body], source, above)).DistinctBy(h => h.Appointment.Person);

    private static IEnumerable<Held> Appointed(Cluster cluster, Body body, Seat seat, ImmutableHashSet<SeatId> above)
    {
        if (seat.Description.ExOfficio is not { } office) return seat.Holders.TakeLast(1).Select(h => new Held(h, body.Rules));
        if (!office.All) return Holder(cluster, body, seat, office, above) is { } held ? [held] : [];
        return above.Contains(seat.Id) ? [] : Holders(cluster, office, above.Add(seat.Id)).Skip(Place(body, seat, office));
    }

    private static IEnumerable<Seat> Sources(Cluster cluster, ExOfficio office) => cluster.LivingBody(office.Body)?.Seats.Where(s => s.Role == office.Role) ?? [];

    /// <summary>How many holders of the office other seats of the body with the same role have before this one: those for one holder go before the first for all, and another for all has none.</summary>
    private static int Place(Body body, Seat seat, ExOfficio office)
    {
        var alike = body.Seats.Where(s => s.Role == seat.Role && s.Description.ExOfficio is { } other && (other.Body, other.Role) == (office.Body, office.Role)).ToLookup(s => s.Description.ExOfficio!.All);
        if (!office.All) return alike[false].TakeWhile(s => s.Id != seat.Id).Count();
        return alike[true].First().ForHolder(seat.Nth).Id == seat.Id ? alike[false].Count() : int.MaxValue / 2;
    }

    private static PartialDate Later(PartialDate a, PartialDate b) => a.First >= b.First ? a : b;
}
