using System.Text;
using System.Text.RegularExpressions;

namespace Governance.Domain.People;

/// <summary>Finds names of persons in texts: in any case, however the words are spaced, and with the surname first.</summary>
public sealed class NamesInText
{
    private readonly Regex? any;

    /// <param name="names">All that the person is called.</param>
    public NamesInText(IEnumerable<string> names)
    {
        var patterns = names.Select(Words).Where(w => w.Length > 0).SelectMany(Patterns).Distinct(StringComparer.Ordinal).ToList();
        if (patterns.Count > 0) any = new(string.Join('|', patterns), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    /// <summary>Whether one of them stands there.</summary>
    public bool StandIn(string text) => any?.IsMatch(text.Normalize(NormalizationForm.FormC)) == true;

    private static string[] Words(string name) => [.. name.Normalize(NormalizationForm.FormC).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)];

    private static IEnumerable<string> Patterns(string[] words) => words.Length == 1
        ? [words[0]]
        : [string.Join(@"\s+", words), $@"{words[^1]},\s*{string.Join(@"\s+", words[..^1])}"];
}
