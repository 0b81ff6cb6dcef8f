using System.Text.Json;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Http.Binding;

/// <summary>A list, in the order given.</summary>
public abstract class ListShape(Shape item) : Shape
{
    /// <summary>What it is a list of.</summary>
    public Shape Item => item;
}

/// <inheritdoc cref="ListShape"/>
/// <param name="oneWillDo">Whether its only item may stand without brackets.</param>
public sealed class ListShape<T>(Shape item, bool oneWillDo) : ListShape(item)
{
    /// <inheritdoc/>
    public override Phrase Is => oneWillDo ? new($"en liste eller {Item.Is.Nb}", $"a list or {Item.Is.En}") : new("en liste", "a list");

    /// <inheritdoc/>
    public override object? Read(JsonElement json, Place place, Reading reading)
    {
        if (oneWillDo && json.ValueKind == JsonValueKind.String) return Item.Read(json, place, reading) is T only ? new[] { only } : null;
        if (json.ValueKind != JsonValueKind.Array) return WrongType(json, place, reading);
        var items = new List<T>(json.GetArrayLength());
        var sound = true;
        foreach (var element in json.EnumerateArray())
        {
            var here = place.Item(items.Count);
            var value = element.ValueKind == JsonValueKind.Null ? reading.Fault(here, FaultMessages.NullInList) : Item.Read(element, here, reading);
            sound &= value is not null;
            items.Add(value is T read ? read : default!);
        }

        return sound ? items.ToArray() : null;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value)
    {
        writer.WriteStartArray();
        foreach (var element in (IReadOnlyList<T>)value) Item.Write(writer, element!);
        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public override IOpenApiSchema Describe(SchemaBook book)
    {
        var list = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Item.Describe(book) };
        return oneWillDo ? new OpenApiSchema { OneOf = [list, Item.Describe(book)] } : list;
    }
}
