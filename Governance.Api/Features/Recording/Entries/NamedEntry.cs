using System.Text.Json.Nodes;
using Governance.Api.Features.Recording.Forms;

namespace Governance.Api.Features.Recording.Entries;

/// <summary>Something that has a name or a label to choose. A name is left for the register to read on the change's own day; a label that says more than the name stands for an id.</summary>
public sealed class NamedEntry(string list) : Entry
{
    /// <summary>What the field is called that remembers what a label stood for.</summary>
    public const string MemoryMark = "@";

    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known) => Text(Remembered(sent, path) ?? known[list].Meaning(sent[path]));

    public override Control Show(JsonNode? value, string path, ReferenceChoices known) => Shown(TextOf(value), path, list, known);

    /// <summary>A key by its label, remembered; anything else as it stands.</summary>
    public static Line Shown(string text, string path, string list, ReferenceChoices known) =>
        known[list].LabelOf(text) is { } label ? new(path, label, list) { Memory = $"{text} {label}" } : new(path, text, list);

    /// <summary>What a label stood for when it was shown, if it still stands there.</summary>
    public static string? Remembered(SentFields sent, string path) =>
        sent[path + MemoryMark].Split(' ', 2) is [var key, var label] && label == sent[path] ? key : null;
}

/// <summary>Several of them, in fields of their own, with room for one more.</summary>
public sealed class NamedListEntry(string list) : Entry
{
    private readonly NamedEntry item = new(list);

    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known)
    {
        var items = Enumerable.Range(0, sent.Count(path)).Select(i => item.Read(sent, $"{path}[{i}]", known)).OfType<JsonNode>().ToArray();
        return items.Length == 0 ? null : new JsonArray(items);
    }

    public override Control Show(JsonNode? value, string path, ReferenceChoices known)
    {
        IEnumerable<JsonNode?> items = value switch { JsonArray many => many, null => [], _ => [value] };
        return new LineList(path, [.. items.Append(null).Select((one, i) => (Line)item.Show(one, $"{path}[{i}]", known))]);
    }
}
