using System.CommandLine;
using Governance.Api.EventStore;
using Governance.Api.EventStore.Archive;
using Governance.Api.Hosting;

namespace Governance.Api.Cli;

/// <summary>Writes a cluster to a file, or to what is piped.</summary>
internal static class Export
{
    public static Command Verb()
    {
        var format = new Argument<string>("format") { Description = "events: the whole log, to rebuild the cluster elsewhere with import." };
        var cluster = new Option<string>("--cluster") { Required = true, Description = "Which cluster." };
        var output = new Option<FileInfo?>("--output") { Description = "The file to write; without it the terminal or what is piped." };
        var verb = new Command("export", "Write a cluster in a format that others read.") { format.AcceptOnlyFromAmong("events"), cluster, output };
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            var log = open.Get<EventLog>();
            if (await log.HeadAsync(parsed.GetValue(cluster)!, ct) is null) throw new CannotStartException($"There is no cluster {parsed.GetValue(cluster)}.");
            using var progress = new ProgressLine("lines");
            await using var to = Open(parsed.GetValue(output));
            await ArchiveWriter.WriteAsync(log.ReadArchiveAsync(parsed.GetValue(cluster)!, ct), to, progress, ct);
        });
        return verb;
    }

    private static Stream Open(FileInfo? file)
    {
        try
        {
            return file?.Create() ?? Console.OpenStandardOutput();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(e.Message);
        }
    }
}
