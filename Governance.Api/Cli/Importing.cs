using System.Security.Cryptography;
using Governance.Api.Clusters;
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
        var reading = new RequestReader();
        if (Requests.Read<ImportRequest>(document, reading) is not { } request)
            return Refuse(reading.Faults.Select(Line));
        if (!ClusterSlug.TryParse(cluster ?? request.Cluster?.Id ?? "", out var slug))
            throw new CannotStartException("Say with --cluster which cluster it is: a–z, 0–9 and hyphens.");

        var hash = SHA256.HashData(document);
        using var progress = new ProgressLine("decisions");
        if (dryRun) return await TryAsync(open, slug, new(slug, request, hash, open.Get<Calendar>()), Line, progress, ct);
        var (written, answer) = await open.InvokeAsync<ImportWritten>(new TakeImport(Write(slug, hash), slug, request, hash, progress), ct);
        return Tell(slug, written, answer, Line, progress);
    }

    /// <summary>The same document twice is the same request twice.</summary>
    public static WriteRequest Write(ClusterSlug slug, byte[] hash) =>
        new(slug.Value, OpenApplication.Actor, new($"{OpenApplication.Actor} {Convert.ToHexStringLower(hash)}", hash), Founds: true);

    /// <summary>Tells what became of an import.</summary>
    /// <param name="line">What is told of a violation.</param>
    /// <returns>The exit code.</returns>
    public static int Tell(ClusterSlug slug, WriteOutcome written, ImportAnswer? answer, Func<Violation, LiveCluster, string> line, ProgressLine progress)
    {
        progress.Dispose();
        return written switch
        {
            WriteOutcome.Recorded => Tell(answer!, "now"),
            WriteOutcome.Refused refused => Refuse(refused.Violations.Select(v => line(v, refused.Cluster))),
            WriteOutcome.Malformed malformed => Refuse(malformed.Faults.Select(Line)),
            WriteOutcome.Absent => Refuse([Unfounded(slug)]),
            WriteOutcome.Conflict => Refuse(["Others recorded something at the same time: try again."]),
            _ => Refuse(["There is nothing in it to record."]),
        };
    }

    /// <summary>Tells what would become of an import.</summary>
    /// <inheritdoc cref="Tell(ClusterSlug, WriteOutcome, ImportAnswer?, Func{Violation, LiveCluster, string}, ProgressLine)"/>
    public static async Task<int> TryAsync(OpenApplication open, ClusterSlug slug, ImportHistory import, Func<Violation, LiveCluster, string> line, ProgressLine progress, CancellationToken ct)
    {
        var live = await open.Get<ClusterCache>().NewestAsync(slug.Value, ct);
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

    /// <summary>A fault, with its place.</summary>
    public static string Line(Fault fault) => $"{fault.Path}: {fault.Message.En}";

    private static string Line(Violation v, LiveCluster cluster)
    {
        var violation = ViolationView.Of(v, cluster, Language.En);
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
