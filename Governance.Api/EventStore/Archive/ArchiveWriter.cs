using System.Buffers;
using System.Text.Json;
using Governance.Api.Http.Binding;

namespace Governance.Api.EventStore.Archive;

/// <summary>Writes an archive as NDJSON, a sealed line at a time.</summary>
public sealed class ArchiveWriter
{
    private const int Piece = 1 << 16;
    private readonly ArchiveSeal seal = new();
    private readonly ArrayBufferWriter<byte> scratch = new(1024);
    private readonly ArrayBufferWriter<byte> output = new(2 * Piece);

    private ArchiveWriter() { }

    /// <summary>Writes the lines as they come.</summary>
    /// <param name="progress">Told how many lines are written.</param>
    public static async Task WriteAsync(IAsyncEnumerable<ArchiveLine> lines, Stream to, IProgress<long>? progress = null, CancellationToken ct = default)
    {
        var writer = new ArchiveWriter();
        var written = 0L;
        await foreach (var line in lines.WithCancellation(ct))
        {
            writer.Write(line);
            written++;
            if (writer.output.WrittenCount < Piece) continue;
            await writer.FlushAsync(to, ct);
            progress?.Report(written);
        }
        await writer.FlushAsync(to, ct);
        progress?.Report(written);
    }

    private async Task FlushAsync(Stream to, CancellationToken ct)
    {
        await to.WriteAsync(output.WrittenMemory, ct);
        output.ResetWrittenCount();
    }

    private void Write(ArchiveLine line)
    {
        scratch.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(scratch, new() { Encoder = EventJson.Options.Encoder }))
        {
            json.WriteStartObject();
            WriteMembers(json, line);
            json.WriteEndObject();
        }
        seal.Write(scratch.WrittenSpan[..^1], output);
    }

    private static void WriteMembers(Utf8JsonWriter json, ArchiveLine line)
    {
        switch (line)
        {
            case ArchiveLine.Heading heading:
                json.WriteString("cluster", heading.Cluster);
                json.WriteNumber("position", heading.Position);
                json.WriteString("knownAt", Instants.Format(heading.KnownAt));
                if (heading.Head is not { } head) break;
                json.WritePropertyName("head");
                JsonSerializer.Serialize(json, head, EventJson.Options);
                break;
            case ArchiveLine.Event { Row: var row, StreamType: var streamType }:
                WriteEvent(json, row, EventHeaders.Parse(row.Headers), streamType);
                break;
            case ArchiveLine.Somebody { Person: var person }:
                json.WritePropertyName("person");
                JsonSerializer.Serialize(json, person with { Position = 0 }, EventJson.Options);
                break;
            case ArchiveLine.Written { Proceedings: var proceedings }:
                json.WritePropertyName("proceedings");
                JsonSerializer.Serialize(json, proceedings, EventJson.Options);
                break;
            case ArchiveLine.PaperHead { Paper: var paper }:
                json.WritePropertyName("paper");
                JsonSerializer.Serialize(json, paper, EventJson.Options);
                break;
            case ArchiveLine.PaperPiece piece:
                json.WriteStartObject("piece");
                json.WriteString("paper", piece.Paper);
                json.WriteNumber("number", piece.Number);
                json.WriteBase64String("bytes", piece.Bytes);
                json.WriteEndObject();
                break;
            case ArchiveLine.End end:
                json.WriteNumber("events", end.Events);
                json.WriteNumber("people", end.People);
                if (end.Others > 0) json.WriteNumber("others", end.Others);
                break;
        }
    }

    private static void WriteEvent(Utf8JsonWriter json, LogRow row, EventHeaders headers, string streamType)
    {
        json.WriteNumber("position", headers.Position);
        json.WriteNumber("index", headers.Index);
        json.WriteString("stream", row.Stream);
        json.WriteString("streamType", streamType);
        json.WriteNumber("version", row.Version);
        json.WriteString("id", row.Id);
        json.WriteString("type", row.Type);
        WriteText("dotnetType", row.DotnetType);
        WriteText("effectiveFrom", headers.EffectiveFrom);
        WriteText("decidedOn", headers.DecidedOn);
        json.WriteString("recordedAt", Instants.Format(row.RecordedAt));
        if (headers.Decision is { } decision) json.WriteString("decision", decision);
        if (headers.Revision is { } revision) json.WriteNumber("revision", revision);
        json.WriteString("actor", headers.Actor);
        WriteText("correlation", row.Correlation);
        WriteText("causation", row.Causation);
        json.WritePropertyName("data");
        json.WriteRawValue(CanonicalJson.Of(row.Data), skipInputValidation: true);
        json.WriteString("payloadHash", headers.PayloadHash);
        if (headers.People is { } people)
        {
            json.WriteStartObject("people");
            foreach (var (id, hash) in people) json.WriteString(id.ToString(), hash);
            json.WriteEndObject();
        }
        WriteText("salt", headers.Salt);
        if (headers.Salts is { } salts)
        {
            json.WriteStartArray("salts");
            foreach (var salt in salts) json.WriteStringValue(salt);
            json.WriteEndArray();
        }
        WriteText("chainHash", headers.Chain);

        void WriteText(string member, string? value)
        {
            if (value is not null) json.WriteString(member, value);
        }
    }
}
