using System.Collections.Immutable;
using Governance.Domain.Bodies;
using Governance.Domain.People;
using Governance.Domain.Time;

namespace Governance.Domain.Composition;

/// <summary>A body as its seats and holders change on a day: service and vacancies are kept in step.</summary>
internal sealed record Seating(Body Body, PartialDate Day)
{
    public Seating Create(SeatId id, SeatDescription description, bool personal = false) =>
        With(Body.Seats.Add(new(id, description with { Order = description.Order ?? Last }, personal, Day, [], Day)));

    public Seating Describe(SeatId id, SeatChanges changes)
    {
        var seat = Body.Seat(id)!;
        var was = seat.Description;
        var now = was with
        {
            Role = changes.Role.Or(was.Role) ?? was.Role,
            Title = changes.Title.Or(was.Title),
            Votes = changes.Votes.Or(was.Votes),
            Order = changes.Order.Or(was.Order) ?? Last,
            Represents = changes.Represents.Or(was.Represents),
            DeputyFor = changes.DeputyFor.Or(was.DeputyFor),
            ExOfficio = changes.ExOfficio.Or(was.ExOfficio),
            UserRepresentative = changes.UserRepresentative.Or(was.UserRepresentative) ?? false,
            HeldByOrganisation = changes.HeldByOrganisation.Or(was.HeldByOrganisation) ?? false,
        };
        return seat.Holders.Aggregate(With(Body.Seats.Replace(seat, seat with { Description = now })), (s, h) => s.Left(h.Person, seat.Group, Day).Joined(h, ServiceGroups.Of(now.Role)));
    }

    /// <summary>A deputy's seat goes with the seat it stands for.</summary>
    public Seating Abolish(SeatId id)
    {
        if (Body.Seat(id) is not { } seat) return this;
        var left = seat.Holders.Aggregate(this, (s, h) => s.Leave(id, h));
        var after = left.With(left.Body.Seats.RemoveAll(s => s.Id == id));
        return after.Body.Seats.Where(s => s.Description.DeputyFor == id).Aggregate(after, (s, deputy) => s.Abolish(deputy.Id));
    }

    /// <summary>Ends whatever carry-over is in the seat, and on a day known to the month or year alone whatever term may be over before it.</summary>
    public Seating Appoint(MemberAppointed e, PersonId person)
    {
        var seating = e.Personal is { } personal ? Create(e.Seat, personal, personal: true) : this;
        var seat = seating.Body.Seat(e.Seat)!;
        foreach (var over in seat.Holders.Where(h => h.IsOver(Day.First))) seating = seating.Leave(e.Seat, over);
        if (Day.Precision != Precision.Day)
            foreach (var over in seat.Holders.Where(h => !h.IsOver(Day.First) && h.TermThrough?.First < Day.Last)) seating = seating.Leave(e.Seat, over, over.TermThrough!.Value.Next);
        var leave = seat.Holders.LastOrDefault(h => h.Person == person)?.Leave;
        return seating.Sit(e.Seat, new(person, Day, Term.Of(e.TermThrough, Body.Rules, Day), e.Title) { Leave = leave });
    }

    public Seating Extend(SeatId id, PersonId person, PartialDate termThrough)
    {
        var seat = Body.Seat(id)!;
        var held = seat.Holders.First(h => h.Person == person);
        var key = (person, seat.Group);
        var after = Replace(seat with { Holders = seat.Holders.Replace(held, held with { Term = new(termThrough, TermSource.Decided) }) });
        return after with { Body = after.Body with { Services = Body.Services.SetItem(key, Body.Services[key].Extended(held.TermThrough, termThrough)) } };
    }

    /// <summary>Leave is taken, or is over: seat and service go on.</summary>
    public Seating Leave(SeatId id, PersonId person, Leave? leave)
    {
        var seat = Body.Seat(id)!;
        var held = seat.Holders.First(h => h.Person == person);
        return Replace(seat with { Holders = seat.Holders.Replace(held, held with { Leave = leave }) });
    }

    public Seating End(SeatId id, PersonId person)
    {
        if (HandedOver(Body, id, Day, person) is { } known) return this with { Body = Body with { Departures = Body.Departures.SetItem(known, Day) } };
        var seat = Body.Seat(id)!;
        var after = Leave(id, seat.Holders.First(h => h.Person == person));
        return seat.Personal && after.Body.Seat(id)!.Holders.IsEmpty ? after.Abolish(id) : after;
    }

    /// <summary>Who left a seat to another within a month or year, and is told to have left on a day in it; null where nobody did.</summary>
    public static (SeatId Seat, PersonId Person, DateOnly From)? HandedOver(Body body, SeatId seat, PartialDate day, PersonId? person)
    {
        if (day.Precision == Precision.Day) return null;
        var left = body.Departures.Where(d => d.Key.Seat == seat && d.Value.First >= day.First && (person is null || d.Key.Person == person)).Select(d => d.Key).ToList();
        return left.Count == 0 || body.Seat(seat)?.Holders.Any(h => h.Person == left[0].Person) == true ? null : left.MinBy(d => d.From);
    }

    /// <summary>Whoever sits on beyond the term leaves when carry-over ends; whoever had left does not come back when it begins.</summary>
    public Seating Measure(CompositionRulesSet set)
    {
        var rules = Body.Rules.With(set);
        var over = rules.CarryOver == Body.Rules.CarryOver ? [] : Body.Seats.SelectMany(s => s.Holders.Where(h => h.IsOver(Day.First)).Select(h => (s.Id, h.Person)));
        var after = over.Aggregate(this, (s, o) => s.End(o.Id, o.Person));
        return after with { Body = after.Body with { Rules = rules } };
    }

    /// <summary>Everybody leaves and those listed sit down anew, which breaks nobody's service.</summary>
    public Seating Reconstitute(IReadOnlyList<ReconstitutedSeat> listed, Func<PersonId, PersonId> canonical)
    {
        var before = Body.Seats.ToDictionary(s => s.Id);
        return listed.Select((s, i) => (Seat: s, Order: i + 1)).Aggregate(Empty(), (seating, each) =>
        {
            var (seat, order) = each;
            var was = before.GetValueOrDefault(seat.Seat);
            var free = was is { Holders.IsEmpty: true } ? was.FreeSince : Day;
            var description = seat.Description with { Order = seat.Description.Order ?? order };
            var seated = seating.With(seating.Body.Seats.Add(new(seat.Seat, description, Personal: false, was?.From ?? Day, [], free)));
            return seat.Person is { } person ? seated.Sit(seat.Seat, Anew(seat, canonical(person))) : seated;
        });
    }

    /// <summary>Who continues keeps the term, unless it is over and the rules give another, and in the same seat title and leave, where nothing else is said of them.</summary>
    private Appointment Anew(ReconstitutedSeat seat, PersonId person)
    {
        var was = Body.Seat(seat.Seat);
        var here = was?.Sitters(Day.First, Body.Rules).LastOrDefault(h => h.Person == person);
        var held = here ?? Body.Seats.Where(s => s.Group == ServiceGroups.Of(seat.Description.Role)).SelectMany(s => s.Sitters(Day.First, Body.Rules)).LastOrDefault(h => h.Person == person);
        var isKept = held is not null && seat.TermThrough is null && (Body.Rules.TermLength is null || !held.IsOver(Day.First));
        var term = isKept ? held!.Term : Term.Of(seat.TermThrough, Body.Rules, Day);
        return new(person, Day, term, seat.Description.Title is { } said && said != was?.Description.Title ? null : here?.Title) { Leave = here?.Leave };
    }

    /// <summary>Everybody leaves and no seat stays.</summary>
    public Seating Empty() => Body.Seats.SelectMany(s => s.Holders.Select(h => (s.Id, Holder: h))).Aggregate(this, (s, h) => s.Leave(h.Id, h.Holder)).With([]);

    private int Last => Body.Seats.IsEmpty ? 1 : Body.Seats.Max(s => s.Description.Order!.Value) + 1;

    private Seating Sit(SeatId id, Appointment appointment)
    {
        var seat = Body.Seat(id)!;
        var seated = Replace(seat with { Holders = seat.Holders.Add(appointment) }).Joined(appointment, seat.Group);
        return seated with { Body = seated.Body with { Departures = Body.Departures.Remove(Key(id, appointment)) } };
    }

    private Seating Leave(SeatId id, Appointment appointment, PartialDate? handedOver = null)
    {
        var seat = Body.Seat(id)!;
        var until = handedOver ?? (Body.Rules.CarryOver || !appointment.IsOver(Day.First) ? Day : appointment.TermThrough!.Value.Next);
        var left = Replace(seat with { Holders = seat.Holders.Remove(appointment), FreeSince = until }).Left(appointment.Person, seat.Group, until);
        return left with { Body = left.Body with { Departures = Body.Departures.SetItem(Key(id, appointment), until) } };
    }

    private static (SeatId, PersonId, DateOnly) Key(SeatId seat, Appointment appointment) => (seat, appointment.Person, appointment.From.First);

    private Seating Joined(Appointment appointment, ServiceGroup group)
    {
        var key = (appointment.Person, group);
        var service = Service.Joined(Body.Services.GetValueOrDefault(key), Day, appointment.TermThrough, Lapsed(appointment, group));
        return this with { Body = Body with { Services = Body.Services.SetItem(key, service) } };
    }

    /// <summary>First day without a term of who else is in a group of seats as the same person, where carry-over does not hold; null while one of them lasts, or nobody is.</summary>
    private DateOnly? Lapsed(Appointment joining, ServiceGroup group)
    {
        var others = Body.Seats.Where(s => s.Group == group).SelectMany(s => s.Holders).Where(h => h.Person == joining.Person && !ReferenceEquals(h, joining)).ToList();
        return Body.Rules.CarryOver || others.Count == 0 || others.Exists(h => h.Term is null) ? null : others.Max(h => h.TermThrough!.Value.Last).AddDays(1);
    }

    private Seating Left(PersonId person, ServiceGroup group, PartialDate until)
    {
        var key = (person, group);
        if (Body.Seats.Exists(s => s.Group == group && s.Holders.Any(h => h.Person == person))) return this;
        return this with { Body = Body with { Services = Body.Services.SetItem(key, Body.Services[key] with { Until = until }) } };
    }

    private Seating Replace(Seat seat) => this with { Body = Body with { Seats = Body.Seats.SetItem(Body.Seats.FindIndex(s => s.Id == seat.Id), seat) } };

    private Seating With(ImmutableList<Seat> seats) => this with { Body = Body with { Seats = [.. seats.OrderBy(s => s.Description.Order)] } };
}
