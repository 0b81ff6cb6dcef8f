namespace Governance.Api.Features.Recording.Forms;

/// <summary>Something to choose by its label.</summary>
/// <param name="Key">An id, or <c>#ref</c> of what the decision itself makes.</param>
/// <param name="IsName">Whether the label is simply its name, which the register reads itself.</param>
public sealed record Named(string Key, string Label, bool IsName = false)
{
    /// <summary>Whether it is there to be named where it stands already, and not to be chosen.</summary>
    public bool IsGone { get; init; }
}

/// <summary>Labels to choose from, each for one thing alone.</summary>
public sealed class NameList
{
    private readonly Dictionary<string, Named> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Named> byLabel = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="wanted">Where two have one label, the later one's says which it is.</param>
    public NameList(IEnumerable<Named> wanted)
    {
        foreach (var item in wanted)
        {
            if (byKey.ContainsKey(item.Key)) continue;
            if (item.IsGone)
            {
                byKey.Add(item.Key, item);
                continue;
            }

            var (named, again) = (item, 1);
            while (!byLabel.TryAdd(named.Label, named)) named = item with { Label = $"{item.Label} ({++again})", IsName = false };
            byKey.Add(item.Key, named);
        }
    }

    /// <summary>None.</summary>
    public static NameList Empty { get; } = new([]);

    /// <summary>Those that can be chosen, in the order they came.</summary>
    public IEnumerable<Named> All => byKey.Values.Where(n => !n.IsGone);

    /// <summary>The label of a key; null for anything else.</summary>
    public string? LabelOf(string key) => byKey.GetValueOrDefault(key)?.Label;

    /// <summary>The key of a label; null for anything else.</summary>
    public string? KeyOf(string label) => byLabel.GetValueOrDefault(label)?.Key;

    /// <summary>What a text means: the key of a label that is no name, else the text itself.</summary>
    public string Meaning(string text) => byLabel.GetValueOrDefault(text) is { IsName: false } named ? named.Key : text;
}
