using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.People;

namespace Governance.Domain.Views;

/// <summary>Who came into a body, who left it and who changed role in it, how many seats it had and has, and which of them stand otherwise.</summary>
public sealed record CompositionChange(
    BodyLink Body, IReadOnlyList<MemberChange> In, IReadOnlyList<MemberChange> Out, IReadOnlyList<MemberChange> RoleChanged, SeatCounts Before, SeatCounts After, IReadOnlyList<SeatChange> Seats);

/// <summary>A person whose seats in a body differ; <c>Person</c> is absent where they may not be named.</summary>
public sealed record MemberChange(PersonLink? Person, IReadOnlyList<SeatHeld> Before, IReadOnlyList<SeatHeld> After, string Sentence);

/// <summary>What somebody is in a body, and for whom.</summary>
public sealed record SeatHeld(SeatRole Role, string? Title, RepresentedOnDay? Represents);

/// <summary>How many seats, and how many of them nobody holds.</summary>
public sealed record SeatCounts(int Seats, int Vacant);

/// <summary>How the compositions of the bodies that are there on both sides differ.</summary>
internal sealed class Composed(Sides sides)
{
    public static IReadOnlyList<CompositionChange> Changes(Sides sides) => [.. sides.Both.Select(b => new Composed(sides).Change(b.Was, b.Now)).OfType<CompositionChange>()];

    private CompositionChange? Change(BodyOnDay before, BodyOnDay body)
    {
        var (was, now) = (Sitting(sides.From, body.Id), Sitting(sides.To, body.Id));
        var (held, holds) = (ByPerson(was), ByPerson(now));
        var entered = holds.Where(p => !held.Contains(p.Key)).Select(p => Member(body, p.Key, [], [.. p])).ToList();
        var left = held.Where(p => !holds.Contains(p.Key)).Select(p => Member(body, p.Key, [.. p], [])).ToList();
        var changed = holds.Where(p => held.Contains(p.Key) && !Same(held[p.Key], p)).Select(p => Member(body, p.Key, [.. held[p.Key]], [.. p])).ToList();
        var (had, has) = (Counts(was), Counts(now));
        var seats = new SeatsCompared(sides, entered.Concat(left).Concat(changed).Select(m => m.Person?.Id).OfType<PersonId>().ToHashSet()).Changes(before, body);
        return entered.Count + left.Count + changed.Count + seats.Count == 0 && had == has ? null : new(sides.To.Link(body), entered, left, changed, had, has, seats);
    }

    private static List<(PersonId? Person, SeatHeld Held, Represents? For, bool IsVacant)> Sitting(Viewpoint view, BodyId id)
    {
        var state = view.State!;
        return [.. state.Seats(state.Bodies[id], view.AsOf).Select(s => (s.Holder?.Person, HeldIn(s.Seat, s.Holder), s.Seat.Description.Represents, s.Holder is null && !s.Seat.IsHeldByOrganisation))];

        SeatHeld HeldIn(Seat seat, Appointment? holder) => new(seat.Role, holder?.Title ?? seat.Description.Title, RepresentedOnDay.Of(view, state, seat.Description.Represents));
    }

    private static ILookup<PersonId, (SeatHeld Held, Represents? For)> ByPerson(List<(PersonId? Person, SeatHeld Held, Represents? For, bool IsVacant)> seats) =>
        seats.Where(s => s.Person is not null).ToLookup(s => s.Person!.Value, s => (s.Held, s.For));

    /// <summary>Whom a seat speaks for is told by who they are, not by what they are called that day.</summary>
    private static bool Same(IEnumerable<(SeatHeld Held, Represents? For)> a, IEnumerable<(SeatHeld Held, Represents? For)> b) => Key(a).SequenceEqual(Key(b));

    private static IEnumerable<(SeatRole, string?, Represents?)> Key(IEnumerable<(SeatHeld Held, Represents? For)> seats) =>
        seats.Select(s => (s.Held.Role, s.Held.Title, s.For)).OrderBy(s => s.Role).ThenBy(s => s.Title, StringComparer.Ordinal).ThenBy(s => s.For?.ToString(), StringComparer.Ordinal);

    private static SeatCounts Counts(List<(PersonId? Person, SeatHeld Held, Represents? For, bool IsVacant)> seats) => new(seats.Count, seats.Count(s => s.IsVacant));

    private MemberChange Member(BodyOnDay body, PersonId person, IReadOnlyList<(SeatHeld Held, Represents? For)> was, IReadOnlyList<(SeatHeld Held, Represents? For)> now)
    {
        var view = sides.To;
        var (before, after) = (Places(was), Places(now));
        var name = view.NameOf(person) is var text && view.Names(person) ? text : char.ToUpperInvariant(text[0]) + text[1..];
        var where = sides.Title(body);
        var sentence = (was.Count, now.Count) switch
        {
            (0, _) => view.Say($"{name} kom inn i {where} som {after}.", $"{name} joined {where} as {after}."),
            (_, 0) => view.Say($"{name} gikk ut av {where}, før {before}.", $"{name} left {where}, formerly {before}."),
            _ => view.Say($"{name} er nå {after} i {where}, før {before}.", $"{name} is now {after} of {where}, formerly {before}."),
        };
        return new(view.Names(person) ? new(person, view.NameOf(person)) : null, [.. was.Select(s => s.Held)], [.. now.Select(s => s.Held)], sentence);
    }

    private string Places(IEnumerable<(SeatHeld Held, Represents? For)> seats) => Wording.List(
        [.. seats.Select(s => (s.Held.Title ?? Vocabulary.Of(s.Held.Role).In(sides.To.Language)) + (s.Held.Represents is { } represents ? $" for {represents.Name}" : ""))], sides.To.Language);
}
