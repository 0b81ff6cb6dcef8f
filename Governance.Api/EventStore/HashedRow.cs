using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Api.EventStore;

/// <summary>A row of the log with the hashes that it comes to by itself, whatever stands before it.</summary>
/// <param name="Headers">Null where they cannot be read.</param>
/// <param name="Hashes">Null where something in the row cannot be read.</param>
/// <param name="Redacts">The events whose data it says is replaced, each with the hash of what stands there since, if it says.</param>
/// <param name="Unreadable">Why it cannot.</param>
internal sealed record HashedRow(LogRow Row, EventHeaders? Headers, (string Payload, byte[] Event)? Hashes, IReadOnlyList<(Guid Event, string? Hash)> Redacts, string? Unreadable)
{
    public static HashedRow Of(LogRow row)
    {
        EventHeaders? headers = null;
        try
        {
            headers = EventHeaders.Parse(row.Headers);
            return new(row, headers, HashesOf(row), row.Type == "text_redacted" ? RedactedBy(row.Data) : [], null);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or JsonException)
        {
            return new(row, headers, null, [], e.Message);
        }
    }

    private static IReadOnlyList<(Guid, string?)> RedactedBy(byte[] data)
    {
        var told = JsonNode.Parse(data);
        List<Guid> events = [.. (told?["events"] ?? throw new FormatException("It does not say which events it redacts.")).AsArray().Select(id => id?.GetValue<Guid>() ?? default)];
        if (told["hashes"] is not { } hashes) return [.. events.Select(id => (id, (string?)null))];
        return [.. events.Zip(hashes.AsArray().Select(hash => hash?.GetValue<string>()))];
    }

    private static (string, byte[]) HashesOf(LogRow row)
    {
        var canonical = new ArrayBufferWriter<byte>(row.Data.Length + row.Headers.Length);
        CanonicalJson.Write(row.Data, canonical);
        var payload = HashChain.PayloadHash(canonical.WrittenSpan);
        canonical.ResetWrittenCount();
        CanonicalJson.Write(row.Headers, canonical, without: "chain");
        return (payload, HashChain.EventHash(canonical.WrittenSpan, row.Id, row.Stream, row.Type, row.Version, new(canonical.WrittenCount + 256)));
    }
}
