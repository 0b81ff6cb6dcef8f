using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Http.Binding;

/// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
public sealed class NumberShape(long least, long most, Func<long, object> number) : Shape
{
    /// <summary>A count or a rank.</summary>
    public static Shape Count { get; } = new NumberShape(0, 1_000_000, n => (int)n);

    /// <summary>A position; every JSON reader holds it exactly.</summary>
    public static Shape Position { get; } = new NumberShape(0, 1L << 53, n => n);

    /// <summary>A count in a narrower range.</summary>
    public static Shape Within(RangeAttribute range) => new NumberShape((int)range.Minimum, (int)range.Maximum, n => (int)n);

    /// <inheritdoc/>
    public override Phrase Is => new("et helt tall", "a whole number");

    /// <inheritdoc/>
    public override object? Read(JsonElement json, JsonLocation place, RequestReader reading)
    {
        if (json.ValueKind != JsonValueKind.Number) return WrongType(json, place, reading);
        return json.TryGetInt64(out var n) ? InRange(n, place, reading) : reading.Fault(place, FaultMessages.WholeWithin(least, most));
    }

    /// <inheritdoc/>
    public override object? ReadText(string text, JsonLocation place, RequestReader reading) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? InRange(n, place, reading) : reading.Fault(place, FaultMessages.WholeWithin(least, most));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override IOpenApiSchema Describe(SchemaBook book) =>
        new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = least.ToString(CultureInfo.InvariantCulture), Maximum = most.ToString(CultureInfo.InvariantCulture) };

    private object? InRange(long n, JsonLocation place, RequestReader reading) => n >= least && n <= most ? number(n) : reading.Fault(place, FaultMessages.WholeWithin(least, most));
}

/// <summary>True or false.</summary>
public sealed class TruthShape : Shape
{
    /// <inheritdoc/>
    public override Phrase Is => new("true eller false", "true or false");

    /// <inheritdoc/>
    public override object? Read(JsonElement json, JsonLocation place, RequestReader reading) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => WrongType(json, place, reading),
    };

    /// <inheritdoc/>
    public override object? ReadText(string text, JsonLocation place, RequestReader reading) => text switch
    {
        "true" => true,
        "false" => false,
        _ => reading.Fault(place, FaultMessages.UnknownWord(text, ["true", "false"])),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteBooleanValue((bool)value);

    /// <inheritdoc/>
    public override IOpenApiSchema Describe(SchemaBook book) => new OpenApiSchema { Type = JsonSchemaType.Boolean };
}
