using System.CommandLine;
using Governance.Api.EventStore;

namespace Governance.Api.Cli;

/// <summary>Loads the story of Alrek helseklynge into an empty database; one that holds anything is left as it is.</summary>
internal static class Demo
{
    private const string Story = "Governance.Api.Cli.Demo.alrek.json";

    public static Command Verb()
    {
        var verb = new Command("demo", "Load the story of Alrek helseklynge into an empty database.");
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            if ((await open.Get<EventLog>().ReadClustersAsync(ct)).Count == 0) return await Importing.RunAsync(open, cluster: null, await ReadStoryAsync(ct), dryRun: false, ct);

            Console.WriteLine("The database is not empty: it is left as it is.");
            return 0;
        });
        return verb;
    }

    private static async Task<byte[]> ReadStoryAsync(CancellationToken ct)
    {
        await using var story = typeof(Demo).Assembly.GetManifestResourceStream(Story)!;
        var bytes = new byte[story.Length];
        await story.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
