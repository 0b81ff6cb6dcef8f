using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance.Domain.Values;

/// <summary>Writes an enumeration as its words in lower case with hyphens, in log and API alike; a number is refused.</summary>
public sealed class KebabCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>The words of an enumeration as log and API write them.</summary>
public static class Words
{
    /// <summary><c>SteeringGroup</c> as <c>steering-group</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The same of an enumeration that is known only when it runs.</summary>
    public static string Of(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The type <c>DecisionRecorded</c> as <c>decision-recorded</c>.</summary>
    public static string OfType(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);

    /// <summary>Reads <c>steering-group</c>; false for any other word, number or case.</summary>
    public static bool TryParse<T>(string word, out T value) where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
            if (Of(candidate) == word) { value = candidate; return true; }
        value = default;
        return false;
    }
}
