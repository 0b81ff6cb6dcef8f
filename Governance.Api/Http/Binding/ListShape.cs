using System.Collections;
using System.Text.Json;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Http.Binding;

/// <summary>A list, in the order given.</summary>
/// <param name="type">What it is a list of, and how that stands in JSON.</param>
/// <param name="oneWillDo">Whether its only item, a text, may stand without brackets.</param>
public sealed class ListShape(Type type, Shape item, bool oneWillDo) : Shape
{
    /// <summary>What it is a list of.</summary>
    public Shape Item => item;

    /// <inheritdoc/>
    public override Phrase Is => oneWillDo ? new($"en liste eller {Item.Is.Nb}", $"a list or {Item.Is.En}") : new("en liste", "a list");

    /// <inheritdoc/>
    public override object? Read(JsonElement json, Place place, Reading reading)
    {
        if (oneWillDo && json.ValueKind == JsonValueKind.String) return Item.Read(json, place, reading) is string only ? new[] { only } : null;
        if (json.ValueKind != JsonValueKind.Array) return WrongType(json, place, reading);
        var items = Array.CreateInstance(type, json.GetArrayLength());
        var (i, sound) = (0, true);
        foreach (var element in json.EnumerateArray())
        {
            var here = place.Item(i);
            var value = element.ValueKind == JsonValueKind.Null ? reading.Fault(here, FaultMessages.NullInList) : Item.Read(element, here, reading);
            sound &= value is not null;
            items.SetValue(value, i++);
        }

        return sound ? items : null;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value)
    {
        writer.WriteStartArray();
        foreach (var element in (IEnumerable)value) Item.Write(writer, element);
        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public override IOpenApiSchema Describe(SchemaBook book)
    {
        var list = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Item.Describe(book) };
        return oneWillDo ? new OpenApiSchema { OneOf = [list, Item.Describe(book)] } : list;
    }
}
