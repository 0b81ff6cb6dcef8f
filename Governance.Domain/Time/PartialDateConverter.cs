using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance.Domain.Time;

/// <summary>Reads and writes a partial date as the text it is stored and shown as.</summary>
public sealed class PartialDateConverter : JsonConverter<PartialDate>
{
    /// <inheritdoc/>
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryRead(reader.GetString(), out var date) ? date : throw new JsonException("Not a date such as 2016, 2016-08 or 2016-08-15.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
