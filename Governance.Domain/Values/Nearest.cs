namespace Governance.Domain.Values;

/// <summary>Which of several words somebody meant who wrote another.</summary>
public static class Nearest
{
    /// <summary>The word that takes the fewest letters to come to, without regard to case and signs; the first of several, null where none is like it.</summary>
    public static string? To(string written, IEnumerable<string> words)
    {
        var plain = Plain(written);
        var near = words.Select(word => (Word: word, Steps: Steps(plain, Plain(word)))).Where(w => w.Steps <= Math.Max(1, Math.Min(plain.Length, w.Word.Length) / 2)).ToList();
        return near.Count == 0 ? null : near.MinBy(w => w.Steps).Word;
    }

    private static string Plain(string word) => new([.. word.Take(100).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>How many letters must be put in, taken out or changed; one where the one is the beginning of the other.</summary>
    private static int Steps(string one, string other)
    {
        if (Math.Min(one.Length, other.Length) > 2 && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal))) return 1;
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
