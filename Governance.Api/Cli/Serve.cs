using System.CommandLine;
using Governance.Api.EventStore;
using Governance.Api.Hosting;
using Governance.Api.Security;

namespace Governance.Api.Cli;

/// <summary>Serves until told to stop; what it took it finishes, and its private PostgreSQL stops after it.</summary>
internal static class Serve
{
    public static Command Verb()
    {
        var verb = new Command("serve", "Serve the API; what is done without a verb.") { TreatUnmatchedTokensAsErrors = false };
        verb.SetAction((parsed, ct) => RunAsync(Settings.Of(parsed), ct));
        return verb;
    }

    private static async Task RunAsync(string[] settings, CancellationToken ct)
    {
        await using var open = await OpenApplication.OpenAsync(settings, ct);
        if (await open.Get<Restores>().IsUnfinishedAsync(ct))
            throw new CannotStartException("The database was restored from a backup, where those stand who were erased since. Erase them again first: erasures apply FILE.");
        await open.App.StartAsync(ct);
        foreach (var address in open.App.Urls) Console.WriteLine($"Serving on {address}");
        if (!open.Get<ApiKeyCache>().HasAdminKey && await open.Get<ApiKeys>().CreateBootstrapAsync(ct) is { } secret)
            Console.WriteLine($"The first admin key, shown this once: {secret}");
        await open.App.WaitForShutdownAsync(ct);
    }
}
