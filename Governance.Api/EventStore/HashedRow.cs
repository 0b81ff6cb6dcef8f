using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Api.EventStore;

/// <summary>A row of the log with the hashes that it comes to by itself, whatever stands before it. What cannot be read of it is null.</summary>
/// <param name="Payload">The hash of the data: with a digest for each text, where the event was written so.</param>
/// <param name="Event">The hash of all but the data.</param>
/// <param name="Redacts">The events of which it says that texts are taken out; none where something cannot be read.</param>
/// <param name="Persons">Whose rows it wrote, where the headers do not say so; none where something cannot be read.</param>
/// <param name="Unreadable">Why something cannot be read.</param>
internal sealed record HashedRow(LogRow Row, EventHeaders? Headers, string? Payload, byte[]? Event, IReadOnlyList<RedactedEvent> Redacts, IReadOnlyList<Guid> Persons, string? Unreadable)
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? canonical, hashed;

    /// <summary>The hash of the data as it stands, as a whole.</summary>
    public string DataHash => HashChain.DataHash(CanonicalJson.Of(Row.Data));

    /// <summary>Whether texts of it are taken out, as its salts have it.</summary>
    public bool IsRedacted => Headers?.Salts?.Any(MemberDigests.IsTakenOut) is true;

    /// <summary>Where it stands in the chain of a cluster with this register.</summary>
    public ChainPlace Place(Guid register) => Headers is not null ? new(Headers.Position, Headers.Index, Row.Stream == register) : new(Row.Stream == register ? Row.Version : null, null, Row.Stream == register);

    public static HashedRow Of(LogRow row)
    {
        string? unreadable = null;
        var headers = Read(static row => EventHeaders.Parse(row.Headers));
        var own = Read(EventHash);
        var payload = headers is null ? null : Read(row => MemberDigests.Of(headers) is { } digests ? HashChain.PayloadHash(row.Data, digests) : HashChain.DataHash(CanonicalJson.Of(row.Data)));
        var redacts = unreadable is null && row.Type == "text_redacted" ? Read(RedactedBy) : null;
        var persons = unreadable is null && headers is { IsSalted: false } ? Read(PersonsOf) : null;
        return new(row, headers, payload, own, redacts ?? [], persons ?? [], unreadable);

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

    private static byte[] EventHash(LogRow row)
    {
        using var headers = JsonDocument.Parse(row.Headers);
        var ours = headers.RootElement.TryGetProperty(EventHeaders.Name, out var own) && headers.RootElement.GetPropertyCount() == 1 ? own : headers.RootElement;
        var salted = ours.TryGetProperty("salt"u8, out _) || ours.TryGetProperty("salts"u8, out _);
        return HashChain.EventHash(Canonical(ours, EventHeaders.Unchained), row.Id, row.Stream, row.Type, row.Version, salted ? (row.Causation, row.Correlation) : null, hashed ??= new());
    }

    private static ReadOnlySpan<byte> Canonical(JsonElement json, string[] without)
    {
        canonical ??= new();
        canonical.ResetWrittenCount();
        CanonicalJson.Write(json, canonical, without);
        return canonical.WrittenSpan;
    }

    private static IReadOnlyList<Guid> PersonsOf(LogRow row) => row.Type switch
    {
        "person_registered" or "person_updated" or "person_merged" or "person_erased" => [.. JsonNode.Parse(row.Data)?["person"] is { } person ? [person.GetValue<Guid>()] : Array.Empty<Guid>()],
        "decision_recorded" or "decision_corrected" => [.. JsonNode.Parse(row.Data)?["registered"]?.AsArray().Select(person => person?.GetValue<Guid>() ?? default) ?? []],
        _ => [],
    };

    private static IReadOnlyList<RedactedEvent> RedactedBy(LogRow row)
    {
        var told = JsonNode.Parse(row.Data);
        var events = (told?["events"] ?? throw new FormatException("It does not say which events it redacts.")).AsArray();
        var (hashes, members) = (told["hashes"]?.AsArray(), told["members"]?.AsArray());
        return [.. events.Select((id, i) => new RedactedEvent(id?.GetValue<Guid>() ?? default, At(hashes, i)?.GetValue<string>(), Texts(At(members, i)), Texts(told["texts"]) ?? []))];

        static JsonNode? At(JsonArray? list, int i) => i < list?.Count ? list[i] : null;
        static List<string>? Texts(JsonNode? list) => list?.AsArray().Select(text => text?.GetValue<string>() ?? "").ToList();
    }
}

/// <summary>An event of which a redaction says that texts are taken out.</summary>
/// <param name="Hash">Of the data that stands there since, as a whole; null where it does not say.</param>
/// <param name="Members">The places of the texts in the data; null where it does not say.</param>
/// <param name="Texts">What it calls the texts of all its events.</param>
internal sealed record RedactedEvent(Guid Event, string? Hash, IReadOnlyList<string>? Members, IReadOnlyList<string> Texts);
