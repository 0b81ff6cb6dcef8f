using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Api.EventStore;

/// <summary>A row of the log with the hashes that it comes to by itself, whatever stands before it. What cannot be read of it is null.</summary>
/// <param name="Payload">The hash of the data.</param>
/// <param name="Event">The hash of all but the data.</param>
/// <param name="Redacts">The events whose data it says is replaced, each with the hash of what stands there since, if it says; none where something cannot be read.</param>
/// <param name="Unreadable">Why something cannot be read.</param>
internal sealed record HashedRow(LogRow Row, EventHeaders? Headers, string? Payload, byte[]? Event, IReadOnlyList<(Guid Event, string? Hash)> Redacts, string? Unreadable)
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? canonical, hashed;

    /// <summary>Where it stands in the chain of a cluster with this register.</summary>
    public ChainPlace Place(Guid register) => Headers is not null ? new(Headers.Position, Headers.Index, Row.Stream == register) : new(Row.Stream == register ? Row.Version : null, null, Row.Stream == register);

    public static HashedRow Of(LogRow row)
    {
        string? unreadable = null;
        var headers = Read(static row => EventHeaders.Parse(row.Headers));
        var own = Read(EventHash);
        var payload = Read(PayloadHash);
        var redacts = unreadable is null && row.Type == "text_redacted" ? Read(RedactedBy) : null;
        return new(row, headers, payload, own, redacts ?? [], unreadable);

        T? Read<T>(Func<LogRow, T> read) where T : class
        {
            try
            {
                return read(row);
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException or JsonException)
            {
                unreadable ??= e.Message;
                return null;
            }
        }
    }

    private static string PayloadHash(LogRow row)
    {
        using var data = JsonDocument.Parse(row.Data);
        return HashChain.PayloadHash(Canonical(data.RootElement));
    }

    private static byte[] EventHash(LogRow row)
    {
        using var headers = JsonDocument.Parse(row.Headers);
        var ours = headers.RootElement.TryGetProperty(EventHeaders.Name, out var own) && headers.RootElement.GetPropertyCount() == 1 ? own : headers.RootElement;
        return HashChain.EventHash(Canonical(ours, without: "chain"), row.Id, row.Stream, row.Type, row.Version, hashed ??= new());
    }

    private static ReadOnlySpan<byte> Canonical(JsonElement json, string? without = null)
    {
        canonical ??= new();
        canonical.ResetWrittenCount();
        CanonicalJson.Write(json, canonical, without);
        return canonical.WrittenSpan;
    }

    private static IReadOnlyList<(Guid, string?)> RedactedBy(LogRow row)
    {
        var told = JsonNode.Parse(row.Data);
        List<Guid> events = [.. (told?["events"] ?? throw new FormatException("It does not say which events it redacts.")).AsArray().Select(id => id?.GetValue<Guid>() ?? default)];
        if (told["hashes"] is not { } hashes) return [.. events.Select(id => (id, (string?)null))];
        return [.. events.Zip(hashes.AsArray().Select(hash => hash?.GetValue<string>()))];
    }
}
