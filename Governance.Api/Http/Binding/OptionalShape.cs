using System.Text.Json;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Http.Binding;

/// <summary>A member that may be absent, and where null means to clear.</summary>
public abstract class OptionalShape : Shape
{
    /// <summary>What stands there when it is not null.</summary>
    public abstract Shape Given { get; }

    /// <summary>Whether it is never cleared.</summary>
    public abstract bool Lasts { get; }

    /// <summary>Whether the member was given, be it null.</summary>
    public abstract bool IsGiven(object value);
}

/// <inheritdoc cref="OptionalShape"/>
/// <param name="lasts">Whether it is never cleared: null is then refused.</param>
public sealed class OptionalShape<T>(Shape given, bool lasts) : OptionalShape
{
    /// <inheritdoc/>
    public override Shape Given => given;

    /// <inheritdoc/>
    public override bool Lasts => lasts;

    /// <inheritdoc/>
    public override Phrase Is => lasts ? given.Is : new($"{given.Is.Nb} eller null", $"{given.Is.En} or null");

    /// <inheritdoc/>
    public override object? Read(JsonElement json, JsonLocation place, RequestReader reading) =>
        json.ValueKind == JsonValueKind.Null ? lasts ? WrongType(json, place, reading) : new Optional<T>(default)
        : given.Read(json, place, reading) is { } value ? new Optional<T>((T)value)
        : null;

    /// <inheritdoc/>
    public override bool IsGiven(object value) => ((Optional<T>)value).IsGiven;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value)
    {
        if (((Optional<T>)value).Value is { } inner) given.Write(writer, inner);
        else writer.WriteNullValue();
    }

    /// <inheritdoc/>
    public override IOpenApiSchema Describe(SchemaBook book) =>
        lasts ? given.Describe(book) : new OpenApiSchema { OneOf = [given.Describe(book), new OpenApiSchema { Type = JsonSchemaType.Null }] };
}
