using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Governance.Tests.Support;

/// <summary>Labels for ids and times, which differ from run to run, so that whole answers can be compared: <c>#1</c> is the first id that was seen, <c>@1</c> the first time.</summary>
public sealed partial class Labels
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);
    private int ids;
    private int times;

    /// <summary>Calls an id or a time what is easier to read.</summary>
    public void Name(string label, string text) => labels[text] = label;

    /// <summary>That an answer is this JSON, whole.</summary>
    public void Same(JsonNode? answer, string expected) => Written(answer).Should().Be(JsonNode.Parse(expected)!.ToJsonString(Readable));

    /// <summary>JSON with the labels in it.</summary>
    public string Written(JsonNode? json) => Changing().Replace(json?.ToJsonString(Readable) ?? "null", Label);

    private string Label(Match match)
    {
        if (!labels.TryGetValue(match.Value, out var label)) labels[match.Value] = label = match.Value.Contains('T') ? $"@{++times}" : $"#{++ids}";
        return label;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{15}Z", RegexOptions.None, 1000)]
    private static partial Regex Changing();
}
