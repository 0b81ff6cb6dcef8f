using System.Text.Json.Serialization;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>Who looks.</summary>
[JsonConverter(typeof(KebabCase<Audience>))]
public enum Audience
{
    /// <summary>Everybody: without what is internal and without the unlisted.</summary>
    Public,

    /// <summary>Those with role reader.</summary>
    Reader,
}

/// <summary>What a view is made from: a history as known at some moment, a day, the people as last known, who looks, and in which language.</summary>
public sealed record Viewpoint(ClusterHistory History, DateOnly AsOf, Persons Persons, Audience Audience, Language Language)
{
    /// <summary>The state on the day; null before the founding.</summary>
    public Cluster? State => History.AsOf(AsOf);

    /// <summary>The state after all that is known, days to come included; null before the founding is known.</summary>
    public Cluster? Last => History.AsOf(DateOnly.MaxValue);

    /// <summary>Whether a body may be seen in a state: neither it nor any body above it is internal, or a reader looks.</summary>
    public bool Sees(Cluster state, Body body)
    {
        if (Audience == Audience.Reader) return true;
        var seen = new HashSet<BodyId>();
        for (Body? next = body; next is not null && seen.Add(next.Id); next = next.Parent is { } parent ? state.Bodies.GetValueOrDefault(parent) : null)
            if (next.Visibility == Visibility.Internal) return false;
        return true;
    }

    /// <summary>Whether a body may be seen on every day on which a revision takes effect; one that stands nowhere else is looked up in the revision itself.</summary>
    public bool Sees(BodyId id, Revision revision)
    {
        if (Audience == Audience.Reader) return true;
        var days = revision.Facts.Select(f => f.From.First).Append(revision.Head.DecidedOn.First).Distinct();
        var states = days.Select(History.AsOf).OfType<Cluster>().Where(s => s.Bodies.ContainsKey(id)).ToList();
        if (states.Count > 0) return states.TrueForAll(s => Sees(s, s.Bodies[id]));
        return revision.Facts.Select(f => f.Event).OfType<BodyEstablished>().FirstOrDefault(e => e.Body == id) is { Visibility: Visibility.Public } made
            && (made.Parent is not { } parent || Sees(parent, revision));
    }

    /// <summary>A decision as it may be told of; null when it is internal and not a reader looks.</summary>
    public DecisionHead? Head(DecisionId id) =>
        History.Decisions.TryGetValue(id, out var decision) && (Audience == Audience.Reader || decision.Current.Head.Visibility == Visibility.Public) ? decision.Current.Head : null;

    /// <summary>Whom an id stands for after merges; null if nothing is known of them.</summary>
    public PersonCard? Card(PersonId person) => Persons.Find(History.Aliases.GetValueOrDefault(person, person));

    /// <summary>Those who were merged into a person, as they were called, where that may be told.</summary>
    public IEnumerable<PersonCard> MergedInto(PersonId person) =>
        History.Aliases.Where(a => a.Value == person).Select(a => Persons.FindMerged(a.Key)).OfType<PersonCard>().Where(p => !p.Erased && (Audience == Audience.Reader || !p.Unlisted));

    /// <summary>Whether a person may be named.</summary>
    public bool Names(PersonId person) => Audience == Audience.Reader || Card(person) is not { Unlisted: true };

    /// <summary>What a person is called, or what stands in place of a name.</summary>
    public string NameOf(PersonId person) => Card(person) switch
    {
        { Erased: true } => Vocabulary.ErasedPerson.In(Language),
        { Unlisted: true } when Audience == Audience.Public => Vocabulary.UnlistedPerson.In(Language),
        { } card => card.Name.Text,
        null => Vocabulary.UnknownPerson.In(Language),
    };

    /// <summary>Names in the language of the view; where there is no English one, the Norwegian.</summary>
    public string NameOf(NamePeriod names) => NameOf(names.Name, names.NameEn);

    /// <inheritdoc cref="NameOf(NamePeriod)"/>
    public string NameOf(Name name, Name? nameEn) => (Language == Language.En ? nameEn ?? name : name).Text;

    /// <summary>The one of two texts that is in the language of the view.</summary>
    internal string Say(string nb, string en) => new Phrase(nb, en).In(Language);

    /// <summary>A body by its name in a state.</summary>
    public BodyLink Link(Body body) => new(body.Id, NameOf(body.Names.Current));

    /// <summary>A body by its name as it is shown.</summary>
    internal BodyLink Link(BodyOnDay body) => new(body.Id, NameOf(body.Name, body.NameEn));

    /// <summary>A partner by its name in a state.</summary>
    public PartnerLink Link(Partner partner) => new(partner.Id, NameOf(partner.Names.Current));

    /// <summary>A decision by what it is known as; null where it may not be told of.</summary>
    public DecisionLink? Link(DecisionId id) => Head(id) is { } head ? new(id, head.CaseNumber, head.Title, head.DecidedOn) : null;
}
