using System.Text.Json;
using Governance.Domain.Values;
using Microsoft.OpenApi;

namespace Governance.Api.Http.Binding;

/// <summary>How one type stands in JSON: read with all its faults, written back the same, described for OpenAPI. The serialiser tells the first fault alone, and in English (findings/stj-strict-tells-one-fault.sh).</summary>
public abstract class Shape
{
    /// <summary>What it is, as a fault says it: "a text".</summary>
    public abstract Phrase Is { get; }

    /// <summary>Reads it; null where it is at fault, which <paramref name="reading"/> has then been told.</summary>
    public abstract object? Read(JsonElement json, JsonLocation place, RequestReader reading);

    /// <summary>Reads it as a parameter of a query is written.</summary>
    public virtual object? ReadText(string text, JsonLocation place, RequestReader reading) => throw new NotSupportedException($"{GetType().Name} does not fit in a query.");

    /// <summary>Writes it as it is read.</summary>
    public abstract void Write(Utf8JsonWriter writer, object value);

    /// <summary>Its JSON schema; named types go into <paramref name="book"/>.</summary>
    public abstract IOpenApiSchema Describe(SchemaBook book);

    /// <summary>Tells that something else stands here.</summary>
    protected object? WrongType(JsonElement json, JsonLocation place, RequestReader reading) => reading.Fault(place, FaultMessages.WrongType(Is, json.ValueKind));
}
