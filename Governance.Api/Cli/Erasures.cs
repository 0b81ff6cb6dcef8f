using System.CommandLine;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Privacy.Erasures;
using Governance.Api.Hosting;
using Governance.Api.Reporting;

namespace Governance.Api.Cli;

/// <summary>Keeps a list of what was erased, by ids alone, beside the backups; and holds a restored backup against it.</summary>
internal static class Erasures
{
    public static Command Verb() => new("erasures", "Keep a list of what was erased beside the backups, and erase it again in what is restored.") { Export(), Apply() };

    /// <summary>Erases again what is on the list, in the reporting tables too.</summary>
    public static async Task ApplyAsync(OpenApplication open, FileInfo file, CancellationToken ct)
    {
        try
        {
            var (people, events) = (0, 0);
            foreach (var cluster in (await ErasureList.ReadAsync(file, ct)).GroupBy(e => e.Cluster, StringComparer.Ordinal))
            {
                if (await open.Get<ClusterCache>().FindAsync(cluster.Key, ct) is null) continue;
                var again = await open.InvokeAsync<ErasedAgain>(new EraseAgain(new(cluster.Key, OpenApplication.Actor), [.. cluster]), ct);
                (people, events) = (people + again.People, events + again.Events);
            }
            var projection = open.Get<Projection>();
            foreach (var cluster in await projection.BehindAsync(Projection.Live, ct)) await projection.ProjectAsync(Projection.Live, cluster, ct);
            Console.WriteLine($"Erased again: {people} people, texts in {events} events.");
        }
        catch (FormatException e)
        {
            throw new CannotStartException(e.Message);
        }
    }

    private static Command Export()
    {
        var file = new Argument<FileInfo>("file") { Description = "The list, which is added to; it holds ids, no names." };
        var verb = new Command("export", "Add what has been erased to the list.") { file };
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            var added = await ErasureList.AddAsync(parsed.GetValue(file)!, await open.Get<ErasedThings>().FindAsync(ct), ct);
            Console.WriteLine($"{parsed.GetValue(file)}: {added} new");
        });
        return verb;
    }

    private static Command Apply()
    {
        var file = new Argument<FileInfo>("file") { Description = "The list that export keeps; /dev/null where nothing was ever erased." };
        var verb = new Command("apply", "Erase again what a restored backup has brought back. Harmless when repeated; a database that restore.sh made serves only after it.") { file.AcceptExistingOnly() };
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            await ApplyAsync(open, parsed.GetValue(file)!, ct);
            await open.Get<Restores>().FinishAsync(ct);
        });
        return verb;
    }
}
