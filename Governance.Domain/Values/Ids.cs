using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance.Domain.Values;

/// <summary>An opaque identity for life: written as a UUID, never reused, never the name.</summary>
public interface IId<T> where T : struct, IId<T>
{
    /// <summary>The UUID.</summary>
    Guid Value { get; }

    /// <summary>The identity that a UUID stands for.</summary>
    static abstract T From(Guid value);
}

/// <summary>Reads and writes an identity as its UUID.</summary>
public sealed class IdConverter<T> : JsonConverter<T> where T : struct, IId<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.From(reader.GetGuid());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
