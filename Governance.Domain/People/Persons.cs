using System.Collections.Immutable;
using Governance.Domain.Values;

namespace Governance.Domain.People;

/// <summary>The people of a cluster as last known, by id and by name. They stand outside the log and outside both times.</summary>
public sealed class Persons
{
    private readonly ImmutableDictionary<PersonId, PersonCard> cards;
    private readonly ImmutableDictionary<PersonId, PersonCard> merged;
    private readonly ImmutableDictionary<Name, ImmutableHashSet<PersonId>> named;

    private Persons(ImmutableDictionary<PersonId, PersonCard> cards, ImmutableDictionary<PersonId, PersonCard> merged, ImmutableDictionary<Name, ImmutableHashSet<PersonId>> named) =>
        (this.cards, this.merged, this.named) = (cards, merged, named);

    /// <summary>Nobody is known.</summary>
    public static Persons None { get; } = new(ImmutableDictionary<PersonId, PersonCard>.Empty, ImmutableDictionary<PersonId, PersonCard>.Empty, ImmutableDictionary<Name, ImmutableHashSet<PersonId>>.Empty);

    /// <summary>How many there are; those that are merged into another are not among them.</summary>
    public int Count => cards.Count;

    /// <summary>These people.</summary>
    public static Persons Of(IEnumerable<PersonCard> cards) => None.With(cards);

    /// <summary>These people in place of what was known of them.</summary>
    public Persons With(IEnumerable<PersonCard> changed)
    {
        var (after, aliases, names) = (cards.ToBuilder(), merged.ToBuilder(), named.ToBuilder());
        foreach (var card in changed)
        {
            if (after.Remove(card.Id, out var before)) names[before.Name] = names[before.Name].Remove(card.Id);
            (card.IsMerged ? aliases : after)[card.Id] = card;
            if (!card.IsMerged) names[card.Name] = names.GetValueOrDefault(card.Name, []).Add(card.Id);
        }
        return new(after.ToImmutable(), aliases.ToImmutable(), names.ToImmutable());
    }

    /// <summary>A person by the id that merges leave; null if nothing is known of them.</summary>
    public PersonCard? Find(PersonId id) => cards.GetValueOrDefault(id);

    /// <summary>What one who was merged into another was called; null for anybody else.</summary>
    public PersonCard? FindMerged(PersonId id) => merged.GetValueOrDefault(id);

    /// <summary>Those who bear a name, in no order.</summary>
    public IEnumerable<PersonCard> Named(Name name) => named.GetValueOrDefault(name, []).Select(id => cards[id]);
}
