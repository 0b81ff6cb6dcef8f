using System.Globalization;

namespace Governance.Api.Features.Recording.Forms;

/// <summary>What a form sent: each field by its place in the decision, <c>changes[0].seats[1].role</c>.</summary>
public sealed class SentFields
{
    private const int MostItems = 500;

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public SentFields(IFormCollection form)
    {
        foreach (var (name, values) in form)
        {
            texts[name] = Clean(values[^1] ?? "");
            CountItems(name);
        }
    }

    /// <summary>What stands in a field, without blanks around it; empty where there is no such field.</summary>
    public string this[string path] => texts.GetValueOrDefault(path, "").Trim();

    /// <summary>What stands in a field, as it was written.</summary>
    public string Whole(string path) => texts.GetValueOrDefault(path, "");

    /// <summary>Whether anything was ticked or chosen there.</summary>
    public bool Has(string path) => texts.ContainsKey(path);

    /// <summary>How many items a list has.</summary>
    public int Count(string list) => counts.GetValueOrDefault(list);

    private void CountItems(string name)
    {
        for (var open = name.IndexOf('[', StringComparison.Ordinal); open >= 0; open = name.IndexOf('[', open + 1))
        {
            var close = name.IndexOf(']', open);
            if (close < 0 || !int.TryParse(name.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= MostItems) return;
            counts[name[..open]] = Math.Max(counts.GetValueOrDefault(name[..open]), index + 1);
        }
    }

    /// <summary>Line breaks as everywhere else, and no other control characters.</summary>
    private static string Clean(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(c => !char.IsControl(c) || c is '\n' or '\t'));
}
