using System.CommandLine;

namespace Governance.Api.Cli;

/// <summary>Takes a file of decisions in, all or nothing.</summary>
internal static class Import
{
    public static Command Verb()
    {
        var file = new Argument<FileInfo>("file") { Description = "A document as POST /api/clusters/{cluster}/import takes it." };
        var cluster = new Option<string?>("--cluster") { Description = "Which cluster; without it the one that the document names." };
        var verb = new Command("import", "Take a file of decisions in, all or nothing.") { file.AcceptExistingOnly(), cluster };
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            return await Importing.RunAsync(open, parsed.GetValue(cluster), await File.ReadAllBytesAsync(parsed.GetValue(file)!.FullName, ct), ct);
        });
        return verb;
    }
}
