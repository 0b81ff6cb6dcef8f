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
    private static readonly Phrase TermEnds = new("{0} sin periode i {1} går ut.", "The term of {0} in {1} ends.");
    private static readonly Phrase MandateEnds = new("Mandatet til {1} går ut.", "The mandate of {1} ends.");
    private static readonly Phrase IsDue = new("{1} skal ha levert: {0}", "{1} is due to deliver: {0}");
    private static readonly Phrase Deliverable = new("det som står i mandatet", "what its mandate says");

    /// <summary>All on the viewpoint's day and after it, by date: each as it will be on its own day, by what is decided.</summary>
    public static IReadOnlyList<AgendaItem> Of(Viewpoint view)
    {
        if (view.State is not { } state) return [];
        var standing = view.History.Chronicle.After(view.AsOf).Select(d => (Day: d.Date, State: d.After)).Prepend((Day: view.AsOf, State: state))
            .SelectMany(d => d.State.Living.Select(body => (d.Day, d.State, Body: body))).ToList();
        return [.. standing.SelectMany(s => Terms(view, s.State, s.Body, s.Day)).Concat(standing.SelectMany(s => Deadlines(view, s.Body))).DistinctBy(i => i.Key).Concat(Changes(view))
            .Where(i => i.Date.Last >= view.AsOf).OrderBy(i => i.Date.Last).ThenBy(i => i.Key, StringComparer.Ordinal)];
    }

    private static IEnumerable<AgendaItem> Terms(Viewpoint view, Cluster state, Body body, DateOnly day) =>
        from held in state.Seats(body, day)
        where held.Holder is { TermThrough: not null } && held.Seat.Description.ExOfficio is null && Foreseen.TermEnds(view.History, body.Id, held.Seat, held.Holder)
        let last = held.Holder!.TermThrough!.Value
        from item in Item(view, $"term-{held.Seat.Id}-{last}", last, TermEnds, view.NameOf(held.Holder.Person), body.Id)
        select item;

    private static IEnumerable<AgendaItem> Deadlines(Viewpoint view, Body body)
    {
        if (body.Mandate is not { } mandate) return [];
        return [
            .. mandate.ValidThrough is { } end && Foreseen.MandateHolds(view.History, body.Id, mandate, end.Last, m => m.ValidThrough == end)
                ? Item(view, $"mandate-{body.Id}-{mandate.Version}-{end}", end, MandateEnds, "", body.Id) : [],
            .. mandate.DueOn is { } due && Foreseen.MandateHolds(view.History, body.Id, mandate, due.Last, m => m.DueOn == due)
                ? Item(view, $"due-{body.Id}-{mandate.Version}-{due}", due, IsDue, mandate.Deliverable ?? Deliverable.In(view.Language), body.Id) : []];
    }

    private static IEnumerable<AgendaItem> Changes(Viewpoint view) => Timeline.Steps(view, new(From: view.AsOf.AddDays(1)))
        .Select(step => (step.Fact, Told: TimelineEntry.Of(view, step)))
        .Select(c => new AgendaItem($"change-{c.Fact.Decision}-{c.Fact.Revision}-{c.Fact.Index}", c.Told.Date.First, c.Told.Sentence, c.Told.Body));

    /// <summary>Told with the name that the body bears on the day itself, where it may be seen then.</summary>
    private static IEnumerable<AgendaItem> Item(Viewpoint view, string key, PartialDate date, Phrase sentence, string what, BodyId id) =>
        view.History.AsOf(date.Last) is { } then && then.LivingBody(id) is { } body && view.Sees(then, body)
            ? [new(key, date, string.Format(sentence.In(view.Language), what, view.NameOf(body.Names.Current)), view.Link(body))]
            : [];
}
