using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Governance.Domain.Time;

/// <summary>A length of calendar time in whole years, months and days, as ISO 8601 writes it: <c>P2Y</c>, <c>P18M</c>.</summary>
[JsonConverter(typeof(TermLengthConverter))]
public readonly partial record struct TermLength(int Years, int Months, int Days)
{
    /// <summary>The last day, inclusive, of a term of this length that begins on <paramref name="start"/>; as precise as the start is. Months end on the month's last day where it lacks the day they began on.</summary>
    public PartialDate LastDay(PartialDate start)
    {
        var after = start.First.AddMonths(Years * 12 + Months);
        return PartialDate.Of(after.AddDays(after.Day < start.First.Day ? Days : Days - 1), start.Precision);
    }

    /// <summary>Reads <c>PnYnMnD</c> with at least one part, each under 1000, and more than nothing in all.</summary>
    public static bool TryParse(string? text, out TermLength length)
    {
        length = default;
        if (text is null || Iso().Match(text) is not { Success: true } match) return false;
        length = new(Part(match, "y"), Part(match, "m"), Part(match, "d"));
        return length != default;
    }

    /// <summary>As ISO 8601 writes it.</summary>
    public override string ToString() => $"P{Part(Years, 'Y')}{Part(Months, 'M')}{Part(Days, 'D')}";

    private static string Part(int n, char unit) => n == 0 ? "" : $"{n}{unit}";

    private static int Part(Match match, string group) => match.Groups[group] is { Success: true } part ? int.Parse(part.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^P((?<y>[0-9]{1,3})Y)?((?<m>[0-9]{1,3})M)?((?<d>[0-9]{1,3})D)?\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Iso();
}

/// <summary>Reads and writes a term length as ISO 8601 text.</summary>
public sealed class TermLengthConverter : JsonConverter<TermLength>
{
    /// <inheritdoc/>
    public override TermLength Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TermLength.TryParse(reader.GetString(), out var length) ? length : throw new JsonException("Not a length such as P2Y or P18M.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TermLength value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
