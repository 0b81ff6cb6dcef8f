using Governance.Api.EventStore;
using Governance.Api.EventStore.Archive;

namespace Governance.Api.Cli;

/// <summary>Rebuilds a cluster from the archive of its log where there is no such cluster, and tells what came of it.</summary>
internal static class Restoring
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(OpenApplication open, FileInfo file, FileInfo? erasures, bool dryRun, CancellationToken ct)
    {
        try
        {
            await using var stream = file.OpenRead();
            await using var lines = ArchiveReader.ReadAsync(stream, ct).GetAsyncEnumerator(ct);
            if (!await lines.MoveNextAsync()) throw new BrokenArchiveException("The file is empty.");
            var heading = (ArchiveLine.Heading)lines.Current;
            using var progress = new ProgressLine("events");
            var code = Tell(heading, await open.Get<EventLog>().RestoreAsync(heading, Rest(lines), !dryRun, progress, ct), dryRun);
            if (code == 0 && erasures is not null && !dryRun) await Erasures.ApplyAsync(open, erasures, ct);
            return code;
        }
        catch (Exception e) when (e is BrokenArchiveException or UnknownEventTypeException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static int Tell(ArchiveLine.Heading heading, Verification? found, bool dryRun)
    {
        if (found is { Holds: true })
        {
            Console.WriteLine($"{heading.Cluster}: {found.Events} events, {(dryRun ? "would be" : "now")} at position {found.Position}, all as written");
            return 0;
        }
        if (found is null) Console.Error.WriteLine($"There is a cluster {heading.Cluster} already: a log is rebuilt only where there is none.");
        foreach (var difference in found?.Differences ?? []) Console.Error.WriteLine($"Event {difference.Position}.{difference.Index}: {difference.What}");
        return 1;
    }

    private static async IAsyncEnumerable<ArchiveLine> Rest(IAsyncEnumerator<ArchiveLine> lines)
    {
        while (await lines.MoveNextAsync()) yield return lines.Current;
    }
}
