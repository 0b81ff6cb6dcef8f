using System.Buffers;
using System.Text.Json;

namespace Governance.Api.EventStore;

/// <summary>The texts of an event's data, all strings that are values, with their places, in the order in which their digests are made.</summary>
internal static class DataTexts
{
    /// <summary>Each of them.</summary>
    public static IEnumerable<(string Path, JsonElement Text)> Of(JsonElement json, string at = "") => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal).SelectMany(m => Of(m.Value, at.Length == 0 ? m.Name : $"{at}.{m.Name}")),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, i) => Of(item, $"{at}[{i}]")),
        JsonValueKind.String => [(at, json)],
        _ => [],
    };

    /// <summary>What is to be kept of each text when those at these places are taken out.</summary>
    /// <param name="digests">By what was kept of each before.</param>
    public static List<string> Kept(ReadOnlyMemory<byte> data, MemberDigests digests, IReadOnlyCollection<string> takenOut)
    {
        using var json = JsonDocument.Parse(data);
        var literal = new ArrayBufferWriter<byte>();
        return [.. Of(json.RootElement).Select(text =>
        {
            literal.ResetWrittenCount();
            CanonicalJson.Write(text.Text, literal);
            return digests.Keep(literal.WrittenSpan, takenOut.Contains(text.Path));
        })];
    }
}
