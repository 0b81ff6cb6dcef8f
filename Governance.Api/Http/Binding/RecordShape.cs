using System.Text.Json;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Http.Binding;

/// <summary>An object with the members of a record.</summary>
public sealed class RecordShape(Type type) : Shape
{
    private readonly Lazy<RecordLayout> layout = new(() => new RecordLayout(type));

    /// <inheritdoc/>
    public override Phrase Is => new("et objekt", "an object");

    /// <summary>The record.</summary>
    public Type Record => type;

    /// <summary>Its members, in the order they are written.</summary>
    public IReadOnlyList<RecordMember> Members => layout.Value.Members;

    /// <inheritdoc/>
    public override object? Read(JsonElement json, JsonLocation place, RequestReader reading) => Read(json, place, reading, tag: null);

    /// <summary>Reads it; a member called <paramref name="tag"/> has been read already.</summary>
    public object? Read(JsonElement json, JsonLocation place, RequestReader reading, string? tag)
    {
        if (json.ValueKind != JsonValueKind.Object) return WrongType(json, place, reading);
        return layout.Value.HasOwnRefs ? reading.Apart(() => ReadMembers(json, place, reading, tag)) : ReadMembers(json, place, reading, tag);
    }

    /// <summary>Reads it from the parameters of a query; others than its own are passed over.</summary>
    public object? Read(IQueryCollection query, RequestReader reading)
    {
        var filling = new Filling(Members);
        for (var slot = 0; slot < Members.Count; slot++)
        {
            if (!query.TryGetValue(Members[slot].Word, out var texts)) continue;
            var place = JsonLocation.Query(Members[slot].Word);
            filling.Set(slot, texts.Count == 1 ? Members[slot].Shape.ReadText(texts[0] ?? "", place, reading) : reading.Fault(place, FaultMessages.Twice));
        }

        return Finish(filling, JsonLocation.Body, reading);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value)
    {
        writer.WriteStartObject();
        WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    /// <summary>Writes its members, leaving out the absent.</summary>
    public void WriteMembers(Utf8JsonWriter writer, object value)
    {
        foreach (var member in Members) member.Write(writer, value);
    }

    /// <inheritdoc/>
    public override IOpenApiSchema Describe(SchemaBook book) => book.Named(type, () => Described(book));

    /// <summary>The schema itself.</summary>
    public OpenApiSchema Described(SchemaBook book)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalPropertiesAllowed = false,
            Properties = Members.ToDictionary(member => member.Word, member => member.Shape.Describe(book), StringComparer.Ordinal),
            Required = Members.Where(member => member.IsRequired).Select(member => member.Word).ToHashSet(StringComparer.Ordinal),
        };
        foreach (var rule in layout.Value.Rules) rule.Describe(schema);
        return schema;
    }

    private object? ReadMembers(JsonElement json, JsonLocation place, RequestReader reading, string? tag)
    {
        var filling = new Filling(Members);
        foreach (var property in json.EnumerateObject())
        {
            var name = Text.NameOf(property);
            if (name == tag) continue;
            var slot = layout.Value.Slot(name);
            if (slot < 0)
            {
                filling.Spoil();
                reading.Fault(place.Member(name), FaultMessages.UnknownMember(name, [.. Members.Select(member => member.Word).Prepend(tag).OfType<string>()]));
                continue;
            }

            var here = place.Member(Members[slot].Word);
            if (filling.IsSeen(slot)) filling.Set(slot, reading.Fault(here, FaultMessages.Twice));
            else if (property.Value.ValueKind == JsonValueKind.Null && !Members[slot].TakesNull) filling.See(slot);
            else filling.Set(slot, Claimed(Members[slot], Members[slot].Shape.Read(property.Value, here, reading), here, reading));
        }

        return Finish(filling, place, reading);
    }

    private static object? Claimed(RecordMember member, object? value, JsonLocation place, RequestReader reading) =>
        ReferenceEquals(member.Shape, Texts.Ref) && value is string name && !reading.Claim(name, place) ? null : value;

    private object? Finish(Filling filling, JsonLocation place, RequestReader reading)
    {
        for (var slot = 0; slot < Members.Count; slot++)
        {
            if (!filling.IsMissing(slot)) continue;
            filling.Spoil();
            reading.Fault(place.Member(Members[slot].Word), FaultMessages.Missing);
        }

        var before = reading.FaultCount;
        foreach (var rule in layout.Value.Rules) rule.Check(filling.Given, place, reading);
        return filling.IsSound && reading.FaultCount == before ? layout.Value.Make(filling.Values) : null;
    }
}
