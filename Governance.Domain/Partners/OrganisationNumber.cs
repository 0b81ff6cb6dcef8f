namespace Governance.Domain.Partners;

/// <summary>Norwegian organisation numbers: nine digits, the last a check digit by mod 11 (source: Brønnøysundregistrene).</summary>
public static class OrganisationNumber
{
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
