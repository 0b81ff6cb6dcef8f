using System.Globalization;
using System.Text.RegularExpressions;

namespace Governance.Api.Http.Binding;

/// <summary>Points in time as RFC 3339 writes them, to the microsecond.</summary>
public static partial class Instants
{
    /// <summary><c>2026-01-31T10:11:12.123456Z</c>, which <see cref="TryParse"/> reads as the same instant.</summary>
    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a time with its offset; what is finer than a microsecond is dropped. A blank passes for the plus that a query turns into one.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (Rfc3339().Match(text) is not { Success: true } match) return false;
        var offset = match.Groups["offset"].Value.Replace(' ', '+').ToUpperInvariant();
        var fraction = match.Groups["fraction"].Value.PadRight(6, '0')[..6];
        return DateTimeOffset.TryParseExact(
            $"{match.Groups["day"].Value}T{match.Groups["time"].Value}.{fraction}{offset}", "yyyy-MM-dd'T'HH:mm:ss.ffffffK", CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    [GeneratedRegex("^(?<day>[12][0-9]{3}-[0-9]{2}-[0-9]{2})[Tt](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(\\.(?<fraction>[0-9]{1,9}))?(?<offset>[Zz]|[+ -][0-9]{2}:[0-9]{2})\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Rfc3339();
}
