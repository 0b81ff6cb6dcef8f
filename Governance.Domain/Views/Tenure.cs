using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>A person in a seat, by appointment or by virtue of office, from a day until another.</summary>
/// <param name="Seat">The seat as last described while held.</param>
/// <param name="Held">The appointment as last extended.</param>
/// <param name="Since">First day of the unbroken service in the body.</param>
/// <param name="Until">First day out, where it is known.</param>
internal sealed record Tenure(BodyId Body, Seat Seat, Appointment Held, PartialDate Since, PartialDate? Until)
{
    /// <summary>The last day, inclusive, where it is known.</summary>
    public PartialDate? Through => Until?.Previous;

    /// <summary>First day of a holder's unbroken service in a body.</summary>
    public static PartialDate Beginning(Body body, Seat seat, Appointment holder) =>
        seat.Description.ExOfficio is null && body.Services.GetValueOrDefault((holder.Person, seat.Group)) is { } service ? service.Since : holder.From;
}

/// <summary>The last day, where it is known, of a holder's tenure in a seat.</summary>
internal delegate PartialDate? LastDayOf(Body body, Seat seat, Appointment holder);

/// <summary>Who held which seat when: walks through the days on which something changed and notes who came and who left.</summary>
/// <param name="last">The state after everything that is known.</param>
/// <param name="looked">The bodies to look at.</param>
internal sealed class Tenures(Cluster last, Func<BodyId, bool> looked)
{
    private readonly Dictionary<BodyId, Dictionary<SeatId, Tenure>> open = [];
    private readonly List<Tenure> closed = [];
    private readonly HashSet<BodyId> byOffice = [];

    private IEnumerable<Tenure> Noted => closed.Concat(open.Values.SelectMany(o => o.Values));

    /// <summary>Every tenure there ever was, the ended ones first.</summary>
    public static IEnumerable<Tenure> All(ClusterHistory history) => All(history, _ => true);

    /// <summary>Every tenure of a person, the ended ones first.</summary>
    public static IEnumerable<Tenure> Of(ClusterHistory history, PersonId person)
    {
        var bodies = history.Decisions.Values.SelectMany(d => d.Facts).Select(f => f.Event).OfType<CompositionEvent>().Where(MayConcern).Select(e => e.Body).ToHashSet();
        return All(history, bodies.Contains).Where(t => t.Held.Person == person);

        bool MayConcern(CompositionEvent told) => told switch
        {
            MemberAppointed e => Is(e.Person),
            SeatCreated e => e.Description.ExOfficio is not null,
            SeatChanged e => e.Changes.ExOfficio.IsGiven,
            BodyReconstituted e => e.Seats.Any(s => s.Description.ExOfficio is not null || (s.Person is { } p && Is(p))),
            _ => false,
        };

        bool Is(PersonId id) => history.Aliases.GetValueOrDefault(id, id) == person;
    }

    /// <summary>The last days, as known, of those who hold a seat in the bodies on a day. Only those who sit by virtue of office take a walk through the days that follow.</summary>
    public static LastDayOf LastDays(ClusterHistory history, DateOnly day, Func<BodyId, bool> looked)
    {
        if (history.AsOf(day) is not { } state) return (_, _, _) => null;
        var last = history.AsOf(DateOnly.MaxValue)!;
        var offices = new Lazy<Dictionary<(SeatId, PersonId, PartialDate), PartialDate?>>(() => ByOffice(history, state, last, day, looked));
        return (body, seat, holder) => seat.Description.ExOfficio is null
            ? LastDay(last.Bodies[body.Id], seat.Id, holder)
            : offices.Value.GetValueOrDefault((seat.Id, holder.Person, holder.From));
    }

    private static PartialDate? LastDay(Body last, SeatId seat, Appointment holder)
    {
        if (last.Departures.TryGetValue((seat, holder.Person, holder.From.First), out var until)) return until.Previous;
        return last.Rules.CarryOver ? null : last.Seat(seat)?.Holders.LastOrDefault(h => h.Person == holder.Person)?.TermThrough;
    }

    private static Dictionary<(SeatId, PersonId, PartialDate), PartialDate?> ByOffice(ClusterHistory history, Cluster state, Cluster last, DateOnly day, Func<BodyId, bool> looked)
    {
        var tenures = new Tenures(last, looked);
        foreach (var body in state.Living.Where(b => looked(b.Id))) tenures.Look(state, body, day, day);
        tenures.Walk(history.Chronicle.After(day));
        return tenures.Noted.Where(t => t.Until is not null).DistinctBy(Key).ToDictionary(Key, t => t.Through);
    }

    private static (SeatId, PersonId, PartialDate) Key(Tenure tenure) => (tenure.Seat.Id, tenure.Held.Person, tenure.Held.From);

    private static IEnumerable<Tenure> All(ClusterHistory history, Func<BodyId, bool> looked)
    {
        if (history.AsOf(DateOnly.MaxValue) is not { } last) return [];
        var tenures = new Tenures(last, looked);
        tenures.Walk(history.Chronicle.Days);
        return tenures.Noted;
    }

    private void Walk(IEnumerable<Day> days)
    {
        foreach (var day in days)
        {
            var touched = day.Facts.Select(f => f.Event).OfType<BodyEvent>().Select(e => e.Body).Where(looked).ToHashSet();
            foreach (var id in touched) Look(day.After, day.After.Bodies[id], day.Date, day.After.Bodies[id].ChangedOn);
            foreach (var id in byOffice.Except(touched).ToList()) Look(day.After, day.After.Bodies[id], day.Date, day.Facts.Select(f => f.From).MaxBy(from => from.Precision));
        }
    }

    /// <summary>The first day out of one who was appointed, as told: a day that is known to the month or year alone may be in the time of the next.</summary>
    private PartialDate? Left(BodyId body, Tenure was) =>
        last.Bodies[body].Departures.TryGetValue((was.Seat.Id, was.Held.Person, was.Held.From.First), out var until) ? until : null;

    private void Look(Cluster state, Body body, DateOnly day, PartialDate on)
    {
        if (body.Seats.Exists(s => s.Description.ExOfficio is not null)) byOffice.Add(body.Id);
        var before = open.GetValueOrDefault(body.Id, []);
        var now = open[body.Id] = [];
        foreach (var (seat, holder) in state.Seats(body, day))
        {
            if (holder is null) continue;
            now[seat.Id] = new(body.Id, seat, holder, Tenure.Beginning(body, seat, holder), state.Lapses(body, seat, holder));
        }
        foreach (var (id, was) in before)
            if (!now.TryGetValue(id, out var still) || still.Held.Person != was.Held.Person || still.Held.From != was.Held.From)
                closed.Add(was.Until?.First <= on.First ? was : was with { Until = Left(body.Id, was) ?? on });
    }
}
