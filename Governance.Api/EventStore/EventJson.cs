using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Governance.Api.EventStore;

/// <summary>How event data stands in the log: camelCase, null left out, text that cannot be stored refused.</summary>
public static class EventJson
{
    /// <summary>The one set of options for event data.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new StorableText() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    // The serialiser would turn half a surrogate pair into U+FFFD without a word.
    private sealed class StorableText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        {
            CanonicalJson.Refuse(value);
            writer.WriteStringValue(value);
        }
    }
}
