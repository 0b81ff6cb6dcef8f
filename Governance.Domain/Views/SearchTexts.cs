using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Mandates;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>What a search can find.</summary>
[JsonConverter(typeof(KebabCase<SearchKind>))]
public enum SearchKind
{
    /// <summary>A decision, by its revision that holds.</summary>
    Decision,

    /// <summary>A body, by any name it bore.</summary>
    Body,

    /// <summary>A person, by the name they have now, or one that was merged into it.</summary>
    Person,

    /// <summary>A partner, by any name it bore.</summary>
    Partner,

    /// <summary>A mandate, by its points, purpose and deliverable; its id is its body's.</summary>
    Mandate,
}

/// <summary>A text by which something is found, as known now. <c>Through</c> is the last day on which a name or mandate held, inclusive.</summary>
/// <param name="Part">Tells the texts of one thing apart.</param>
/// <param name="Title">Counts for more than <paramref name="Text"/>.</param>
/// <param name="From">The day concerned; null for a person.</param>
/// <param name="ForReaders">Holds what the public is never told, whatever the thing itself is.</param>
public sealed record SearchText(SearchKind Kind, Guid Id, int Part, string Title, string Text, PartialDate? From, PartialDate? Through = null, bool ForReaders = false)
{
    /// <summary>Both texts as they are typed where letters are lacking; empty where all letters are plain.</summary>
    public string Spelled => string.Join('\n', Spelling.Of($"{Title}\n{Text}"));
}

/// <summary>Everything that can be found, or what of it some acts concern.</summary>
public static class SearchTexts
{
    /// <summary>The ids of what acts may have given other texts, or taken them from.</summary>
    public static IReadOnlySet<Guid> Touched(ClusterHistory history, IEnumerable<RecordedAct> acts) => acts.SelectMany(act => act.Event switch
    {
        DecisionRecorded e => Touched(history.Decisions[e.Decision]),
        DecisionCorrected e => Touched(history.Decisions[e.Decision]),
        DecisionAnnulled e => Touched(history.Decisions[e.Decision]),
        TextRedacted { Decision: { } decision } => Touched(history.Decisions[decision]),
        PersonRegistered e => [e.Person.Value],
        PersonUpdated e => [history.Aliases.GetValueOrDefault(e.Person, e.Person).Value],
        PersonMerged e => [e.Person.Value, history.Aliases[e.Person].Value],
        PersonErased e => [history.Aliases.GetValueOrDefault(e.Person, e.Person).Value],
        _ => Enumerable.Empty<Guid>(),
    }).ToHashSet();

    /// <summary>The texts of these, or of all.</summary>
    public static IEnumerable<SearchText> Of(ClusterHistory history, Persons persons, IReadOnlySet<Guid>? ids)
    {
        if (history.AsOf(DateOnly.MaxValue) is not { } last) return [];
        return [
            .. Those(history.Decisions, id => new(id), ids).SelectMany(Decision),
            .. Those(last.Bodies, id => new(id), ids).SelectMany(b => Named(SearchKind.Body, b.Id.Value, b.Names)),
            .. Those(last.Partners, id => new(id), ids).SelectMany(p => Named(SearchKind.Partner, p.Id.Value, p.Names)),
            .. Persons(history, persons, ids),
            .. Mandates(history, ids)];
    }

    private static IEnumerable<Guid> Touched(RecordedDecision decision) => [
        decision.Id.Value, .. decision.Registered.Select(p => p.Value),
        .. decision.Revisions.SelectMany(r => r.Facts).SelectMany(f => f.Event switch { BodyEvent e => [e.Body.Value], PartnerEvent e => [e.Partner.Value], _ => Enumerable.Empty<Guid>() })];

    private static IEnumerable<TThing> Those<TId, TThing>(ImmutableDictionary<TId, TThing> all, Func<Guid, TId> idOf, IReadOnlySet<Guid>? ids) where TId : notnull where TThing : class =>
        ids is null ? all.Values : ids.Select(id => all.GetValueOrDefault(idOf(id))).OfType<TThing>();

    private static IEnumerable<SearchText> Decision(RecordedDecision decision)
    {
        var head = decision.Current.Head;
        string Lines(params string?[] lines) => string.Join('\n', lines.Where(l => l is not null));
        var told = new SearchText(SearchKind.Decision, decision.Id.Value, 0, Lines(head.CaseNumber, head.Title), Lines(head.Text, head.DecidedByText), head.DecidedOn);
        return head.Note is null ? [told] : [told, told with { Part = 1, Text = Lines(head.Text, head.DecidedByText, head.Note), ForReaders = true }];
    }

    private static IEnumerable<SearchText> Persons(ClusterHistory history, Persons persons, IReadOnlySet<Guid>? ids)
    {
        var merged = history.Aliases.Keys.ToLookup(a => history.Aliases[a]);
        foreach (var id in ids is null ? history.Persons.Keys : ids.Select(id => new PersonId(id)))
        {
            if (persons.Find(id) is not { Erased: false } person) continue;
            yield return new(SearchKind.Person, id.Value, 0, person.Name.Text, "", null);
            var former = merged[id].OrderBy(a => a.Value).Select(persons.FindMerged).OfType<PersonCard>().Where(p => !p.Erased && !p.Name.Equals(person.Name));
            foreach (var (part, alias) in former.DistinctBy(p => p.Name).Index())
                yield return new(SearchKind.Person, id.Value, part + 1, alias.Name.Text, "", null, ForReaders: alias.Unlisted);
        }
    }

    private static IEnumerable<SearchText> Named(SearchKind kind, Guid id, Names names) => names.All.SelectMany((n, i) => new[] { n.Name, n.NameEn }.OfType<Name>().Distinct()
        .Select((name, other) => new SearchText(kind, id, 2 * i + other, name.Text, "", n.Period.From, n.Period.Through)));

    private static IEnumerable<SearchText> Mandates(ClusterHistory history, IReadOnlySet<Guid>? ids)
    {
        var open = new Dictionary<BodyId, Mandate>();
        foreach (var day in history.Chronicle.Days)
            foreach (var fact in day.Facts)
            {
                // Seen again on the same day it is as it was left.
                if (fact.Event is not BodyEvent { Body: var body } || ids?.Contains(body.Value) == false) continue;
                var now = day.After.LivingBody(body)?.Mandate;
                if (open.Remove(body, out var was) && was.Version != now?.Version) yield return Text(body, was, fact.From.Previous);
                if (now is not null) open[body] = now;
            }
        foreach (var (body, mandate) in open) yield return Text(body, mandate, null);

        static SearchText Text(BodyId body, Mandate mandate, PartialDate? through) =>
            new(SearchKind.Mandate, body.Value, mandate.Version, "", string.Join('\n', mandate.Texts), mandate.From, through);
    }
}
