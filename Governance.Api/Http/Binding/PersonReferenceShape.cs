using System.Text.Json;
using Governance.Domain.People;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Http.Binding;

/// <summary>A person: the id or <c>#ref</c> of one that is known, or what is to be registered of a new one.</summary>
public sealed class PersonReferenceShape : Shape
{
    private static readonly Shape person = Shapes.Of(typeof(PersonReference.New));

    /// <inheritdoc/>
    public override Phrase Is => new("en id, en #ref eller et objekt med navn", "an id, a #ref or an object with a name");

    /// <inheritdoc/>
    public override object? Read(JsonElement json, JsonLocation place, RequestReader reading) => json.ValueKind switch
    {
        JsonValueKind.String => Texts.Plain.Read(json, place, reading) is string key ? new PersonReference.Existing(key) : null,
        JsonValueKind.Object => person.Read(json, place, reading),
        _ => WrongType(json, place, reading),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value)
    {
        if (value is PersonReference.Existing known) writer.WriteStringValue(known.Key);
        else person.Write(writer, value);
    }

    /// <inheritdoc/>
    public override IOpenApiSchema Describe(SchemaBook book) => book.Named(
        typeof(PersonReference), () => new OpenApiSchema { OneOf = [Texts.Plain.Describe(book), person.Describe(book)] });
}
