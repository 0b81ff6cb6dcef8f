using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Governance.Api.Features.Recording.Forms;
using Governance.Domain.Time;

namespace Governance.Api.Features.Recording.Entries;

/// <summary>A date as people write it: <c>15.6.2022</c>, <c>6.2022</c>, <c>2022</c>, or as it is stored.</summary>
public sealed partial class DateEntry : Entry
{
    public override JsonNode? Read(SentFields sent, string path, Known known) => Text(Stored(sent[path]));

    public override Control Show(JsonNode? value, string path, Known known) => new Line(path, Written(TextOf(value))) { IsShort = true };

    /// <summary>The date that was typed; null where it is none.</summary>
    public static PartialDate? Of(string typed) => PartialDate.TryParse(Stored(typed.Trim()), null, out var date) ? date : null;

    /// <summary><c>15.6.2022</c> as <c>2022-06-15</c>; anything else as it is.</summary>
    private static string Stored(string typed)
    {
        if (Written().Match(typed) is not { Success: true } match) return typed;
        var (day, month, year) = (match.Groups["day"].Value, match.Groups["month"].Value.PadLeft(2, '0'), match.Groups["year"].Value);
        return day.Length == 0 ? $"{year}-{month}" : $"{year}-{month}-{day.PadLeft(2, '0')}";
    }

    private static string Written(string stored) => !PartialDate.TryParse(stored, null, out var date) ? stored : date.Precision switch
    {
        Precision.Day => date.First.ToString("dd.MM.yyyy"),
        Precision.Month => date.First.ToString("MM.yyyy"),
        _ => stored,
    };

    [GeneratedRegex("^((?<day>[0-9]{1,2})\\. ?)?(?<month>[0-9]{1,2})\\. ?(?<year>[0-9]{4})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Written();
}
