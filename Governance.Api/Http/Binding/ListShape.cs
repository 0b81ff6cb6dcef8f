using System.Buffers;
using System.Collections;
using System.Text.Json;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Http.Binding;

/// <summary>A list, in the order given.</summary>
/// <param name="type">What it is a list of, and how that stands in JSON.</param>
/// <param name="oneWillDo">Whether its only item, a text, may stand without brackets.</param>
/// <param name="mostWords">How many words its items, which are texts, have together at most; null for any number.</param>
public sealed class ListShape(Type type, Shape item, bool oneWillDo, int? mostWords = null) : Shape
{
    private static readonly SearchValues<char> blanks = SearchValues.Create(" \t\r\n");

    /// <summary>What it is a list of.</summary>
    public Shape Item => item;

    /// <inheritdoc/>
    public override Phrase Is => oneWillDo ? new($"en liste eller {Item.Is.Nb}", $"a list or {Item.Is.En}") : new("en liste", "a list");

    /// <inheritdoc/>
    public override object? Read(JsonElement json, JsonLocation place, RequestReader reading)
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

        if (mostWords is { } most && items.OfType<string>().Sum(Words) > most) return reading.Fault(place, FaultMessages.TooManyWords(most));
        return sound ? items : null;
    }

    private static int Words(string text)
    {
        var (words, inside) = (0, false);
        foreach (var character in text)
        {
            if (!inside && !blanks.Contains(character)) words++;
            inside = !blanks.Contains(character);
        }
        return words;
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
        if (mostWords is { } most) list.Description = $"At most {most} words together.";
        return oneWillDo ? new OpenApiSchema { OneOf = [list, Item.Describe(book)] } : list;
    }
}
