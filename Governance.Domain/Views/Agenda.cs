using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>A day to keep in mind: a term or a mandate that ends, a deliverable that is due, a change that takes effect.</summary>
/// <param name="Key">The same whenever it is asked for, for as long as it is to come on that day.</param>
/// <param name="Date">An end is on its last day, inclusive; a change on the first day it holds.</param>
public sealed record AgendaItem(string Key, PartialDate Date, string Sentence, BodyLink? Body);

/// <summary>What is to come, as far as it may be seen.</summary>
public static class Agenda
{
    private static readonly Phrase TermEnds = new("{0} er valgt i {1} til og med i dag.", "The term of {0} in {1} ends today.");
    private static readonly Phrase MandateEnds = new("Mandatet til {1} gjelder til og med i dag.", "The mandate of {1} ends today.");
    private static readonly Phrase IsDue = new("{1} skal ha levert: {0}", "{1} is due to deliver: {0}");
    private static readonly Phrase Deliverable = new("det som står i mandatet", "what its mandate says");

    /// <summary>All on the viewpoint's day and after it, by date.</summary>
    public static IReadOnlyList<AgendaItem> Of(Viewpoint view)
    {
        if (view.State is not { } state) return [];
        var bodies = state.Living.Where(b => view.Sees(state, b)).ToList();
        return [.. bodies.SelectMany(b => Terms(view, state, b)).Concat(bodies.SelectMany(b => Deadlines(view, b))).Concat(Changes(view))
            .Where(i => i.Date.Last >= view.AsOf).OrderBy(i => i.Date.Last).ThenBy(i => i.Key, StringComparer.Ordinal)];
    }

    // Where it is told that somebody leaves or is elected anew, that change is what is to come, and not the end of the term.
    private static IEnumerable<AgendaItem> Terms(Viewpoint view, Cluster state, Body body) =>
        from held in state.Seats(body, view.AsOf)
        where held.Holder?.Term is not null && held.Seat.Description.ExOfficio is null
            && !view.Last!.Bodies[body.Id].Departures.ContainsKey((held.Seat.Id, held.Holder.Person, held.Holder.From.First))
        let through = held.Holder.Term!.Through
        select Item(view, $"term-{held.Seat.Id}-{through}", through, TermEnds, view.NameOf(held.Holder.Person), body);

    private static IEnumerable<AgendaItem> Deadlines(Viewpoint view, Body body)
    {
        if (body.Mandate is not { } mandate) yield break;
        if (mandate.ValidThrough is { } end) yield return Item(view, $"mandate-{body.Id}-{mandate.Version}-{end}", end, MandateEnds, "", body);
        if (mandate.DueOn is { } due) yield return Item(view, $"due-{body.Id}-{mandate.Version}-{due}", due, IsDue, mandate.Deliverable ?? Deliverable.In(view.Language), body);
    }

    private static IEnumerable<AgendaItem> Changes(Viewpoint view) => Timeline.Steps(view, new(From: view.AsOf.AddDays(1)))
        .Select(step => (step.Fact, Told: TimelineEntry.Of(view, step)))
        .Select(c => new AgendaItem($"change-{c.Fact.Decision}-{c.Fact.Revision}-{c.Fact.Index}", c.Told.Date.First, c.Told.Sentence, c.Told.Body));

    private static AgendaItem Item(Viewpoint view, string key, PartialDate date, Phrase sentence, string what, Body body) =>
        new(key, date, string.Format(sentence.In(view.Language), what, view.NameOf(body.Names.Current)), view.Link(body));
}
