using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Governance.Api.EventStore.Archive;

namespace Governance.Api.EventStore.Heads;

/// <summary>What was kept elsewhere of logs that are to go on from it: signed heads, or the archive of one of them.</summary>
/// <param name="Heads">Where they stood, by cluster.</param>
/// <param name="Archived">Of an archive, the data of events of before texts were hashed apart, by id: it proves what their hashes cannot.</param>
public sealed record Precedent(ILookup<string, SignedHead> Heads, IReadOnlyDictionary<Guid, byte[]> Archived)
{
    /// <summary>Reads either. Throws <see cref="FormatException"/> or <see cref="BrokenArchiveException"/> on another file.</summary>
    public static async Task<Precedent> ReadAsync(FileInfo file, CancellationToken ct)
    {
        if (!await ArchiveReader.IsArchiveAsync(file, ct)) return new((await HeadList.ReadAsync(file, ct)).ToLookup(h => h.Cluster), new Dictionary<Guid, byte[]>());
        var (archived, heading, chain) = (new Dictionary<Guid, byte[]>(), (ArchiveLine.Heading?)null, "");
        await using var stream = file.OpenRead();
        await foreach (var line in ArchiveReader.ReadAsync(stream, ct))
        {
            heading ??= line as ArchiveLine.Heading;
            if (line is not ArchiveLine.Event { Row: var row } || EventHeaders.Parse(row.Headers) is not { } headers) continue;
            if (!headers.IsSalted) archived[row.Id] = row.Data;
            if (row.Stream == RegisterStream.Of(heading!.Cluster)) chain = headers.Chain ?? "";
        }
        return new(new[] { HeadOf(heading!, chain) }.ToLookup(h => h.Cluster), archived);
    }

    /// <summary>In what a cluster's log is no continuation of it.</summary>
    /// <param name="key">By which the heads are to be signed; null where that is not looked at.</param>
    public async Task<IReadOnlyList<string>> CompareAsync(EventLog log, string cluster, ECDsa? key, CancellationToken ct)
    {
        var found = new List<string>();
        var chains = await log.ReadChainsAsync(cluster, [.. Heads[cluster].Select(h => h.Position).Distinct()], ct);
        foreach (var head in Heads[cluster])
        {
            var signed = head.Signature.Length == 0 ? "archived" : $"signed {head.SignedAt}";
            if (key is not null && !head.IsSignedBy(key)) found.Add($"head {head.Position}, {signed}: the signature is not the key's");
            if (!chains.TryGetValue(head.Position, out var chain)) found.Add($"head {head.Position}, {signed}: the log does not go so far");
            else if (chain != head.Chain) found.Add($"head {head.Position}, {signed}: the log has other acts up to there");
        }
        if (Archived.Count == 0) return found;
        foreach (var row in await log.ReadRowsAsync(cluster, [.. Archived.Keys], ct))
            if (!IsSameButForMarks(JsonNode.Parse(Archived[row.Id]), JsonNode.Parse(row.Data))) found.Add($"event {row.Id}: what was archived of it differs by more than texts that were redacted since");
        return found;
    }

    private static SignedHead HeadOf(ArchiveLine.Heading heading, string chain) => heading.Head is { } signed
        ? signed.Chain == chain && signed.Cluster == heading.Cluster && signed.Position == heading.Position ? signed : throw new BrokenArchiveException("The archive is signed for another log than it holds.")
        : new(heading.Cluster, heading.Position, "", chain, "", "", "");

    private static bool IsSameButForMarks(JsonNode? before, JsonNode? now) => (before, now) switch
    {
        (JsonObject a, JsonObject b) => a.Count == b.Count && a.All(m => b.TryGetPropertyValue(m.Key, out var same) && IsSameButForMarks(m.Value, same)),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => IsSameButForMarks(pair.First, pair.Second)),
        (JsonValue a, JsonValue b) when a.TryGetValue<string>(out _) && b.TryGetValue<string>(out var text) && text == Redaction.Mark => true,
        _ => JsonNode.DeepEquals(before, now),
    };
}
