using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Governance.Api.Http.Binding;

namespace Governance.Api.Http;

/// <summary>JSON as answers have it: camel case, words for enumerations, letters as they are but <c>&lt;&gt;&amp;'</c> escaped, unset members left out.</summary>
public static class Json
{
    /// <summary>The options of every answer.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions());

    private static readonly JsonWriterOptions writing = new() { Encoder = Options.Encoder };

    /// <summary>Gives options these rules.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new RequestConverter());
        return options;
    }

    /// <summary>A value as an answer has it.</summary>
    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>What is written, as an answer has it.</summary>
    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, writing)) write(writer);
        return buffer.WrittenSpan.ToArray();
    }
}

/// <summary>Instants as RFC 3339 in UTC with microseconds.</summary>
public sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Instants.TryParse(reader.GetString() ?? "", out var instant) ? instant : throw new JsonException("Not a point in time such as 2026-01-31T10:11:12Z.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(Instants.Format(value));
}
