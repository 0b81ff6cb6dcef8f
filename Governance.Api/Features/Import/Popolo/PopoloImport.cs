using Governance.Api.Clusters;
using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>A Popolo document on its way into a cluster: told as one of our own imports, and what comes of that told by its own places.</summary>
/// <param name="hash">The request's hash.</param>
internal sealed class PopoloImport(ClusterSlug slug, PopoloDocument document, byte[] hash, Calendar calendar)
{
    /// <summary>What it is for a cluster as it stands, or all that is wrong with it.</summary>
    public (PopoloTaken? Taken, IReadOnlyList<Fault> Faults) For(ClusterHistory history) => PopoloHistory.Of(document, slug, history.Founding?.FoundedOn, calendar.Today(history));

    /// <summary>The same as acts.</summary>
    public ImportHistory Acts(PopoloTaken taken) => new(slug, taken.Request, hash, calendar);

    /// <summary>What it was when its last act was at a position.</summary>
    public PopoloTaken TakenAt(LiveCluster live, long position) =>
        For(ClusterHistory.Empty(slug.Value)).Taken is { } founding && Acts(founding).Founded(position) ? founding : For(live.History).Taken!;

    /// <summary>A violation with its place in the document.</summary>
    public static ViolationView View(Violation violation, PopoloTaken taken, LiveCluster cluster, Language language) =>
        ViolationView.Of(violation, cluster, language) with { At = violation.Entry is { } entry && taken.Places[entry] is var places ? places.ElementAtOrDefault(violation.Change ?? 0) : null };
}

/// <summary>What an import of Popolo came to, or would: as of any import, the ids by list and id in the document, and what was understood otherwise than it says.</summary>
public sealed record PopoloAnswer(string Cluster, long Position, int Decisions, int People, IReadOnlyDictionary<string, Guid> Ids, IReadOnlyList<ImportNote> Notes)
{
    internal static PopoloAnswer Of(ImportAnswer answer, PopoloTaken taken, Language language) =>
        new(answer.Cluster, answer.Position, answer.Decisions, answer.People, answer.Ids, [.. taken.Notes.Select(n => new ImportNote(n.At, n.Message.In(language)))]);
}

/// <summary>What an import of Popolo would come to: everything that is wrong with it, each with its place by JSON pointer in <c>at</c>, or what it would take in.</summary>
public sealed record PopoloTried(IReadOnlyList<ViolationView> Violations, PopoloAnswer? Import);
