using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using Governance.Domain.Clusters;
using JasperFx.Events;
using Marten;

namespace Governance.Api.EventStore;

/// <summary>The log holds an event that this program does not know.</summary>
public sealed class UnknownEventTypeException(string alias) : Exception($"The log holds an event of type '{alias}', which this program does not know: it is older than the log, or an upcaster is missing.");

/// <summary>The events that Marten knows, by type and by alias, and their data to and from JSON.</summary>
public sealed class EventTypes
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = EventJson.Options.Encoder, SkipValidation = true };

    private readonly FrozenDictionary<Type, string> aliases;
    private readonly FrozenDictionary<string, Type> types;

    public EventTypes(IDocumentStore store)
    {
        List<IEventType> known = [.. store.Options.Events.AllKnownEventTypes().Where(type => type.EventType.IsSubclassOf(typeof(ClusterEvent)))];
        aliases = known.ToFrozenDictionary(type => type.EventType, type => type.EventTypeName);
        types = known.ToFrozenDictionary(type => type.EventTypeName, type => type.EventType, StringComparer.Ordinal);
    }

    /// <summary>Every event of the domain.</summary>
    public static IEnumerable<Type> Domain =>
        typeof(ClusterEvent).Assembly.GetTypes().Where(type => type is { IsSealed: true, IsAbstract: false } && type.IsSubclassOf(typeof(ClusterEvent)));

    /// <summary>The alias that events of a type are stored under.</summary>
    public string AliasOf(Type type) => aliases[type];

    /// <summary>The alias that goes with a .NET type's name in the log; null where it is not known.</summary>
    public string? AliasOf(string dotnetType) => aliases.FirstOrDefault(known => dotnetType.StartsWith(known.Key.FullName + ",", StringComparison.Ordinal)).Value;

    /// <summary>An event's data as canonical JSON; the scratch space is overwritten. Throws <see cref="FormatException"/> on what cannot be stored.</summary>
    public static byte[] ToCanonical(ClusterEvent data, ArrayBufferWriter<byte> scratch)
    {
        Serialize(data, scratch);
        return CanonicalJson.Of(scratch.WrittenMemory);
    }

    /// <summary>The type of events stored under an alias; null where it is not known.</summary>
    public Type? Find(string alias) => types.GetValueOrDefault(alias);

    /// <summary>The hash of an event's data as a whole, in lower-case hex.</summary>
    public static string HashOf(ClusterEvent data, ArrayBufferWriter<byte> scratch) => HashChain.DataHash(ToCanonical(data, scratch));

    /// <summary>The hash of an event's data with a digest for each text, in lower-case hex.</summary>
    /// <inheritdoc cref="ToCanonical"/>
    public static string HashOf(ClusterEvent data, string salt, ArrayBufferWriter<byte> scratch)
    {
        Serialize(data, scratch);
        return HashChain.PayloadHash(scratch.WrittenMemory, MemberDigests.Of(salt));
    }

    private static void Serialize(ClusterEvent data, ArrayBufferWriter<byte> scratch)
    {
        scratch.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(scratch, WriterOptions);
        JsonSerializer.Serialize(writer, data, EventJson.Options.GetTypeInfo(data.GetType()));
    }

    /// <summary>Reads stored data. Throws <see cref="UnknownEventTypeException"/>.</summary>
    public ClusterEvent Read(string alias, ReadOnlySpan<byte> json) => types.TryGetValue(alias, out var type)
        ? (ClusterEvent)JsonSerializer.Deserialize(json, EventJson.Options.GetTypeInfo(type))!
        : throw new UnknownEventTypeException(alias);
}
