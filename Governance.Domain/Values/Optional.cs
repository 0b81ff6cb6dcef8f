using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance.Domain.Values;

/// <summary>A member that may be absent (keep what is), or given, where null clears.</summary>
[JsonConverter(typeof(OptionalConverterFactory))]
public readonly record struct Optional<T>(T? Value)
{
    private readonly bool given = true;

    /// <summary>Whether it was given at all, be it null.</summary>
    public bool IsGiven => given;

    /// <summary>The given value, or what was there before.</summary>
    public T? Or(T? before) => given ? Value : before;

    /// <summary>Given with this value.</summary>
    public static implicit operator Optional<T>(T? value) => new(value);
}

/// <summary>Leaves the absent out (with <see cref="JsonIgnoreCondition.WhenWritingDefault"/>) and keeps null apart from it.</summary>
public sealed class OptionalConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<Optional<T>>
    {
        public override bool HandleNull => true;

        public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<T>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
