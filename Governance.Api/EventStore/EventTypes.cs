using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Governance.Domain.Clusters;

namespace Governance.Api.EventStore;

/// <summary>The log holds an event that this program does not know.</summary>
public sealed class UnknownEventTypeException(string alias) : Exception($"The log holds an event of type '{alias}', which this program does not know: it is older than the log, or an upcaster is missing.");

/// <summary>An event's names in the log: the snake_case alias, and <c>Namespace.Type, Assembly</c>.</summary>
public sealed record EventName(string Alias, string DotnetType);

/// <summary>Which events there are, by type and by the names they have in the log, and their data to and from JSON.</summary>
public sealed class EventTypes
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = EventJson.Options.Encoder, SkipValidation = true };

    private readonly FrozenDictionary<Type, EventName> byType;
    private readonly FrozenDictionary<string, Type> byAlias;
    private readonly Upcasters upcasters;

    /// <summary>These types and no others.</summary>
    public EventTypes(IEnumerable<Type> types, Upcasters upcasters)
    {
        byType = types.ToFrozenDictionary(type => type, type => new EventName(AliasOf(type.Name), $"{type.FullName}, {type.Assembly.GetName().Name}"));
        byAlias = byType.ToFrozenDictionary(entry => entry.Value.Alias, entry => entry.Key, StringComparer.Ordinal);
        this.upcasters = upcasters;
    }

    /// <summary>Every event of the domain.</summary>
    public static IEnumerable<Type> Domain =>
        typeof(ClusterEvent).Assembly.GetTypes().Where(type => type is { IsSealed: true, IsAbstract: false } && type.IsSubclassOf(typeof(ClusterEvent)));

    /// <summary>The names an event is stored under.</summary>
    public EventName NameOf(ClusterEvent data) => NameOf(data.GetType());

    /// <inheritdoc cref="NameOf(ClusterEvent)"/>
    public EventName NameOf(Type type) => byType[type];

    /// <summary>An event's data as canonical JSON; the scratch space is overwritten. Throws <see cref="FormatException"/> on what cannot be stored.</summary>
    public byte[] ToCanonical(ClusterEvent data, ArrayBufferWriter<byte> scratch)
    {
        scratch.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(scratch, WriterOptions))
            JsonSerializer.Serialize(writer, data, JsonOf(data.GetType()));
        return CanonicalJson.Of(scratch.WrittenMemory);
    }

    /// <summary>The hash of an event's data, in lower-case hex.</summary>
    public string HashOf(ClusterEvent data) => HashChain.PayloadHash(ToCanonical(data, new()));

    /// <summary>Reads stored data in today's form. Throws <see cref="UnknownEventTypeException"/>.</summary>
    public ClusterEvent Read(string alias, ReadOnlySpan<byte> json)
    {
        if (upcasters.Concern(alias))
        {
            var (current, data) = upcasters.Apply(alias, JsonNode.Parse(json)!.AsObject());
            return (ClusterEvent)data.Deserialize(JsonOf(current))!;
        }
        return (ClusterEvent)JsonSerializer.Deserialize(json, JsonOf(alias))!;
    }

    /// <summary>A type's simple name in snake_case, as Marten makes it.</summary>
    public static string AliasOf(string typeName) =>
        string.Concat(typeName.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private JsonTypeInfo JsonOf(string alias) => byAlias.TryGetValue(alias, out var type) ? JsonOf(type) : throw new UnknownEventTypeException(alias);

    // Found out when it is first met: for all of them it would take a good part of a start.
    private static JsonTypeInfo JsonOf(Type type) => EventJson.Options.GetTypeInfo(type);
}
