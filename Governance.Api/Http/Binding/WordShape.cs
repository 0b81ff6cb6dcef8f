using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Http.Binding;

/// <summary>One of the words of an enumeration, in lower case with hyphens.</summary>
/// <param name="of">The enumeration.</param>
public abstract class WordShape(Type of) : Shape
{
    /// <summary>The enumeration.</summary>
    public Type Enumeration => of;
}

/// <inheritdoc cref="WordShape"/>
public sealed class WordShape<T>() : WordShape(typeof(T)) where T : struct, Enum
{
    private static readonly string[] words = [.. Enum.GetValues<T>().Select(Words.Of)];

    /// <inheritdoc/>
    public override Phrase Is => new("et ord", "a word");

    /// <inheritdoc/>
    public override object? Read(JsonElement json, Place place, Reading reading) =>
        json.ValueKind == JsonValueKind.String ? Texts.Plain.Read(json, place, reading) is string word ? ReadText(word, place, reading) : null : WrongType(json, place, reading);

    /// <inheritdoc/>
    public override object? ReadText(string text, Place place, Reading reading) =>
        Words.TryParse<T>(text, out var value) ? value : reading.Fault(place, FaultMessages.UnknownWord(text, words));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(Words.Of((T)value));

    /// <inheritdoc/>
    public override IOpenApiSchema Describe(SchemaBook book) => book.Named(
        typeof(T), () => new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(word => JsonValue.Create(word))] });
}
