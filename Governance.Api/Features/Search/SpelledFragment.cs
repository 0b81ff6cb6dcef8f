using System.Text.RegularExpressions;
using Governance.Domain.Values;

namespace Governance.Api.Features.Search;

/// <summary>Marks words that are spelled otherwise than they were typed, which the index cannot.</summary>
internal static partial class SpelledFragment
{
    private const int WordsAround = 12;

    /// <summary>The title where it has such a word, else the text around the first; null where neither has one.</summary>
    public static IReadOnlyList<Fragment>? Of(string title, string text, Sentence asked)
    {
        var sought = asked.Begun.SelectMany(spellings => spellings).ToHashSet(StringComparer.Ordinal);
        bool IsHit(System.Text.RegularExpressions.Match word) => Spelling.AllOf(word.Value).Any(spelled => sought.Any(s => spelled.StartsWith(s, StringComparison.Ordinal)));
        if (Word().Matches(title).Where(IsHit).ToList() is { Count: > 0 } hits) return Marked(title, hits);
        var words = Word().Matches(text).ToList();
        if (words.FindIndex(IsHit) is not (>= 0 and var first)) return null;
        var around = words[Math.Max(0, first - WordsAround)..Math.Min(words.Count, first + WordsAround)];
        var (begin, end) = (around[0].Index, around[^1] == words[^1] ? text.Length : around[^1].Index + around[^1].Length);
        return [.. begin > 0 ? [new Fragment("… ", false)] : Array.Empty<Fragment>(), .. Marked(text[..end], around.FindAll(IsHit), begin), .. end < text.Length ? [new Fragment(" …", false)] : Array.Empty<Fragment>()];
    }

    private static List<Fragment> Marked(string text, List<System.Text.RegularExpressions.Match> hits, int from = 0)
    {
        var pieces = new List<Fragment>();
        foreach (var hit in hits)
        {
            if (hit.Index > from) pieces.Add(new(text[from..hit.Index], false));
            pieces.Add(new(hit.Value, true));
            from = hit.Index + hit.Length;
        }
        if (from < text.Length) pieces.Add(new(text[from..], false));
        return pieces;
    }

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
