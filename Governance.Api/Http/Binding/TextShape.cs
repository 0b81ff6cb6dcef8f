using System.Text.Json;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Http.Binding;

/// <summary>Text, or a value written as text: clean, of bounded length, and understood by <paramref name="parse"/>, which answers null for what it refuses.</summary>
/// <param name="refused">What is said then.</param>
/// <param name="describe">Completes the schema.</param>
public sealed class TextShape(Func<string, object?> parse, Phrase refused, Action<OpenApiSchema> describe) : Shape
{
    /// <inheritdoc/>
    public override Phrase Is => new("tekst", "a text");

    /// <inheritdoc/>
    public override object? Read(JsonElement json, JsonLocation place, RequestReader reading)
    {
        if (json.ValueKind != JsonValueKind.String) return WrongType(json, place, reading);
        return Text.Of(json) is { } text ? ReadText(text, place, reading) : reading.Fault(place, FaultMessages.Unclean);
    }

    /// <inheritdoc/>
    public override object? ReadText(string text, JsonLocation place, RequestReader reading)
    {
        if (!Text.IsClean(text)) return reading.Fault(place, FaultMessages.Unclean);
        if (text.Length > Text.MaxLength) return reading.Fault(place, FaultMessages.TooLong);
        return parse(text) ?? reading.Fault(place, refused);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(Written(value));

    /// <inheritdoc/>
    public override IOpenApiSchema Describe(SchemaBook book)
    {
        var schema = new OpenApiSchema { Type = JsonSchemaType.String };
        describe(schema);
        return schema;
    }

    private static string Written(object value) => value switch
    {
        TimeOnly time => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd"),
        DateTimeOffset instant => Instants.Format(instant),
        _ => value.ToString()!,
    };
}
