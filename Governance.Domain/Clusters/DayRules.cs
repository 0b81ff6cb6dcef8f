using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Partners;
using Governance.Domain.People;

namespace Governance.Domain.Clusters;

/// <summary>What may stand side by side: looked at when all changes of a day are in, so that swaps pass in any order.</summary>
public static class DayRules
{
    /// <summary>Most levels of bodies under each other, the topmost counted.</summary>
    public const int MostLevels = 20;

    /// <summary>What cannot be at the end of a day that had these facts, with the body or bodies it is between.</summary>
    public static IEnumerable<DayFault> Check(Cluster after, IReadOnlyCollection<Fact> facts)
    {
        var day = facts.First().From.First;
        var touched = facts.Select(f => f.Event).OfType<BodyEvent>().Select(e => e.Body).Distinct().Select(id => after.Bodies[id]).ToList();
        var moved = facts.Select(f => f.Event).OfType<BodyLifeEvent>().Select(e => e.Body).Reverse().Distinct().Select(id => after.Bodies[id]).Where(b => b.IsLiving).ToList();
        var gone = touched.Where(b => !b.IsLiving).ToList();
        var living = touched.Where(b => b.IsLiving).ToList();
        return [
            .. moved.SelectMany((b, i) => Names(after, b, moved.Take(i))),
            .. moved.SelectMany(b => Parents(after, b, gone)),
            .. facts.Any(f => f.Event is BodyMoved) ? Lowered(after, moved) : [],
            .. gone.SelectMany(b => Children(after, b)),
            .. living.SelectMany(b => Seats(after, b)),
            .. living.SelectMany(b => Held(after, b, day)),
            .. facts.SelectMany(f => ReferenceRules.Check(after, f)),
            .. PartnerNames(after, facts)];
    }

    /// <summary>Two siblings of one name, told of the later one.</summary>
    private static IEnumerable<DayFault> Names(Cluster after, Body body, IEnumerable<Body> later) =>
        from other in after.Bearing(body.Name)
        where other.IsLiving && other.Id != body.Id && other.Parent == body.Parent && other.Name.Equals(body.Name) && !later.Contains(other)
        select Fault(ViolationCode.NameTaken, body, "name", e => e is BodyRenamed or BodyEstablished or BodyReestablished, other);

    private static IEnumerable<DayFault> Parents(Cluster after, Body body, List<Body> gone)
    {
        if (body.Parent is not { } parent) yield break;
        if (after.LivingBody(parent) is not { } living)
        {
            if (!gone.Exists(b => b.Id == parent)) yield return Fault(ViolationCode.ParentMissing, body, "parent", Places);
            yield break;
        }
        var above = Above(after, body);
        if (above.Exists(b => b.Id == body.Id)) yield return Fault(ViolationCode.ParentCycle, body, "parent", Places, living);
        else if (above.Count == MostLevels) yield return Fault(ViolationCode.TooDeep, body, "parent", Places, living);
    }

    /// <summary>Bodies that one above them takes too far down.</summary>
    private static IEnumerable<DayFault> Lowered(Cluster after, List<Body> moved) =>
        from body in after.Living
        let above = Above(after, body)
        where above.Count == MostLevels && !moved.Exists(m => m.Id == body.Id)
        let lowering = above.Find(b => moved.Exists(m => m.Id == b.Id))
        where lowering is not null
        select Fault(ViolationCode.TooDeep, body, "parent", Places, lowering);

    /// <summary>The living bodies above one, the nearest first: no more than there may be levels, and once round where they go round.</summary>
    private static List<Body> Above(Cluster after, Body body)
    {
        var above = new List<Body>();
        for (var next = body; above.Count < MostLevels && next.Parent is { } id && after.LivingBody(id) is { } parent && !above.Exists(b => b.Id == id); next = parent) above.Add(parent);
        return above;
    }

    private static bool Places(BodyEvent e) => e is BodyMoved or BodyEstablished;

    private static IEnumerable<DayFault> Children(Cluster after, Body body) =>
        after.Living.Where(child => child.Parent == body.Id).Select(child => Fault(ViolationCode.HasChildren, body, "body", e => e is BodyDissolved, child));

    private static IEnumerable<DayFault> Seats(Cluster after, Body body)
    {
        foreach (var seat in body.Seats)
        {
            if (seat.Description.ExOfficio is not null && Offices.FollowsItself(after, seat)) yield return Fault(ViolationCode.ExOfficioCycle, body, "exOfficio", Describes);
            if (seat.Description.DeputyFor is { } principal && body.Seat(principal) is null)
                yield return Fault(after.SeatBodies.TryGetValue(principal, out var other) && other != body.Id ? ViolationCode.SeatOfOtherBody : ViolationCode.UnknownSeat, body, "deputyFor", Describes);

            bool Describes(BodyEvent e) => e is SeatCreated created && created.Seat == seat.Id || e is SeatChanged changed && changed.Seat == seat.Id;
        }
    }

    /// <summary>Two in one seat, anybody in one that goes by office, and persons that sit twice with one role and title, save as deputies for different seats.</summary>
    public static IEnumerable<DayFault> Held(Cluster after, Body body, DateOnly day)
    {
        var sitting = body.Seats.SelectMany(s => s.Sitters(day, body.Rules).Select(h => (Seat: s, Holder: h))).OrderBy(s => s.Holder.From.First).ToList();
        foreach (var (seat, holder) in sitting.Where(s => s.Seat.Description.ExOfficio is not null)) yield return Taken(seat).Held(holder);
        foreach (var (later, i) in sitting.Select((s, i) => (s, i)))
        {
            foreach (var earlier in sitting.Take(i))
            {
                var handover = new Handover(body.Id, earlier.Seat.Id, earlier.Holder, later.Holder);
                if (earlier.Seat.Id == later.Seat.Id) yield return Taken(later.Seat).Held(earlier.Holder) with { Handover = handover };
                else if (Office(earlier.Seat, earlier.Holder) == Office(later.Seat, later.Holder))
                    yield return Fault(ViolationCode.PersonTwice, body, "person", e => e is MemberAppointed a && after.Canonical(a.Person) == later.Holder.Person) with { Handover = handover };
            }
        }

        DayFault Taken(Seat seat) => Fault(ViolationCode.SeatTaken, body, "seat", e => e is MemberAppointed a && a.Seat == seat.Id);

        static (PersonId, SeatRole, SeatId?, string?) Office(Seat seat, Appointment holder) =>
            (holder.Person, seat.Role, seat.Role == SeatRole.Deputy ? seat.Description.DeputyFor : null, (holder.Title ?? seat.Description.Title)?.ToUpperInvariant());
    }

    /// <summary>Two partners of one name, told of the later one.</summary>
    private static IEnumerable<DayFault> PartnerNames(Cluster after, IReadOnlyCollection<Fact> facts)
    {
        var later = new HashSet<PartnerId>();
        foreach (var fact in facts.Where(f => f.Event is PartnerAdmitted or PartnerRenamed).Reverse())
        {
            var partner = after.Partners[((PartnerEvent)fact.Event).Partner];
            var (id, name) = (partner.Id, partner.Names.Current.Name);
            if (!later.Add(id) || !partner.IsPresent) continue;
            foreach (var other in after.Partners.Values.Where(p => p.IsPresent && p.Names.Current.Name.Equals(name) && !later.Contains(p.Id)))
                yield return new(new(ViolationCode.NameTaken) { Member = "name", About = name.Text, Candidates = [new(other.Id.Value, other.Names.Current.Name.Text)] }, null, null) { Fact = fact };
        }
    }

    /// <param name="brings">Whether an event is of the kind that brings the fault about.</param>
    private static DayFault Fault(ViolationCode code, Body body, string member, Func<BodyEvent, bool> brings, Body? other = null) =>
        new(new(code) { Body = body.Id, Member = member, About = body.Name.Text, Candidates = other is null ? [] : [new(other.Id.Value, other.Name.Text)] }, body.Id, other?.Id) { Brings = brings };
}
