namespace Governance.Api.Http.Binding;

/// <summary>The values of a record's members while they are being read.</summary>
internal sealed class Filling(IReadOnlyList<Member> members)
{
    private readonly object?[] values = [.. members.Select(member => member.Default)];
    private readonly bool[] seen = new bool[members.Count];
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    public ReadOnlySpan<object?> Values => values;

    /// <summary>The members that say something, be it wrong.</summary>
    public IReadOnlySet<string> Given => given;

    public bool IsSound { get; private set; } = true;

    public int Slot(string word)
    {
        for (var i = 0; i < members.Count; i++)
            if (members[i].Word == word) return i;
        return -1;
    }

    public bool IsSeen(int slot) => seen[slot];

    /// <summary>It stood there, but as if absent.</summary>
    public void See(int slot) => seen[slot] = true;

    /// <summary>It has this value; null is a fault.</summary>
    public void Set(int slot, object? value)
    {
        seen[slot] = true;
        given.Add(members[slot].Word);
        IsSound &= value is not null;
        values[slot] = value;
    }

    /// <summary>It cannot become a record.</summary>
    public void Spoil() => IsSound = false;

    public IEnumerable<Member> Missing() => members.Where(member => member.IsRequired && !given.Contains(member.Word));
}
