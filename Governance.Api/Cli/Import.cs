using System.CommandLine;
using Governance.Api.EventStore.Archive;

namespace Governance.Api.Cli;

/// <summary>Takes a file in, all or nothing: decisions, or the archive of a log.</summary>
internal static class Import
{
    public static Command Verb()
    {
        var file = new Argument<FileInfo>("file") { Description = "A document as POST /api/clusters/{cluster}/import takes it, or what export events wrote." };
        var cluster = new Option<string?>("--cluster") { Description = "Which cluster; without it the one that the file names." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would come of it." };
        var erasures = new Option<FileInfo?>("--erasures") { Description = "The list of what was erased, by which an older archive is erased again at once." };
        var verb = new Command("import", "Take a file of decisions or the archive of a log in, all or nothing.") { file.AcceptExistingOnly(), cluster, dryRun, erasures };
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            var given = parsed.GetValue(file)!;
            return given.Extension == ".ndjson" || await ArchiveReader.IsArchiveAsync(given, ct)
                ? await Restoring.RunAsync(open, given, parsed.GetValue(erasures), parsed.GetValue(dryRun), ct)
                : await Importing.RunAsync(open, parsed.GetValue(cluster), await File.ReadAllBytesAsync(given.FullName, ct), parsed.GetValue(dryRun), ct);
        });
        verb.Subcommands.Add(ImportPopolo.Verb());
        return verb;
    }
}
