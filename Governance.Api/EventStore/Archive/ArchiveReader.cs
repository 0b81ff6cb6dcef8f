using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Api.EventStore.Heads;
using Governance.Domain.Meetings;

namespace Governance.Api.EventStore.Archive;

/// <summary>An archive is not as it was written; the message names the line.</summary>
public sealed class BrokenArchiveException(string message) : Exception(message);

/// <summary>Reads an archive line by line, each held against its seal.</summary>
public static class ArchiveReader
{
    /// <summary>The lines in order, the heading first and the end last. Throws <see cref="BrokenArchiveException"/> at the first line that is not as it was written.</summary>
    public static async IAsyncEnumerable<ArchiveLine> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var seal = new ArchiveSeal();
        var (number, events, people, others, ended) = (0, 0L, 0L, 0L, false);
        await foreach (var bytes in LinesAsync(stream, ct))
        {
            var place = $"Line {++number}";
            if (ended) throw new BrokenArchiveException($"{place}: nothing may follow the end.");
            if (!seal.Holds(bytes)) throw new BrokenArchiveException($"{place}: it is not as it was written, or a line before it is missing.");
            var line = Parse(bytes, place);
            if (line is ArchiveLine.Heading != (number == 1)) throw new BrokenArchiveException($"{place}: the heading is the first line, and only that.");
            if (line is ArchiveLine.Event) events++;
            if (line is ArchiveLine.Somebody) people++;
            if (line is ArchiveLine.Written or ArchiveLine.PaperHead or ArchiveLine.PaperPiece) others++;
            if (line is ArchiveLine.End end && !(ended = end.Events == events && end.People == people && end.Others == others)) throw new BrokenArchiveException($"{place}: it counts other than stands above it.");
            yield return line;
        }
        if (!ended) throw new BrokenArchiveException($"After line {number}: the archive stops before its end.");
    }

    /// <summary>Whether a file is the archive of a log: its first line says so.</summary>
    public static async Task<bool> IsArchiveAsync(FileInfo file, CancellationToken ct)
    {
        var start = new byte[2048];
        await using var stream = file.OpenRead();
        var read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        return start.AsSpan(0, read).IndexOf((byte)'\n') is var end and > 0 && Encoding.UTF8.GetString(start, 0, end).Contains(",\"seal\":\"", StringComparison.Ordinal);
    }

    private static ArchiveLine Parse(byte[] bytes, string place)
    {
        try
        {
            var json = JsonNode.Parse(bytes)!.AsObject();
            if (json.ContainsKey("cluster")) return new ArchiveLine.Heading(Text(json, "cluster"), (long)json["position"]!, Time(json, "knownAt"), json["head"]?.Deserialize<SignedHead>(EventJson.Options));
            if (json["person"] is { } person) return new ArchiveLine.Somebody(person.Deserialize<Person>(EventJson.Options)!);
            if (json["proceedings"] is { } written) return new ArchiveLine.Written(written.Deserialize<Proceedings>(EventJson.Options)!);
            if (json["paper"] is { } paper) return new ArchiveLine.PaperHead(paper.Deserialize<StoredPaper>(EventJson.Options)!);
            if (json["piece"] is { } piece) return new ArchiveLine.PaperPiece((Guid)piece["paper"]!, (int)piece["number"]!, Convert.FromBase64String((string)piece["bytes"]!));
            if (json.ContainsKey("events")) return new ArchiveLine.End((long)json["events"]!, (long)json["people"]!, (long?)json["others"] ?? 0);
            return new ArchiveLine.Event(Row(json), Text(json, "streamType"));
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new BrokenArchiveException($"{place}: a member is missing or not what it should be.");
        }
    }

    private static LogRow Row(JsonObject json) => new(
        (Guid)json["id"]!, (Guid)json["stream"]!, (long)json["version"]!, Text(json, "type"), (string?)json["dotnetType"], Time(json, "recordedAt"),
        Text(json, "actor"), (string?)json["correlation"], (string?)json["causation"], Encoding.UTF8.GetBytes(json["data"]!.ToJsonString(EventJson.Options)), Headers(json));

    private static byte[] Headers(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, EventHeaders>(StringComparer.Ordinal)
    {
        [EventHeaders.Name] = new((long)json["position"]!, (int)json["index"]!, Text(json, "actor"), Text(json, "payloadHash"))
        {
            Decision = (Guid?)json["decision"],
            Revision = (int?)json["revision"],
            EffectiveFrom = (string?)json["effectiveFrom"],
            DecidedOn = (string?)json["decidedOn"],
            People = json["people"]?.AsObject().ToDictionary(p => Guid.Parse(p.Key), p => (string)p.Value!),
            Chain = Convert.ToHexStringLower(Convert.FromHexString(Text(json, "chainHash"))),
            Salt = (string?)json["salt"],
            Salts = json["salts"]?.AsArray().Select(each => (string)each!).ToList(),
        },
    }, EventJson.Options);

    private static string Text(JsonObject json, string member) => (string)json[member]!;

    private static DateTimeOffset Time(JsonObject json, string member) => (DateTimeOffset)json[member]!;

    private static async IAsyncEnumerable<byte[]> LinesAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        var pipe = PipeReader.Create(stream, new(leaveOpen: true));
        while (true)
        {
            var read = await pipe.ReadAsync(ct);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                yield return rest.Slice(0, end).ToArray();
                rest = rest.Slice(rest.GetPosition(1, end));
            }
            if (read.IsCompleted)
            {
                if (!rest.IsEmpty) yield return rest.ToArray();
                yield break;
            }
            pipe.AdvanceTo(rest.Start, rest.End);
        }
    }
}
