using System.Text.Json;

namespace Governance.Api.Http.Binding;

/// <summary>Reads request types from JSON with all faults at once, and writes them back in the same form.</summary>
public static class Requests
{
    private static readonly JsonDocumentOptions strict = new() { MaxDepth = 32 };

    /// <summary>Parses JSON as strictly as the standard has it; null where it is not JSON.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, RequestReader reading)
    {
        try
        {
            return JsonDocument.Parse(WithoutMark(utf8), strict);
        }
        catch (JsonException wrong)
        {
            reading.Fault(JsonLocation.Body, FaultMessages.NotJson((wrong.LineNumber ?? 0) + 1, (wrong.BytePositionInLine ?? 0) + 1));
            return null;
        }
    }

    /// <summary>Reads a request; null where anything is at fault.</summary>
    public static T? Read<T>(JsonElement json, RequestReader reading) where T : class
    {
        var value = json.ValueKind == JsonValueKind.Undefined ? null : Shapes.Of(typeof(T)).Read(json, JsonLocation.Body, reading);
        return reading.IsSound ? (T?)value : null;
    }

    /// <summary>Parses and reads a request; null where anything is at fault.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> utf8, RequestReader reading) where T : class
    {
        using var document = Parse(utf8, reading);
        return document is null ? null : Read<T>(document.RootElement, reading);
    }

    /// <summary>Writes a request as <see cref="Read{T}(JsonElement, RequestReader)"/> reads it; what is absent is left out.</summary>
    public static void Write<T>(Utf8JsonWriter writer, T value) where T : class => Shapes.Of(typeof(T)).Write(writer, value);

    /// <summary>The bytes after the byte order mark that some editors put first.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) => utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
}
