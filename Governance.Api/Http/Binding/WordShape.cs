using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Http.Binding;

/// <summary>One of the words of an enumeration, in lower case with hyphens.</summary>
public sealed class WordShape(Type enumeration) : Shape
{
    private readonly OrderedDictionary<string, object> values = new(
        Enum.GetValues(enumeration).Cast<Enum>().Select(value => KeyValuePair.Create(Words.Of(value), (object)value)), StringComparer.Ordinal);

    /// <summary>The enumeration.</summary>
    public Type Enumeration => enumeration;

    /// <inheritdoc/>
    public override Phrase Is => new("et ord", "a word");

    /// <inheritdoc/>
    public override object? Read(JsonElement json, JsonLocation place, RequestReader reading) =>
        json.ValueKind == JsonValueKind.String ? Texts.Plain.Read(json, place, reading) is string word ? ReadText(word, place, reading) : null : WrongType(json, place, reading);

    /// <inheritdoc/>
    public override object? ReadText(string text, JsonLocation place, RequestReader reading) =>
        values.TryGetValue(text, out var value) ? value : reading.Fault(place, FaultMessages.UnknownWord(text, values.Keys));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(Words.Of((Enum)value));

    /// <inheritdoc/>
    public override IOpenApiSchema Describe(SchemaBook book) => book.Named(
        enumeration, () => new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. values.Keys.Select(word => JsonValue.Create(word))] });
}
