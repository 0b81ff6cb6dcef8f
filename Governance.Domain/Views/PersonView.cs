using System.Text.Json.Serialization;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>A person with title and organisation on the day and over time, and every seat they held or hold.</summary>
/// <param name="Acting">The seats in which they acted or act for somebody on leave, as the substitute that the leave named.</param>
public sealed record PersonView(PersonId Id, string Name, string? Title, string? Organisation, IReadOnlyList<OccupationOverTime> Roles, IReadOnlyList<PersonSeat> Seats,
    IReadOnlyList<ActingSeat> Acting)
{
    /// <summary>A person; null if there is none, or none that may be named: for the public, the unlisted and those who never held a seat that may be seen.</summary>
    public static PersonView? Of(Viewpoint view, PersonId id)
    {
        var person = view.History.Aliases.GetValueOrDefault(id, id);
        if (view.Card(person) is null && !view.History.Persons.ContainsKey(person)) return null;
        var seats = PersonSeat.All(view, person);
        var acting = ActingSeat.All(view, person);
        if (view.Audience == Audience.Public && (seats.Count + acting.Count == 0 || !view.Names(person))) return null;
        var card = view.Card(person);
        var now = card?.RoleOn(view.AsOf);
        return new(
            person, view.NameOf(person), now?.Title, now?.Organisation,
            [.. (card?.Roles ?? []).Select(r => new OccupationOverTime(r.From, r.Title, r.Organisation))], seats, acting);
    }
}

/// <summary>A title and an organisation from a day on; without a day, from the beginning.</summary>
public sealed record OccupationOverTime(PartialDate? ValidFrom, string? Title, string? Organisation);

/// <summary>A seat that somebody held or holds. The last days are inclusive; <c>ValidThrough</c> is absent while no last day is known, <c>TermThrough</c> where there is no term.</summary>
/// <param name="Since">First day of the unbroken service in the body.</param>
public sealed record PersonSeat(
    BodyLink Body, SeatId Seat, SeatRole Role, string? Title, RepresentedOnDay? Represents, bool ExOfficio, PartialDate ValidFrom, PartialDate Since, PartialDate? TermThrough,
    TermSource? TermSource, PartialDate? ValidThrough)
{
    /// <summary>A person's seats, the oldest first.</summary>
    internal static IReadOnlyList<PersonSeat> All(Viewpoint view, PersonId person) => [..
        from shown in Shown(view, Tenures.Of(view.History, person))
        let tenure = shown.Tenure
        orderby tenure.Held.From.First, tenure.Seat.Description.Order, tenure.Seat.Id.Value
        let what = tenure.Seat.Description
        select new PersonSeat(
            view.Link(shown.Now.Bodies[tenure.Body]), tenure.Seat.Id, what.Role, tenure.Held.Title ?? what.Title, RepresentedOnDay.Of(view, shown.Now, what.Represents),
            what.ExOfficio is not null, tenure.Held.From, tenure.Since, tenure.Held.TermThrough, tenure.Held.Term?.Source, tenure.Through)];

    /// <summary>Tenures in bodies that may be seen, both when the seat was taken and on the day; with the state on the day, or the last one for what is to come.</summary>
    internal static IEnumerable<(Tenure Tenure, Cluster Now)> Shown(Viewpoint view, IEnumerable<Tenure> tenures) =>
        from tenure in tenures
        let then = view.History.AsOf(tenure.Held.From.First)!
        let now = view.State?.Bodies.ContainsKey(tenure.Body) == true ? view.State : view.Last!
        where view.Sees(now, now.Bodies[tenure.Body]) && view.Sees(then, then.Bodies[tenure.Body])
        select (tenure, now);
}

/// <summary>A seat in which somebody acts for another who is on leave. The last day is inclusive, and absent while none is known.</summary>
/// <param name="For">Whom they act for; absent where that person may not be named.</param>
public sealed record ActingSeat(BodyLink Body, SeatId Seat, SeatRole Role, string? Title, PersonLine? For, PartialDate ValidFrom, PartialDate? ValidThrough)
{
    /// <summary>Those of a person, the oldest first.</summary>
    internal static IReadOnlyList<ActingSeat> All(Viewpoint view, PersonId person) => [..
        from shown in Shown(view, Substitution.Of(view.History, person))
        orderby shown.Acting.From.First, shown.Acting.Seat.Id.Value
        let seat = shown.Acting.Seat
        select new ActingSeat(
            view.Link(shown.Now.Bodies[shown.Acting.Body]), seat.Id, seat.Role, seat.Description.Title, view.Names(shown.Acting.Absent) ? PersonLine.Of(view, shown.Acting.Absent) : null,
            shown.Acting.From, shown.Acting.Until?.Previous)];

    /// <summary>Those in bodies that may be seen, both when it began and on the day; with the state on the day, or the last one for what is to come.</summary>
    internal static IEnumerable<(Substitution Acting, Cluster Now)> Shown(Viewpoint view, IEnumerable<Substitution> substitutions) =>
        from acting in substitutions
        let then = view.History.AsOf(acting.From.First)!
        let now = view.State?.Bodies.ContainsKey(acting.Body) == true ? view.State : view.Last!
        where view.Sees(now, now.Bodies[acting.Body]) && view.Sees(then, then.Bodies[acting.Body])
        select (acting, now);
}

/// <summary>What people are sorted by. Programs get the whole name where they do not ask, as written, which needs no guess at where the family name begins; pages, which people look names up in, ask for the family name.</summary>
[JsonConverter(typeof(KebabCase<PersonOrder>))]
public enum PersonOrder
{
    /// <summary>The name as it is written.</summary>
    Name,

    /// <summary>The family name, which is the last word of the name.</summary>
    FamilyName,
}

/// <summary>The people, by name.</summary>
public sealed record PersonList(DateOnly AsOf, IReadOnlyList<PersonLine> People)
{
    /// <summary>Readers see everybody that is registered; the public those it may name who hold or held a seat that may be seen.</summary>
    public static PersonList Of(Viewpoint view, PersonOrder order = PersonOrder.Name)
    {
        var shown = view.Audience == Audience.Reader
            ? view.History.Persons.Keys.Select(p => view.History.Aliases.GetValueOrDefault(p, p)).Distinct()
            : PersonSeat.Shown(view, Tenures.All(view.History)).Select(s => s.Tenure.Held.Person).Concat(ActingSeat.Shown(view, Substitution.All(view.History)).Select(s => s.Acting.Substitute)).Distinct().Where(p => view.Names(p) && view.Card(p) is not { Erased: true });
        return new(view.AsOf, [.. shown.Select(p => PersonLine.Of(view, p)).OrderBy(p => p.Name, order == PersonOrder.FamilyName ? Alphabetical.ByFamilyName : Alphabetical.Order).ThenBy(p => p.Id.Value)]);
    }
}

/// <summary>A person with title and organisation on a day.</summary>
public sealed record PersonLine(PersonId Id, string Name, string? Title, string? Organisation)
{
    internal static PersonLine Of(Viewpoint view, PersonId id)
    {
        var role = view.Card(id)?.RoleOn(view.AsOf);
        return new(id, view.NameOf(id), role?.Title, role?.Organisation);
    }
}
