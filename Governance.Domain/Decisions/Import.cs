using System.Collections.Immutable;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions.Drafting;
using Governance.Domain.People;

namespace Governance.Domain.Decisions;

/// <summary>A decision in an import document: a new one, or a correction of an earlier one.</summary>
/// <param name="Key">What the document calls it.</param>
/// <param name="Corrects">Key of an earlier decision in the document, or the id of a recorded one.</param>
/// <param name="Reason">Why it is corrected.</param>
public sealed record ImportedDecision(Decision Decision, string? Key = null, string? Corrects = null, string? Reason = null);

/// <summary>What came of a whole import: an entry for each decision, or everything that is wrong.</summary>
/// <param name="Ids">The id behind each key and ref of the document.</param>
public sealed record ImportOutcome(ImmutableArray<Entry> Entries, ImmutableArray<Violation> Violations, IReadOnlyDictionary<string, Guid> Ids);

/// <summary>Takes many decisions in at once: names are read in the document's order, rules are checked when all is in.</summary>
/// <param name="history">What is known before: founded, with the document's people registered.</param>
/// <param name="today">The day it is in the cluster's time zone.</param>
/// <param name="people">The persons behind the document's keys.</param>
public sealed class Import(ClusterHistory history, DateOnly today, IReadOnlyDictionary<string, PersonId> people, Func<Guid> newId)
{
    private readonly Dictionary<DecisionId, (int? Entry, Revision Revision)> current = [];
    private readonly Dictionary<CaseKey, DecisionId> caseNumbers = [];
    private readonly HashSet<CaseKey> freed = [];
    private readonly List<Fact> replaced = [];
    private readonly HashSet<Guid> unmade = [];
    private readonly List<Violation> violations = [];
    private readonly Refs refs = new();
    private Chronicle working = history.Chronicle;

    /// <summary>Reads and checks the whole document.</summary>
    /// <param name="progress">Told how many decisions are read.</param>
    public ImportOutcome Run(IReadOnlyList<ImportedDecision> decisions, IProgress<long>? progress = null)
    {
        foreach (var (key, person) in people) refs.Add(key, NewReferenceKind.Person, person.Value);
        var entries = decisions.Select((decision, i) => Take(decision, i, progress)).OfType<Entry>().ToImmutableArray();
        var facts = current.Values.SelectMany(c => c.Revision.Facts).ToList();
        var blame = new Blame([.. current.Where(c => c.Value.Entry is not null).Select(c => (c.Key, c.Value.Entry, (IReadOnlyList<Fact>)c.Value.Revision.Facts))]);
        history.Chronicle.Rewrite(facts, replaced, refusal =>
        {
            if (blame.Of(refusal) is var violation && !(violation.Code == ViolationCode.NotInExistence && violation.Body is { } body && unmade.Contains(body.Value))) violations.Add(violation);
        });
        return new(violations.Count == 0 ? entries : [], [.. violations.Distinct()], refs.All);
    }

    private Entry? Take(ImportedDecision imported, int place, IProgress<long>? progress)
    {
        progress?.Report(place + 1);
        var position = history.Position + place + 1;
        var before = imported.Corrects is { } corrects ? Corrected(corrects, place) : null;
        if (imported.Corrects is not null && before is null) return null;
        var id = before?.Id ?? new DecisionId(newId());
        refs.Add(imported.Key, NewReferenceKind.Decision, id.Value);
        if (before is not null) working = working.Rewrite([], before.Facts, _ => { });
        var draft = new Draft(history, working, imported.Decision, id, before?.Revision.Number + 1 ?? 1, before?.Position ?? position, new Refs(refs), before is null ? new() : new(before.Revision, working, imported.Decision), newId);
        var head = Drafter.Run(draft, today);
        draft.Refs.Publish();
        CheckCaseNumber(draft, head, id, before);
        violations.AddRange(Consequences.Without(draft.Violations, imported.Decision, draft.MadeByChange).Select(v => v with { Entry = place }));
        foreach (var made in draft.Violations.Select(v => v.Change).OfType<int>().Select(i => draft.MadeByChange[i]).Where(id => id != default)) unmade.Add(made);
        working = working.Rewrite(draft.Facts, [], _ => { });
        return Entered(imported, draft, head, id, place, before);
    }

    private Entry Entered(ImportedDecision imported, Draft draft, DecisionHead head, DecisionId id, int place, Before? before)
    {
        IReadOnlyList<PersonId> registered = [.. draft.Persons.Select(p => p.Id)];
        var names = Drafter.Refs(imported.Decision);
        var number = before?.Revision.Number + 1 ?? 1;
        RegisterEvent act = before is null
            ? new DecisionRecorded(id, head, registered, names, imported.Key)
            : new DecisionCorrected(id, number, head, registered, names, imported.Reason ?? "", imported.Key ?? imported.Corrects);
        current[id] = (place, new(number, before?.Position ?? history.Position + place + 1, default, null, head, [.. draft.Facts], names, registered, imported.Reason));
        return new(id, act, [.. draft.Facts], [.. draft.Persons], [.. draft.Kept.Taken], ImmutableDictionary<string, Guid>.Empty);
    }

    private Before? Corrected(string corrects, int place)
    {
        var id = refs.Find(corrects, NewReferenceKind.Decision) is { } made ? new(made) : Guid.TryParse(corrects, out var given) ? new DecisionId(given) : default;
        if (current.TryGetValue(id, out var here)) return new(id, here.Revision.Position, here.Revision, here.Revision.Facts);
        if (!history.Decisions.TryGetValue(id, out var recorded))
        {
            violations.Add(new(ViolationCode.UnknownDecision) { Entry = place, Member = "corrects", About = corrects });
            return null;
        }
        replaced.AddRange(recorded.Facts);
        return new(id, recorded.Position, recorded.Current with { Number = recorded.Revisions.Count }, recorded.Facts);
    }

    private void CheckCaseNumber(Draft draft, DecisionHead head, DecisionId id, Before? before)
    {
        if (before is not null && CaseKey.Of(before.Revision.Head) is { } old)
        {
            if (caseNumbers.GetValueOrDefault(old) == id) caseNumbers.Remove(old);
            else if (history.CaseNumbers.GetValueOrDefault(old) == id) freed.Add(old);
        }
        if (CaseKey.Of(head) is not { } key) return;
        var holder = caseNumbers.TryGetValue(key, out var here) ? here
            : history.CaseNumbers.TryGetValue(key, out var recorded) && !freed.Contains(key) ? recorded : id;
        if (holder != id)
            draft.Violations.Add(new(ViolationCode.CaseNumberTaken) { Member = "caseNumber", About = head.CaseNumber, Date = head.DecidedOn, ConflictsWith = holder });
        caseNumbers[key] = id;
    }

    private sealed record Before(DecisionId Id, long Position, Revision Revision, ImmutableArray<Fact> Facts);
}
