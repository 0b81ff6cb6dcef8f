using Governance.Api.Clusters;
using Governance.Api.EventStore;
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
    /// <summary>What it is for a cluster as it stands, or all that is wrong with it.</summary>
    public (PopoloTaken? Taken, IReadOnlyList<Fault> Faults) For(ClusterHistory history) =>
        PopoloHistory.Of(document, new(history, people), new(slug, visibility, calendar.Today(history)));

    /// <summary>The same as acts.</summary>
    public ImportHistory Acts(PopoloTaken taken) => new(slug, taken.Request, hash, calendar, taken.Updated);

    /// <summary>What it came to when its last act was at a position, also when this is asked for again.</summary>
    /// <param name="fresh">How the document was understood, and where the cluster stood, when it was taken in just now; null where it is asked for again.</param>
    public (PopoloTaken Taken, ImportAnswer Answer, IReadOnlyList<ChangeMade>? Changes) At(LiveCluster live, long position, Language language, (PopoloTaken Taken, long Start)? fresh)
    {
        var (taken, start) = fresh ?? TakenAt(live, position);
        var answer = Acts(taken).Judge(live.AtPosition(start)).Answer! with { Position = position };
        return (taken, answer, taken.IsUpdate ? Changes(live.AtPosition(position), live.Persons, start, language) : null);
    }

    /// <summary>The changes of an update that a verdict would make; null where it is none.</summary>
    public IReadOnlyList<ChangeMade>? Changes(PopoloTaken taken, LiveCluster live, Verdict verdict, Language language)
    {
        if (!taken.IsUpdate) return null;
        if (verdict is not Verdict.Write write) return [];
        List<Verdict.Write> writes = [write, .. write.More];
        var acts = writes.Select((w, i) => new RecordedAct(live.Position + i + 1, live.History.RecordedAt.AddMicroseconds(i + 1), null, w.Act, w.Facts));
        var persons = live.Persons.With(writes.SelectMany(w => w.People).Select(PersonCards.Of));
        return Changes(live.History.With([.. acts]), persons, live.Position, language);
    }

    /// <summary>A violation with its place in the document.</summary>
    public static ViolationView View(Violation violation, PopoloTaken taken, LiveCluster cluster, Language language) =>
        ViolationView.Of(violation, cluster, language) with { At = violation.Entry is { } entry && taken.Places[entry] is var places ? places.ElementAtOrDefault(violation.Change ?? 0) : null };

    private List<ChangeMade> Changes(ClusterHistory after, Persons persons, long start, Language language)
    {
        var view = new Viewpoint(after, calendar.Today(after), persons, Audience.Reader, language);
        return [.. after.Acts.Skip((int)start).Select(a => a.Event).OfType<DecisionRecorded>().SelectMany(e => ChangesMade.Of(view, after.Decisions[e.Decision].Current))];
    }

    private (PopoloTaken Taken, long Start) TakenAt(LiveCluster live, long position)
    {
        var start = ImportHistory.StartOf(live.History, position, hash);
        if (start <= 1 && For(ClusterHistory.Empty(slug.Value)).Taken is { } founding && Acts(founding).Founded(position)) return (founding, 0);
        // Where it made nothing, it changed persons alone, and they are as they are now.
        return start == 0 ? (For(live.AtPosition(position)).Taken!, position) : (For(live.AtPosition(start)).Taken!, start);
    }
}

/// <summary>What an import of Popolo came to, or would: as of any import, the ids by list and id in the document, and what was understood otherwise than it says.</summary>
/// <param name="Changes">Where the cluster had something of the document already: what has changed since.</param>
public sealed record PopoloAnswer(
    string Cluster, long Position, int Decisions, int People, IReadOnlyDictionary<string, Guid> Ids, IReadOnlyList<ImportNote> Notes, IReadOnlyList<ChangeMade>? Changes)
{
    internal static PopoloAnswer Of(ImportAnswer answer, PopoloTaken taken, Language language, IReadOnlyList<ChangeMade>? changes) =>
        new(answer.Cluster, answer.Position, answer.Decisions, answer.People, answer.Ids, [.. taken.Notes.Select(n => new ImportNote(n.At, n.Message.In(language)))], changes);
}

/// <summary>What an import of Popolo would come to: everything that is wrong with it, each with its place by JSON pointer in <c>at</c>, or what it would take in.</summary>
public sealed record PopoloTried(IReadOnlyList<ViolationView> Violations, PopoloAnswer? Import);
