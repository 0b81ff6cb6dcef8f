using System.Text.Json;
using System.Text.Json.Serialization;
using Governance.Domain.Decisions;

namespace Governance.Api.Http.Binding;

/// <summary>Lets an answer hold a decision or a change in the form in which it is handed in.</summary>
public sealed class RequestConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Decision) || typeToConvert.IsAssignableTo(typeof(Change));

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T> where T : class
    {
        private static readonly Shape shape = Shapes.Of(typeof(T).IsAssignableTo(typeof(Change)) ? typeof(Change) : typeof(T));

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var reading = new RequestReader();
            using var document = JsonDocument.ParseValue(ref reader);
            return shape.Read(document.RootElement, JsonLocation.Body, reading) as T
                ?? throw new JsonException(string.Join(' ', reading.Faults.Select(fault => $"{fault.Path}: {fault.Message.En}")));
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => shape.Write(writer, value);
    }
}
