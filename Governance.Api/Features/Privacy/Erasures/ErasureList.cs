using System.Text.Json;
using Governance.Api.EventStore;
using Governance.Api.Hosting;

namespace Governance.Api.Features.Privacy.Erasures;

/// <summary>Something that was erased, by its ids alone: a person, or texts of an event by their places in its data.</summary>
public sealed record Erased(string Cluster, Guid? Person = null, Guid? Event = null, string? Text = null);

/// <summary>What was erased, as a file outside the database: a restored backup is held against it. It only grows.</summary>
public static class ErasureList
{
    /// <summary>Reads it; empty where there is none yet. Throws <see cref="FormatException"/> on a line that is none of its own.</summary>
    public static async Task<IReadOnlySet<Erased>> ReadAsync(FileInfo file, CancellationToken ct)
    {
        file.Refresh();
        if (!file.Exists) return new HashSet<Erased>();
        return (await File.ReadAllLinesAsync(file.FullName, ct)).Where(line => line.Length > 0).Select((line, i) => Parse(line, i + 1)).ToHashSet();
    }

    /// <summary>Adds to it; whoever reads meanwhile has the list before or after.</summary>
    /// <returns>How many were new.</returns>
    public static async Task<int> AddAsync(FileInfo file, IEnumerable<Erased> erased, CancellationToken ct)
    {
        var before = await ReadAsync(file, ct);
        var added = erased.Where(e => !before.Contains(e)).Distinct().ToList();
        if (added.Count == 0 && file.Exists) return 0;
        var half = new FileInfo($"{file.FullName}.half");
        await using (var to = SecludedFile.Create(half))
        {
            foreach (var one in before.Concat(added))
            {
                await JsonSerializer.SerializeAsync(to, one, EventJson.Options, ct);
                to.WriteByte((byte)'\n');
            }
            to.Flush(flushToDisk: true);
        }
        half.MoveTo(file.FullName, overwrite: true);
        return added.Count;
    }

    private static Erased Parse(string line, int number)
    {
        try
        {
            if (JsonSerializer.Deserialize<Erased>(line, EventJson.Options) is { Cluster.Length: > 0 } erased && (erased.Person is null) == (erased is { Event: not null, Text: not null })) return erased;
        }
        catch (JsonException)
        {
            // Told below.
        }
        throw new FormatException($"Line {number} of the list is not of its making.");
    }
}
