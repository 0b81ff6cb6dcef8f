using System.Globalization;
using System.Text;

namespace Governance.Domain.Values;

/// <summary>Tells texts that show as they are written from those that hide something: characters that cannot be seen, or that turn the order of others.</summary>
public static class VisibleText
{
    /// <summary>What some scripts are written with: joiners, and marks of direction.</summary>
    private static readonly int[] ofScripts = [0x200C, 0x200D, 0x061C, 0x200E, 0x200F, .. Enumerable.Range(0x202A, 5), .. Enumerable.Range(0x2066, 4)];

    /// <summary>Letters and symbols by their category, which are blank all the same: Hangul fillers and the empty Braille pattern.</summary>
    private static readonly int[] blanks = [0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800];

    /// <summary>Whether something of it can be seen.</summary>
    public static bool Shows(string text) => text.EnumerateRunes().Any(rune => !IsHidden(rune) && !IsOfScript(rune) && !Rune.IsWhiteSpace(rune) && !IsMark(rune));

    /// <summary>Whether it is one line that can be seen, without control or formatting characters.</summary>
    public static bool IsLine(string text) => IsName(text) && !text.EnumerateRunes().Any(IsOfScript);

    /// <summary>The same, where joiners and marks of direction are let through, which some scripts are written with.</summary>
    public static bool IsName(string text) => Shows(text) && !text.EnumerateRunes().Any(IsHidden);

    /// <summary>A name without its marks of direction, fit to stand before other text, whose order they would turn.</summary>
    public static string Undirected(string name) => string.Concat(name.EnumerateRunes().Where(rune => !IsHidden(rune) && !IsOfScript(rune)));

    /// <summary>The same for texts that look the same, but for letters of different scripts: without regard to case, width, blanks and joiners.</summary>
    public static string LikenessOf(string text) =>
        string.Join(' ', Undirected(text.Normalize(NormalizationForm.FormKC)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    private static bool IsOfScript(Rune rune) => Array.IndexOf(ofScripts, rune.Value) >= 0;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsHidden(Rune rune) =>
        Array.IndexOf(blanks, rune.Value) >= 0
        || (!IsOfScript(rune) && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
