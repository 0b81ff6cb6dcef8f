using System.Globalization;
using System.Text.RegularExpressions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>Reads a date as people write it and as it is shown, in either language: <c>15.6.2022</c>, <c>15. juni 2022</c>, <c>15 June 2022</c>, <c>6.2022</c>, <c>juni 2022</c>, <c>2022</c>, <c>senest 2022</c>, <c>ukjent dato</c>; also as it is stored.</summary>
public static partial class WrittenDate
{
    private const int LeastLetters = 3;

    /// <summary>The date; false where it is none, or a day that no month has.</summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        var written = Blanks().Replace(text.Trim(), " ");
        if (PartialDate.TryParseUncertain(written, out date)) return true;
        foreach (var language in Enum.GetValues<Language>())
        {
            if (!string.Equals(written, Wording.Date(PartialDate.Unknown, language), StringComparison.OrdinalIgnoreCase)) continue;
            date = PartialDate.Unknown;
            return true;
        }
        if (Latest().Match(written) is { Success: true } latest)
        {
            if (!TryParse(latest.Groups["date"].Value, out var known) || known.Certainty != Certainty.Known) return false;
            date = known.As(Certainty.AtLatest);
            return true;
        }
        var match = Numbers().Match(written) is { Success: true } numbers ? numbers : Words().Match(written);
        if (!match.Success || Month(match) is not { } month) return false;
        var day = match.Groups["day"].Value;
        var stored = day.Length == 0 ? $"{match.Groups["year"].Value}-{month:00}" : $"{match.Groups["year"].Value}-{month:00}-{day.PadLeft(2, '0')}";
        return PartialDate.TryParse(stored, CultureInfo.InvariantCulture, out date);
    }

    private static int? Month(Match match)
    {
        if (match.Groups["month"].Success) return int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture);
        var name = match.Groups["name"].Value;
        if (name.Length < LeastLetters) return null;
        return Enumerable.Range(1, 12).Where(m => Enum.GetValues<Language>().Any(l => Wording.Month(m, l).StartsWith(name, StringComparison.OrdinalIgnoreCase))).Select(m => (int?)m).FirstOrDefault();
    }

    [GeneratedRegex("[\\s\u00a0\u202f]+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Blanks();

    [GeneratedRegex("^((?<day>[0-9]{1,2})[./] ?)?(?<month>[0-9]{1,2})[./] ?(?<year>[0-9]{4})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Numbers();

    [GeneratedRegex("^((?<day>[0-9]{1,2})\\.? )?(?<name>\\p{L}+)\\.? (?<year>[0-9]{4})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Words();

    [GeneratedRegex("^(senest (?<date>.+)|(?<date>.+) at the latest)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 100)]
    private static partial Regex Latest();
}
