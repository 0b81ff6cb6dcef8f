using System.Collections.Immutable;
using System.Text;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>A name that stands in a text, and what it means there.</summary>
/// <param name="Start">Where it begins in the text after NFC.</param>
/// <param name="Word">As it stands there, with its ending.</param>
public readonly record struct Mention<T>(int Start, string Word, Name Name, T Means);

/// <summary>What texts of a certain date mean: names are found as whole words, the longest first, in any case, with the endings -n -en -et -a -ene and -s, which take the place of a last -e.</summary>
public sealed class Mentions<T>(IEnumerable<(Name Name, T Means)> names)
{
    private static readonly ImmutableArray<string> Endings = ["", "n", "en", "et", "a", "ene"];
    private static readonly ImmutableArray<string> EndingsForE = ["e", "en", "et", "a", "ene"];

    private readonly ImmutableArray<IGrouping<Name, T>> longestFirst = [.. names.GroupBy(n => n.Name, n => n.Means).OrderByDescending(n => n.Key.Text.Length)];

    /// <summary>The names in a text, in its order. One that several things bear means all of them.</summary>
    public IReadOnlyList<Mention<T>> In(string text)
    {
        var nfc = text.Normalize(NormalizationForm.FormC);
        var found = new List<Mention<T>>();
        foreach (var name in longestFirst)
            foreach (var (start, length) in Places(nfc, name.Key.Text))
                if (!found.Exists(m => m.Start < start + length && start < m.Start + m.Word.Length))
                    found.AddRange(name.Select(means => new Mention<T>(start, nfc.Substring(start, length), name.Key, means)));
        return [.. found.OrderBy(m => m.Start)];
    }

    private static List<(int Start, int Length)> Places(string text, string name)
    {
        var dropsE = name.Length > 1 && name[^1] is 'e' or 'E';
        var (stem, endings) = dropsE ? (name[..^1], EndingsForE) : (name, Endings);
        var places = new List<(int, int)>();
        for (var at = text.IndexOf(stem, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(stem, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && End(text, at + stem.Length, endings) is { } end)
                places.Add((at, end - at));
        return places;
    }

    /// <summary>Where the word ends after one of the endings, perhaps in the genitive; null if it goes on otherwise.</summary>
    private static int? End(string text, int at, ImmutableArray<string> endings)
    {
        var rest = text.AsSpan(at);
        var length = 0;
        while (length < rest.Length && char.IsLetterOrDigit(rest[length])) length++;
        var ending = rest[..length];
        foreach (var one in endings)
            if (ending.Equals(one, StringComparison.OrdinalIgnoreCase) || ending.Length == one.Length + 1 && ending[^1] is 's' or 'S' && ending.StartsWith(one, StringComparison.OrdinalIgnoreCase))
                return at + length;
        return null;
    }
}

/// <summary>What texts mean by the names of bodies.</summary>
public static class Mentions
{
    /// <summary>What a text means whose date ends in this state: the bodies that exist then, by both names.</summary>
    public static Mentions<BodyId> Of(Cluster atEndOfDate) => new(
        from body in atEndOfDate.Living
        from name in ((Name?[])[body.Name, body.Names.Current.NameEn]).OfType<Name>().Distinct()
        select (name, body.Id));
}
