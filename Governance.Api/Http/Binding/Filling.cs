namespace Governance.Api.Http.Binding;

/// <summary>The values of a record's members while they are being read.</summary>
internal sealed class Filling(IReadOnlyList<RecordMember> members)
{
    private readonly object?[] values = [.. members.Select(member => member.Default)];
    private readonly bool[] seen = new bool[members.Count];
    private readonly bool[] given = new bool[members.Count];

    public ReadOnlySpan<object?> Values => values;

    /// <summary>The members that say something, be it wrong.</summary>
    public IReadOnlySet<string> Given => members.Where((_, slot) => given[slot]).Select(member => member.Word).ToHashSet(StringComparer.Ordinal);

    public bool IsSound { get; private set; } = true;

    public bool IsSeen(int slot) => seen[slot];

    /// <summary>It stood there, but as if absent.</summary>
    public void See(int slot) => seen[slot] = true;

    /// <summary>It has this value; null is a fault.</summary>
    public void Set(int slot, object? value)
    {
        (seen[slot], given[slot], values[slot]) = (true, true, value);
        IsSound &= value is not null;
    }

    /// <summary>It cannot become a record.</summary>
    public void Spoil() => IsSound = false;

    /// <summary>It has to be given, and was not.</summary>
    public bool IsMissing(int slot) => members[slot].IsRequired && !given[slot];
}
