using System.Text;

namespace Governance.Api.Features.Search;

/// <summary>A piece of a text as it is written, and whether it is what was searched for. It is text, not markup.</summary>
public sealed record Fragment(string Text, bool Hit)
{
    /// <summary>How a title is marked: all of it.</summary>
    internal const string Whole = "StartSel=\uE000, StopSel=\uE001, HighlightAll=true";

    /// <summary>How a longer text is: in parts.</summary>
    internal const string Parts = "StartSel=\uE000, StopSel=\uE001, MaxFragments=2, MaxWords=25, MinWords=8, FragmentDelimiter=\" … \"";

    private const char Begins = '\uE000';
    private const char Ends = '\uE001';

    /// <summary>The text where it has a hit, else the title where that has one; null where neither has.</summary>
    internal static IReadOnlyList<Fragment>? Of(string title, string text) =>
        text.Contains(Begins, StringComparison.Ordinal) ? Of(text) : title.Contains(Begins, StringComparison.Ordinal) ? Of(title) : null;

    /// <summary>The title, or the text where there is none.</summary>
    internal static IReadOnlyList<Fragment> Unmarked(string title, string text) => Of(title.Length == 0 ? text : title);

    private static List<Fragment> Of(string marked)
    {
        var pieces = new List<Fragment>();
        var (piece, hit) = (new StringBuilder(), false);
        foreach (var character in marked)
        {
            if (character is not (Begins or Ends))
            {
                piece.Append(AsWritten(character));
                continue;
            }
            if (piece.Length > 0) pieces.Add(new(piece.ToString(), hit));
            piece.Clear();
            hit = character == Begins;
        }
        if (piece.Length > 0) pieces.Add(new(piece.ToString(), hit));
        return pieces;
    }

    private static char AsWritten(char character) => character switch
    {
        '\uE002' => '<',
        '\uE003' => '>',
        '\uE004' => '&',
        _ => character,
    };
}
