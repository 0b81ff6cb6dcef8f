using System.Security.Cryptography;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Import;
using Governance.Api.Hosting;
using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Api.Cli;

/// <summary>Takes an import document in as one who owns the database does, and tells what came of it.</summary>
internal static class Importing
{
    /// <summary>All of it, or nothing and a line for each thing that stands in the way.</summary>
    /// <param name="cluster">Where it belongs; null where the document says so.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(OpenApplication open, string? cluster, byte[] document, bool dryRun, CancellationToken ct)
    {
        var reading = new Reading();
        if (Requests.Read<ImportRequest>(document, reading) is not { } request)
            return Refuse(reading.Faults.Select(fault => $"{fault.Path}: {fault.Message.En}"));
        if (!ClusterSlug.TryParse(cluster ?? request.Cluster?.Id ?? "", out var slug))
            throw new CannotStartException("Say with --cluster which cluster it is: a–z, 0–9 and hyphens.");

        var hash = SHA256.HashData(document);
        var import = new ImportHistory(slug, request, hash, open.Get<Calendar>());
        return await WriteAsync(open, slug, hash, import, recorded => import.At(recorded.Cluster, recorded.Position), (v, live) => Line(ViolationView.Of(v, live, Language.En)), dryRun, ct);
    }

    /// <summary>Writes what an import comes to, or tries it out.</summary>
    /// <param name="at">What it came to.</param>
    /// <param name="line">What is told of a violation.</param>
    public static async Task<int> WriteAsync(
        OpenApplication open, ClusterSlug slug, byte[] hash, ImportHistory import, Func<WriteOutcome.Recorded, ImportAnswer> at, Func<Violation, LiveCluster, string> line, bool dryRun, CancellationToken ct)
    {
        using var progress = new ProgressLine("decisions");
        if (dryRun) return await TryAsync(open, slug, import, line, progress, ct);
        // The same document twice is the same request twice.
        var key = new IdempotencyKey($"{OpenApplication.Actor} {Convert.ToHexStringLower(hash)}", hash);
        var outcome = await open.Get<ClusterWriter>().WriteAsync(
            new WriteRequest(slug.Value, OpenApplication.Actor, key, Founds: true), live => import.Judge(live.History, progress).Verdict, ct);
        progress.Dispose();
        switch (outcome)
        {
            case WriteOutcome.Recorded recorded:
                return Tell(at(recorded), "now");
            case WriteOutcome.Refused refused:
                return Refuse(refused.Violations.Select(v => line(v, refused.Cluster)));
            case WriteOutcome.Absent:
                return Refuse([Unfounded(slug)]);
            case WriteOutcome.Conflict:
                return Refuse(["Others recorded something at the same time: try again."]);
            default:
                return Refuse(["There is nothing in it to record."]);
        }
    }

    private static async Task<int> TryAsync(OpenApplication open, ClusterSlug slug, ImportHistory import, Func<Violation, LiveCluster, string> line, ProgressLine progress, CancellationToken ct)
    {
        var live = await open.Get<ClusterCache>().FindAsync(slug.Value, ct) is { } entry ? await entry.NewestAsync(ct) : LiveCluster.Empty(slug.Value);
        var (verdict, answer) = import.Judge(live.History, progress);
        progress.Dispose();
        return verdict switch
        {
            Verdict.Absent => Refuse([Unfounded(slug)]),
            Verdict.Refuse refused => Refuse(refused.Violations.Select(v => line(v, live))),
            _ => Tell(answer!, "would be"),
        };
    }

    private static int Tell(ImportAnswer answer, string verb)
    {
        Console.WriteLine($"{answer.Cluster}: {answer.Decisions} decisions and {answer.People} people, {verb} at position {answer.Position}");
        return 0;
    }

    private static string Unfounded(ClusterSlug slug) => $"There is no cluster {slug}, and the document does not say how it was founded.";

    private static string Line(ViolationView violation)
    {
        string?[] place = [violation.Entry is { } entry ? $"decisions[{entry}]" : null, violation.Change is { } change ? $"changes[{change}]" : null, violation.Member];
        return $"{string.Join('.', place.OfType<string>())}: {violation.Message}";
    }

    /// <summary>Tells why not.</summary>
    public static int Refuse(IEnumerable<string> lines)
    {
        foreach (var line in lines) Console.Error.WriteLine(line);
        return 1;
    }
}
