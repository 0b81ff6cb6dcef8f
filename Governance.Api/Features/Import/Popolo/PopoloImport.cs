using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Compare;
using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>A Popolo document on its way into a cluster: told as one of our own imports, and what comes of that told by its own places.</summary>
/// <param name="hash">The request's hash.</param>
/// <param name="visibility">Of bodies and decisions that say nothing of it.</param>
/// <param name="people">The rows of the cluster's people.</param>
internal sealed class PopoloImport(ClusterSlug slug, PopoloDocument document, byte[] hash, Calendar calendar, Visibility? visibility, IReadOnlyList<Person> people)
{
    private TakenUp? judged;

    /// <summary>What it is for a cluster as it stands, or all that is wrong with it.</summary>
    public (PopoloTaken? Taken, IReadOnlyList<Fault> Faults) For(ClusterHistory history) =>
        PopoloHistory.Of(document, new(history, people), new(slug, visibility, calendar.Today(history)));

    /// <summary>The same as acts.</summary>
    public ImportHistory Acts(PopoloTaken taken) => new(slug, taken.Request, hash, calendar, taken.Updated);

    /// <summary>What is to be written on a cluster as it stands.</summary>
    /// <param name="progress">Told how many decisions are read.</param>
    public Verdict Judge(LiveCluster live, IProgress<long>? progress = null)
    {
        judged = null;
        var (taken, faults) = For(live.History);
        if (taken is null) return new Verdict.Malformed(faults);
        var (verdict, answer) = Acts(taken).Judge(live.History, progress);
        judged = new(taken, answer, live.Position);
        return verdict;
    }

    /// <summary>How it was judged last; null where it could not be understood.</summary>
    public (PopoloTaken Taken, ImportAnswer? Answer)? Judged => judged is { } last ? (last.Taken, last.Answer) : null;

    /// <summary>What it came to when its last act was at a position, also when this is asked for again: a repeated request is not answered by how it is judged on what it has made.</summary>
    public (PopoloTaken Taken, ImportAnswer Answer, PopoloChanges? Changes) At(LiveCluster live, long position, Language language)
    {
        var (taken, answer, start) = judged is { Answer: not null } last && last.Start < position ? last : TakenAt(live, position);
        return (taken, answer! with { Position = position }, taken.IsUpdate ? Changes(live.AtPosition(position), live.Persons, start, language) : null);
    }

    /// <summary>The changes of an update that a verdict would make; null where it is none.</summary>
    public PopoloChanges? Changes(PopoloTaken taken, LiveCluster live, Verdict verdict, Language language)
    {
        if (!taken.IsUpdate) return null;
        if (verdict is not Verdict.Write write) return PopoloChanges.None;
        List<Verdict.Write> writes = [write, .. write.More];
        var acts = writes.Select((w, i) => new RecordedAct(live.Position + i + 1, live.History.RecordedAt.AddMicroseconds(i + 1), null, w.Act, w.Facts));
        var persons = live.Persons.With(writes.SelectMany(w => w.People).Select(PersonCards.Of));
        return Changes(live.History.With([.. acts]), persons, live.Position, language);
    }

    /// <summary>A violation with its place in the document.</summary>
    public static ViolationView View(Violation violation, PopoloTaken taken, LiveCluster cluster, Language language) =>
        ViolationView.Of(violation, cluster, language) with { At = violation.Entry is { } entry && taken.Places[entry] is var places ? places.ElementAtOrDefault(violation.Change ?? 0) : null };

    private PopoloChanges Changes(ClusterHistory after, Persons persons, long start, Language language)
    {
        var view = new Viewpoint(after, calendar.Today(after), persons, Audience.Reader, language);
        var (acts, diff) = (after.Acts.Skip((int)start).Select(a => a.Event).ToList(), new WordDiff());
        return new(
            [.. acts.OfType<DecisionRecorded>().SelectMany(e => ChangesMade.Of(view, after.Decisions[e.Decision].Current))],
            [.. acts.OfType<DecisionCorrected>().Select(e => CorrectionMade.Of(view, e, diff.Between))]);
    }

    private TakenUp TakenAt(LiveCluster live, long position)
    {
        var start = ImportHistory.StartOf(live.History, position, hash);
        if (start <= 1 && For(ClusterHistory.Empty(slug.Value)).Taken is { } founding && Acts(founding).Founded(position)) return Again(founding, 0);
        if (start == 0) start = StartOfRevision(live.History, position);
        return Again(For(live.AtPosition(start)).Taken!, start);

        TakenUp Again(PopoloTaken taken, long from) => new(taken, Acts(taken).Judge(live.AtPosition(from)).Answer, from);
    }

    /// <summary>Where an import began that made nothing: acts recorded together are a microsecond apart. Persons that it changed are as they are now.</summary>
    private static long StartOfRevision(ClusterHistory history, long position)
    {
        var start = position;
        while (start > 0 && history.Acts[(int)start - 1].Event is DecisionCorrected or PersonUpdated && (start == position || IsNext(history.Acts[(int)start - 1], history.Acts[(int)start]))) start--;
        return start;

        static bool IsNext(RecordedAct act, RecordedAct next) => next.RecordedAt - act.RecordedAt == TimeSpan.FromMicroseconds(1);
    }

    private sealed record TakenUp(PopoloTaken Taken, ImportAnswer? Answer, long Start);
}

/// <summary>What an import of Popolo came to, or would: as of any import, the ids by list and id in the document, and what was understood otherwise than it says.</summary>
/// <param name="Changes">Where the cluster had something of the document already: what has changed since.</param>
/// <param name="Corrections">Where the cluster had something of the document already: the decisions that the document tells otherwise since.</param>
public sealed record PopoloAnswer(
    string Cluster, long Position, int Decisions, int People, IReadOnlyDictionary<string, Guid> Ids, IReadOnlyList<ImportNote> Notes, IReadOnlyList<ChangeMade>? Changes,
    IReadOnlyList<CorrectionMade>? Corrections)
{
    internal static PopoloAnswer Of(ImportAnswer answer, PopoloTaken taken, Language language, PopoloChanges? changes) =>
        new(answer.Cluster, answer.Position, answer.Decisions, answer.People, answer.Ids, [.. taken.Notes.Select(n => new ImportNote(n.At, n.Message.In(language)))], changes?.Made, changes?.Corrections);
}

/// <summary>What an update came to: the changes that it made, and the decisions that it put right.</summary>
public sealed record PopoloChanges(IReadOnlyList<ChangeMade> Made, IReadOnlyList<CorrectionMade> Corrections)
{
    internal static PopoloChanges None { get; } = new([], []);
}

/// <summary>What an import of Popolo would come to: everything that is wrong with it, each with its place by JSON pointer in <c>at</c>, or what it would take in.</summary>
public sealed record PopoloTried(IReadOnlyList<ViolationView> Violations, PopoloAnswer? Import);
