using System.Text.RegularExpressions;

namespace Governance.Domain.Partners;

/// <summary>Norwegian organisation numbers: nine digits, the last a check digit by mod 11 (source: Brønnøysundregistrene).</summary>
public static partial class OrganisationNumber
{
    /// <summary>A number as letterheads and the register itself write it, without blanks, points, NO in front and MVA behind; any other text as it is.</summary>
    public static string Plain(string text) => Written().Replace(text, "") is { Length: 9 } digits && digits.All(char.IsAsciiDigit) ? digits : text;

    [GeneratedRegex(@"^\s*NO(?=[\s.\d])|MVA\s*$|[\s.]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Written();

    /// <summary>Whether the check digit fits.</summary>
    public static bool IsValid(string number)
    {
        ReadOnlySpan<int> weights = [3, 2, 7, 6, 5, 4, 3, 2];
        if (number.Length != 9 || !number.All(char.IsAsciiDigit)) return false;
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * (number[i] - '0');
        var check = (11 - sum % 11) % 11;
        return check == number[8] - '0';
    }
}
