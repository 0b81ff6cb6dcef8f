using System.Text;

namespace Governance.Api.Features.Chart;

/// <summary>Breaks text into lines by a rough idea of how wide letters are, since no font is at hand.</summary>
internal static class ChartText
{
    private const double Letter = 0.65;
    private const double Capital = 0.78;
    private const double Wide = 1.0;
    private const double Narrow = 0.4;

    /// <summary>Lines no wider than so many pixels at a size; words that are too long are broken, and of more lines the rest is left out.</summary>
    public static IReadOnlyList<string> Lines(string text, double size, int width, int most)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, size, width)))
        {
            if (line.Length > 0 && WidthOf($"{line} {word}") * size > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines.Count <= most ? lines : [.. lines.Take(most - 1), lines[most - 1] + " …"];
    }

    private static IEnumerable<string> Pieces(string word, double size, int width)
    {
        var piece = new StringBuilder();
        foreach (var rune in word.EnumerateRunes())
        {
            if (piece.Length > 0 && WidthOf($"{piece}{rune}-") * size > width)
            {
                yield return piece.Append('-').ToString();
                piece.Clear();
            }

            piece.Append(rune);
        }

        yield return piece.ToString();
    }

    private static double WidthOf(string text) => text.Sum(c => c switch
    {
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or '.' or ',' or '-' or '\'' or ' ' => Narrow,
        'm' or 'w' or 'M' or 'W' or 'æ' or 'Æ' => Wide,
        _ when char.IsUpper(c) => Capital,
        _ => Letter,
    });
}
