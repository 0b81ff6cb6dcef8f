using System.Globalization;
using System.Text;

namespace Governance.Domain.Values;

/// <summary>How a text is typed where letters are lacking, in every way that is in use: Ålesund as alesund and as aalesund.</summary>
public static class Spelling
{
    private const int Ways = 3;

    // Letters that no accent makes, and those that have other spellings than the one without the accent.
    private static readonly Dictionary<char, string[]> letters = new()
    {
        ['å'] = ["a", "aa"],
        ['ø'] = ["o", "oe"],
        ['æ'] = ["ae", "a"],
        ['ä'] = ["a", "ae"],
        ['ö'] = ["o", "oe"],
        ['ü'] = ["u", "y", "ue"],
        ['đ'] = ["d", "dj"],
        ['ŋ'] = ["n", "ng"],
        ['ŧ'] = ["t", "th"],
        ['ð'] = ["d"],
        ['þ'] = ["th"],
        ['ß'] = ["ss"],
        ['ł'] = ["l"],
        ['œ'] = ["oe"],
    };

    /// <summary>The spellings in small letters, each once, without the one that the text has itself.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var written = Small(text);
        if (Ascii.IsValid(written)) return [];
        return [.. Enumerable.Range(0, Ways).Select(way => In(way, written)).Distinct(StringComparer.Ordinal).Where(spelled => spelled != written)];
    }

    /// <summary>The text in small letters, and its spellings.</summary>
    public static IReadOnlyList<string> AllOf(string text) => [Small(text), .. Of(text)];

    /// <summary>Whether a text holds another, however the two are spelled.</summary>
    public static bool Holds(string text, string sought) => Holds(text, AllOf(sought));

    /// <inheritdoc cref="Holds(string, string)"/>
    /// <param name="sought">The spellings of the other.</param>
    public static bool Holds(string text, IReadOnlyList<string> sought) => AllOf(text).Any(spelled => sought.Any(s => spelled.Contains(s, StringComparison.Ordinal)));

    /// <summary>Whether two texts are the same, however they are spelled.</summary>
    public static bool Same(string text, string other) => AllOf(text).Intersect(AllOf(other), StringComparer.Ordinal).Any();

    private static string Small(string text) => text.Normalize(NormalizationForm.FormC).ToLowerInvariant();

    private static string In(int way, string written)
    {
        var spelled = new StringBuilder(written.Length);
        foreach (var letter in written)
        {
            if (char.IsAscii(letter)) spelled.Append(letter);
            else if (letters.TryGetValue(letter, out var ways)) spelled.Append(ways[Math.Min(way, ways.Length - 1)]);
            else spelled.Append(WithoutAccent(letter));
        }
        return spelled.ToString();
    }

    private static string WithoutAccent(char letter) =>
        char.IsSurrogate(letter) ? letter.ToString() : string.Concat(letter.ToString().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
}
