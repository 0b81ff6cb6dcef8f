using System.Collections.Immutable;
using Governance.Domain.Values;

namespace Governance.Domain.People;

/// <summary>The people of a cluster as last known, by id and by name. They stand outside the log and outside both times.</summary>
public sealed class Persons
{
    private readonly ImmutableDictionary<PersonId, PersonCard> cards;
    private readonly ImmutableDictionary<Name, ImmutableHashSet<PersonId>> named;

    private Persons(ImmutableDictionary<PersonId, PersonCard> cards, ImmutableDictionary<Name, ImmutableHashSet<PersonId>> named) => (this.cards, this.named) = (cards, named);

    /// <summary>Nobody is known.</summary>
    public static Persons None { get; } = new(ImmutableDictionary<PersonId, PersonCard>.Empty, ImmutableDictionary<Name, ImmutableHashSet<PersonId>>.Empty);

    /// <summary>How many there are; those that are merged into another are not among them.</summary>
    public int Count => cards.Count;

    /// <summary>These people.</summary>
    public static Persons Of(IEnumerable<PersonCard> cards) => None.With(cards.Select(c => KeyValuePair.Create(c.Id, (PersonCard?)c)));

    /// <summary>These people in place of what was known of them; one merged into another is given as null.</summary>
    public Persons With(IEnumerable<KeyValuePair<PersonId, PersonCard?>> changed)
    {
        var (after, names) = (cards.ToBuilder(), named.ToBuilder());
        foreach (var (id, card) in changed)
        {
            if (after.Remove(id, out var before)) names[before.Name] = names[before.Name].Remove(id);
            if (card is null) continue;
            after[id] = card;
            names[card.Name] = names.GetValueOrDefault(card.Name, []).Add(id);
        }
        return new(after.ToImmutable(), names.ToImmutable());
    }

    /// <summary>A person by the id that merges leave; null if nothing is known of them.</summary>
    public PersonCard? Find(PersonId id) => cards.GetValueOrDefault(id);

    /// <summary>Those who bear a name, in no order.</summary>
    public IEnumerable<PersonCard> Named(Name name) => named.GetValueOrDefault(name, []).Select(id => cards[id]);
}
