using System.Buffers;
using System.Text.Json;
using Governance.Api.Clusters;
using Governance.Api.EventStore.Archive;
using JasperFx.Events;
using Marten;

namespace Governance.Api.EventStore;

/// <summary>Puts events of an archive into a session as they were recorded, stream by stream, the register first.</summary>
internal sealed class Restoring(IDocumentSession session, EventTypes types, Guid register)
{
    private readonly ArrayBufferWriter<byte> scratch = new(1024);
    private readonly Dictionary<Guid, (string Type, List<object> Events)> streams = new() { [register] = ("register", []) };

    /// <summary>The next one; those of a stream come by version. Throws <see cref="UnknownEventTypeException"/>, and <see cref="BrokenArchiveException"/> where the event would not be stored as it stands.</summary>
    /// <param name="hash">Of its data as a whole.</param>
    public void Add(ArchiveLine.Event line, string? hash)
    {
        var row = line.Row;
        var data = types.Read(row.Type, row.Data);
        if (EventTypes.HashOf(data, scratch) != hash) throw new BrokenArchiveException($"Event {row.Id} has members that this program does not know: it is older than the archive.");
        var stored = session.Events.BuildEvent(data);
        (stored.Id, stored.Timestamp, stored.Version) = (row.Id, row.RecordedAt, row.Version);
        (stored.UserName, stored.CorrelationId, stored.CausationId) = (row.User, row.Correlation, row.Causation);
        stored.Headers = JsonSerializer.Deserialize<Dictionary<string, object>>(row.Headers)!;
        if (!streams.TryGetValue(row.Stream, out var stream)) streams.Add(row.Stream, stream = (line.StreamType, []));
        stream.Events.Add(stored);
    }

    /// <summary>Appends them when the session is saved.</summary>
    public void Append()
    {
        foreach (var (id, (type, events)) in streams.Where(stream => stream.Value.Events.Count > 0))
            session.Events.Append(id, ((IEvent)events[^1]).Version, events).AggregateType = Streams.Type(type);
    }
}
