using System.CommandLine;
using System.Security.Cryptography;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Import.Popolo;
using Governance.Api.Hosting;
using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;
using Governance.Domain.Clusters;
using Governance.Domain.Values;

namespace Governance.Api.Cli;

/// <summary>Takes a Popolo document in, all or nothing, and tells by JSON pointer what stands in the way or was understood otherwise.</summary>
internal static class ImportPopolo
{
    public static Command Verb()
    {
        var file = new Argument<FileInfo>("file") { Description = "A Popolo document: organizations, persons, posts, memberships." };
        var cluster = new Option<string>("--cluster") { Required = true, Description = "Which cluster; it is founded if it is new." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say what would come of it." };
        var hidden = new Option<bool>("--internal") { Description = "Bodies and decisions whose visibility the document does not give are internal." };
        var verb = new Command("popolo", "Take an organisation in from a Popolo document, all or nothing.") { file.AcceptExistingOnly(), cluster, dryRun, hidden };
        verb.SetAction(async (parsed, ct) =>
        {
            await using var open = await OpenApplication.ForTaskAsync(Settings.Of(parsed), ct);
            return await RunAsync(open, parsed.GetValue(cluster)!, await File.ReadAllBytesAsync(parsed.GetValue(file)!.FullName, ct), parsed.GetValue(dryRun), parsed.GetValue(hidden) ? Visibility.Internal : null, ct);
        });
        return verb;
    }

    private static async Task<int> RunAsync(OpenApplication open, string cluster, byte[] json, bool dryRun, Visibility? visibility, CancellationToken ct)
    {
        if (!ClusterSlug.TryParse(cluster, out var slug)) throw new CannotStartException("Say with --cluster which cluster it is: a–z, 0–9 and hyphens.");
        var reading = new RequestReader();
        if (Requests.Read<PopoloDocument>(json, reading) is not { } document) return Importing.Refuse(reading.Faults.Select(Importing.Line));
        var hash = SHA256.HashData(json);
        using var progress = new ProgressLine("decisions");
        if (dryRun)
        {
            var import = new PopoloImport(slug, document, hash, open.Get<Calendar>(), visibility, await open.Get<EventLog>().ReadPeopleAsync(cluster, ct: ct));
            var live = await open.Get<ClusterCache>().NewestAsync(cluster, ct);
            var (tried, faults) = import.For(live.History);
            if (tried is null) return Importing.Refuse(faults.Select(Importing.Line));
            Note(tried, import.Changes(tried, live, import.Acts(tried).Judge(live.History).Verdict, Language.En));
            return await Importing.TryAsync(open, slug, import.Acts(tried), (v, cluster) => Line(PopoloImport.View(v, tried, cluster, Language.En)), progress, ct);
        }
        var (written, taken, answer, changes) = await open.InvokeAsync<PopoloWritten>(new TakePopolo(Importing.Write(slug, hash), slug, document, hash, visibility, Language.En, progress), ct);
        if (taken is not null) Note(taken, changes);
        return Importing.Tell(slug, written, answer, (v, cluster) => Line(PopoloImport.View(v, taken!, cluster, Language.En)), progress);
    }

    private static void Note(PopoloTaken taken, PopoloChanges? changes)
    {
        foreach (var (at, message) in taken.Notes) Console.WriteLine($"{at}: {message.En}");
        foreach (var change in changes?.Made ?? []) Console.WriteLine(change.Sentence);
        foreach (var decision in changes?.Corrections ?? []) Console.WriteLine($"Corrected: {decision.Title} ({string.Join(", ", decision.Differences.Select(d => d.What))})");
    }

    private static string Line(ViolationView violation) => $"{violation.At}: {violation.Message}";
}
