using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Api.Features.Recording.Forms;

namespace Governance.Api.Features.Recording.Entries;

/// <summary>A line of text, perhaps with names to choose from.</summary>
public sealed class LineEntry(string? list = null) : Entry
{
    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known) => Text(sent[path]);

    public override Control Show(JsonNode? value, string path, ReferenceChoices known) => new Line(path, TextOf(value), list);
}

/// <summary>Running text.</summary>
public sealed class AreaEntry : Entry
{
    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known) => Text(sent[path]);

    public override Control Show(JsonNode? value, string path, ReferenceChoices known) => new Area(path, TextOf(value));
}

/// <summary>A whole number.</summary>
public sealed class NumberEntry : Entry
{
    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known) =>
        long.TryParse(sent[path], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : Text(sent[path]);

    public override Control Show(JsonNode? value, string path, ReferenceChoices known) => new Line(path, TextOf(value)) { IsShort = true };
}

/// <summary>Yes, no, or nothing said.</summary>
public sealed class TruthEntry : Entry
{
    private static readonly Option[] options = [new("", new("", "")), new("true", new("Ja", "Yes")), new("false", new("Nei", "No"))];

    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known) => bool.TryParse(sent[path], out var truth) ? JsonValue.Create(truth) : Text(sent[path]);

    public override Control Show(JsonNode? value, string path, ReferenceChoices known) => new Choice(path, TextOf(value), options);
}

/// <summary>One of the words of an enumeration.</summary>
public sealed class WordEntry(IReadOnlyList<Option> options) : Entry
{
    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known) => Text(sent[path]);

    public override Control Show(JsonNode? value, string path, ReferenceChoices known) => new Choice(path, TextOf(value), [new("", new("", "")), .. options]);
}

/// <summary>Any number of some words; none of them is a list too.</summary>
public sealed class TicksEntry(IReadOnlyList<Option> options) : Entry
{
    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known) =>
        new JsonArray([.. Enumerable.Range(0, options.Count).Select(i => Text(sent[$"{path}[{i}]"])).OfType<JsonNode>()]);

    public override Control Show(JsonNode? value, string path, ReferenceChoices known) => new Ticks(path, [.. (value as JsonArray ?? []).Select(TextOf)], options);
}

/// <summary>Carried along unseen.</summary>
public sealed class HiddenEntry : Entry
{
    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known) => Text(sent[path]);

    public override Control Show(JsonNode? value, string path, ReferenceChoices known) => new Hidden(path, TextOf(value));
}
