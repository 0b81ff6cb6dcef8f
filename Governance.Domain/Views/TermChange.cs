using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>A term of somebody who sits before and after that becomes another one. The last days are inclusive; absent where there is no term.</summary>
/// <param name="Person">Absent where they may not be named.</param>
public sealed record TermChange(BodyLink Body, SeatId Seat, PersonLink? Person, PartialDate? Before, PartialDate? After, string Sentence)
{
    /// <summary>Every term that facts change, from what another history says to what the viewpoint's own says; each once, oldest first.</summary>
    public static IReadOnlyList<TermChange> Of(ClusterHistory before, Viewpoint after, IReadOnlyCollection<Fact> facts)
    {
        var bodies = facts.Select(f => f.Event).OfType<CompositionEvent>().Select(e => e.Body).ToHashSet();
        if (bodies.Count == 0) return [];
        var first = facts.Min(f => f.From.First);
        var days = after.History.Chronicle.Days.Where(d => d.Date >= first && d.Facts.Any(f => f.Event is BodyEvent e && bodies.Contains(e.Body))).Select(d => d.Date);
        return [.. days.SelectMany(day => bodies.SelectMany(id => On(day, before, after, id))).Distinct()];
    }

    private static IEnumerable<TermChange> On(DateOnly day, ClusterHistory before, Viewpoint after, BodyId id)
    {
        if (before.AsOf(day)?.LivingBody(id) is not { } was || after.History.AsOf(day)?.LivingBody(id) is not { } now) yield break;
        foreach (var (seat, holder) in Sitting(now, day))
        {
            var held = Sitting(was, day).Where(s => s.Holder.Person == holder.Person && s.Seat.Group == seat.Group).OrderByDescending(s => s.Seat.Id == seat.Id).FirstOrDefault();
            if (held.Holder is null || held.Holder.TermThrough == holder.TermThrough) continue;
            var person = after.Names(holder.Person) ? new PersonLink(holder.Person, after.NameOf(holder.Person)) : null;
            yield return new(after.Link(now), seat.Id, person, held.Holder.TermThrough, holder.TermThrough, Tell(after, now, seat, holder, held.Holder.TermThrough));
        }
    }

    private static IEnumerable<(Seat Seat, Appointment Holder)> Sitting(Body body, DateOnly day) =>
        body.Seats.Where(s => s.Description.ExOfficio is null).SelectMany(s => s.Sitters(day, body.Rules).Select(h => (s, h)));

    private static string Tell(Viewpoint view, Body body, Seat seat, Appointment holder, PartialDate? was)
    {
        var (person, where) = (view.NameOf(holder.Person), view.NameOf(body.Names.Current));
        var role = holder.Title ?? seat.Description.Title ?? Vocabulary.Of(seat.Role).In(view.Language);
        var source = holder.Term?.Source == TermSource.Rule ? $" ({Vocabulary.ByTheRules.In(view.Language)})" : "";
        var (old, now) = (Date(was), Date(holder.TermThrough));
        return (was, holder.TermThrough) switch
        {
            (null, _) => view.Say($"{person}, {role} i {where}, får en periode til og med {now}{source}.", $"{person}, {role} of {where}, gets a term through {now}{source}."),
            (_, null) => view.Say($"{person}, {role} i {where}, har ikke lenger noen periode, før til og med {old}.", $"{person}, {role} of {where}, no longer has a term, formerly through {old}."),
            _ => view.Say($"Perioden til {person} som {role} i {where} varer til og med {now}{source}, ikke {old}.", $"The term of {person} as {role} of {where} runs through {now}{source}, not {old}."),
        };

        string Date(PartialDate? date) => date is { } known ? Wording.Date(known, view.Language) : "";
    }
}
