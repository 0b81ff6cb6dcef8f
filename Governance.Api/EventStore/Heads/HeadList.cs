using System.Text.Json;
using Governance.Api.Hosting;

namespace Governance.Api.EventStore.Heads;

/// <summary>Signed heads as a file outside the database, one a line, the oldest first. It only grows.</summary>
public static class HeadList
{
    /// <summary>Reads it. Throws <see cref="FormatException"/> on a line that is none of its own.</summary>
    public static async Task<IReadOnlyList<SignedHead>> ReadAsync(FileInfo file, CancellationToken ct) =>
        [.. (await File.ReadAllLinesAsync(file.FullName, ct)).Where(line => line.Length > 0).Select((line, i) => Parse(line) ?? throw new FormatException($"Line {i + 1} of {file} is no signed head."))];

    /// <summary>Adds to it, readable to nobody else.</summary>
    public static async Task AddAsync(FileInfo file, IEnumerable<SignedHead> heads, CancellationToken ct)
    {
        await using var to = SecludedFile.Append(file);
        foreach (var head in heads)
        {
            await JsonSerializer.SerializeAsync(to, head, EventJson.Options, ct);
            to.WriteByte((byte)'\n');
        }
        to.Flush(flushToDisk: true);
    }

    /// <summary>A head as a line has it; null where it is none.</summary>
    private static SignedHead? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<SignedHead>(line, EventJson.Options) is { Cluster: not null, Chain: not null, RecordedAt: not null, SignedAt: not null, Signature: not null, Position: > 0 } head ? head : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
