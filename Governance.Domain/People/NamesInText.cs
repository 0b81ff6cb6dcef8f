using System.Text;
using System.Text.RegularExpressions;

namespace Governance.Domain.People;

/// <summary>Finds names of persons in texts: in any case, however the words are spaced, and with the surname first.</summary>
public sealed class NamesInText
{
    private const RegexOptions Alike = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(1);

    private readonly Regex? any;
    private readonly Regex? alone;

    /// <param name="names">All that the person is called.</param>
    public NamesInText(IEnumerable<string> names)
    {
        var patterns = names.Select(Words).Where(w => w.Length > 0).SelectMany(Patterns).Distinct(StringComparer.Ordinal).ToList();
        if (patterns.Count == 0) return;
        any = new(string.Join('|', patterns), Alike, patience);
        alone = new($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', patterns.OrderByDescending(p => p.Length))})(?=s?(?![\p{{L}}\p{{N}}]))", Alike, patience);
    }

    /// <summary>Whether one of them stands there.</summary>
    public bool StandIn(string text) => any?.IsMatch(text.Normalize(NormalizationForm.FormC)) == true;

    /// <summary>The text with something else in their place, but where they are a part of another word.</summary>
    public string Without(string text, string instead) => alone?.Replace(text.Normalize(NormalizationForm.FormC), instead) ?? text;

    private static string[] Words(string name) => [.. name.Normalize(NormalizationForm.FormC).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)];

    private static IEnumerable<string> Patterns(string[] words) => words.Length == 1
        ? [words[0]]
        : [string.Join(@"\s+", words), $@"{words[^1]},\s*{string.Join(@"\s+", words[..^1])}"];
}
