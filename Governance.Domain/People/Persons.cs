using System.Collections.Immutable;

namespace Governance.Domain.People;

/// <summary>The people of a cluster as last known, by id. They stand outside the log and outside both times.</summary>
public sealed class Persons(ImmutableDictionary<PersonId, PersonCard> cards)
{
    /// <summary>Nobody is known.</summary>
    public static Persons None { get; } = new(ImmutableDictionary<PersonId, PersonCard>.Empty);

    /// <summary>Everybody, in no order; those that are merged into another are not among them.</summary>
    public IEnumerable<PersonCard> All => cards.Values;

    /// <summary>These people.</summary>
    public static Persons Of(IEnumerable<PersonCard> cards) => new(cards.ToImmutableDictionary(c => c.Id));

    /// <summary>These people in place of what was known of them; one merged into another is given as null.</summary>
    public Persons With(IEnumerable<KeyValuePair<PersonId, PersonCard?>> changed)
    {
        var after = cards.ToBuilder();
        foreach (var (id, card) in changed)
        {
            if (card is null) after.Remove(id);
            else after[id] = card;
        }
        return new(after.ToImmutable());
    }

    /// <summary>How many there are.</summary>
    public int Count => cards.Count;

    /// <summary>A person by the id that merges leave; null if nothing is known of them.</summary>
    public PersonCard? Find(PersonId id) => cards.GetValueOrDefault(id);
}
