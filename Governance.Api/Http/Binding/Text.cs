using System.Text.Json;
using System.Xml;

namespace Governance.Api.Http.Binding;

/// <summary>What a text may be made of.</summary>
public static class Text
{
    /// <summary>Most characters in any one text.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Whether every character can stand in JSON, XML and PostgreSQL alike: no U+0000 or other control characters but tab and line breaks, no half surrogate pair.</summary>
    public static bool IsClean(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }

    /// <summary>A text as it stands in JSON; null where it is not Unicode: an escaped half of a surrogate pair, or bytes that are not UTF-8.</summary>
    public static string? Of(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The beginning of a text from outside, fit to be repeated in an answer.</summary>
    public static string Beginning(string text, int length = 40)
    {
        var cut = text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";
        return IsClean(cut) ? cut : "…";
    }

    /// <summary>The name of a member; of one that is not clean only an ellipsis.</summary>
    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair, or bytes that are not UTF-8.
            return "…";
        }
    }
}
