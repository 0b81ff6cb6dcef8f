using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Http.Binding;

/// <summary>One of the records of a family; the member <c>type</c>, anywhere in the object, says which, by its name in kebab case.</summary>
public sealed class UnionShape(Type family) : Shape
{
    private const string Tag = "type";

    private readonly SortedDictionary<string, (Type Type, RecordShape Shape)> variants = new(
        family.Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(family) && !type.IsAbstract)
            .ToDictionary(Word, type => (type, (RecordShape)Shapes.Of(type)), StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>The records of the family, by their word.</summary>
    public IEnumerable<KeyValuePair<string, RecordShape>> Variants => variants.Select(variant => KeyValuePair.Create(variant.Key, variant.Value.Shape));

    /// <summary>The record that a word says; null where none does.</summary>
    public RecordShape? Variant(string word) => variants.TryGetValue(word, out var variant) ? variant.Shape : null;

    /// <inheritdoc/>
    public override Phrase Is => new("et objekt", "an object");

    /// <inheritdoc/>
    public override object? Read(JsonElement json, JsonLocation place, RequestReader reading)
    {
        if (json.ValueKind != JsonValueKind.Object) return WrongType(json, place, reading);
        var here = place.Member(Tag);
        var tags = json.EnumerateObject().Where(property => Text.NameOf(property) == Tag).Select(property => property.Value).ToList();
        if (tags.Count != 1) return reading.Fault(here, tags.Count == 0 ? FaultMessages.MissingWord(variants.Keys) : FaultMessages.Twice);
        if (Texts.Plain.Read(tags[0], here, reading) is not string word) return null;
        return variants.TryGetValue(word, out var variant)
            ? variant.Shape.Read(json, place, reading, Tag)
            : reading.Fault(here, FaultMessages.UnknownWord(word, variants.Keys));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value)
    {
        var word = Word(value.GetType());
        writer.WriteStartObject();
        writer.WriteString(Tag, word);
        variants[word].Shape.WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override IOpenApiSchema Describe(SchemaBook book) => book.Named(family, () =>
    {
        var references = variants.ToDictionary(variant => variant.Key, variant => Described(variant.Key, variant.Value.Type, variant.Value.Shape, book), StringComparer.Ordinal);
        return new OpenApiSchema { OneOf = [.. references.Values], Discriminator = new OpenApiDiscriminator { PropertyName = Tag, Mapping = references } };
    });

    private static OpenApiSchemaReference Described(string word, Type type, RecordShape shape, SchemaBook book) => book.Named(type, () =>
    {
        var schema = shape.Described(book);
        schema.Properties = new Dictionary<string, IOpenApiSchema>(schema.Properties!, StringComparer.Ordinal)
        {
            [Tag] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create(word)] },
        };
        schema.Required!.Add(Tag);
        return schema;
    });

    private static string Word(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);
}
