namespace Governance.Domain.Decisions.Drafting;

/// <summary>What a decision or an import document can make, each with ids of its own.</summary>
internal enum NewReferenceKind
{
    Body,
    Partner,
    Seat,
    Person,
    Decision,
}

/// <summary>Something made under a ref.</summary>
internal readonly record struct NewReference(NewReferenceKind Kind, Guid Id);

/// <summary>Refs to what is made in a decision, and in the import document around it.</summary>
internal sealed class Refs(Refs? around = null)
{
    private readonly Dictionary<string, NewReference> made = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> ids = [];

    public void Add(string? name, NewReferenceKind kind, Guid id)
    {
        ids.Add(id);
        if (name is not null) made[name] = new(kind, id);
    }

    public Guid? Find(string name, NewReferenceKind kind) =>
        made.TryGetValue(name, out var found) ? found.Kind == kind ? found.Id : null : around?.Find(name, kind);

    /// <summary>Whether an id was made here: it may be named before it stands on the timeline.</summary>
    public bool Holds(Guid id) => ids.Contains(id) || (around?.Holds(id) ?? false);

    /// <summary>The id behind each ref.</summary>
    public IReadOnlyDictionary<string, Guid> All => made.ToDictionary(m => m.Key, m => m.Value.Id, StringComparer.Ordinal);

    /// <summary>Makes what was made here known around.</summary>
    public void Publish()
    {
        foreach (var (name, thing) in made) around?.Add(name, thing.Kind, thing.Id);
    }
}
