using System.CommandLine;
using Governance.Api.Hosting;
using Governance.Api.Reporting;

namespace Governance.Api.Cli;

/// <summary>Builds the reporting tables anew from the log, beside a server that may be running; reads go on meanwhile.</summary>
internal static class Rebuild
{
    public static Command Verb()
    {
        var verb = new Command("rebuild", "Build the reporting tables anew from the log, while they are read.");
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync([.. Settings.Of(parsed), LocalDatabase.AsOwner], ct);
            await open.Get<Rebuilding>().RunAsync(Console.WriteLine, ct);
            Console.WriteLine("The reporting tables are rebuilt.");
        });
        return verb;
    }
}
