using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Api.EventStore;

/// <summary>A row of the log with the hashes that it comes to by itself, whatever stands before it. What cannot be read of it is null.</summary>
/// <param name="Payload">The hash of the data.</param>
/// <param name="Event">The hash of all but the data.</param>
/// <param name="Redacts">The events whose data it says is replaced, each with the hash of what stands there since, if it says.</param>
/// <param name="Unreadable">Why something cannot be read.</param>
internal sealed record HashedRow(LogRow Row, EventHeaders? Headers, string? Payload, byte[]? Event, IReadOnlyList<(Guid Event, string? Hash)> Redacts, string? Unreadable)
{
    public static HashedRow Of(LogRow row)
    {
        string? unreadable = null;
        var scratch = new ArrayBufferWriter<byte>(row.Data.Length + row.Headers.Length);
        var headers = Read(static (row, _) => EventHeaders.Parse(row.Headers));
        var own = Read(EventHash);
        var payload = Read(PayloadHash);
        var redacts = payload is not null && row.Type == "text_redacted" ? Read(RedactedBy) : null;
        return new(row, headers, payload, own, redacts ?? [], unreadable);

        T? Read<T>(Func<LogRow, ArrayBufferWriter<byte>, T> read) where T : class
        {
            try
            {
                return read(row, scratch);
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException or JsonException)
            {
                unreadable ??= e.Message;
                return null;
            }
        }
    }

    private static string PayloadHash(LogRow row, ArrayBufferWriter<byte> scratch)
    {
        scratch.ResetWrittenCount();
        CanonicalJson.Write(row.Data, scratch);
        return HashChain.PayloadHash(scratch.WrittenSpan);
    }

    private static byte[] EventHash(LogRow row, ArrayBufferWriter<byte> scratch)
    {
        scratch.ResetWrittenCount();
        CanonicalJson.Write(row.Headers, scratch, without: "chain");
        return HashChain.EventHash(scratch.WrittenSpan, row.Id, row.Stream, row.Type, row.Version, new(scratch.WrittenCount + 256));
    }

    private static IReadOnlyList<(Guid, string?)> RedactedBy(LogRow row, ArrayBufferWriter<byte> scratch)
    {
        var told = JsonNode.Parse(row.Data);
        List<Guid> events = [.. (told?["events"] ?? throw new FormatException("It does not say which events it redacts.")).AsArray().Select(id => id?.GetValue<Guid>() ?? default)];
        if (told["hashes"] is not { } hashes) return [.. events.Select(id => (id, (string?)null))];
        return [.. events.Zip(hashes.AsArray().Select(hash => hash?.GetValue<string>()))];
    }
}
