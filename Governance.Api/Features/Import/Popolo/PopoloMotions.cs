using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>The motions of a document as decisions without changes.</summary>
internal sealed class PopoloMotions(PopoloDocument document, PopoloOrganizations organizations, PopoloNames names, PopoloPlan plan, Visibility? visibility)
{
    /// <summary>Those that the cluster does not have yet.</summary>
    public IReadOnlyList<PopoloDecision> New()
    {
        var there = new PopoloRecorded(names.Known.History);
        return [.. document.Motions.Select(m => (Motion: m, Decision: Decision(m))).Where(m => IsNew(there, m.Motion, m.Decision)).Select(m => new PopoloDecision(new(m.Decision), [m.Motion.At]))];
    }

    private bool IsNew(PopoloRecorded there, PopoloMotion motion, Decision told)
    {
        if (there.Take(motion.Id, told) is not { } recorded) return true;
        var head = recorded.Current.Head;
        plan.NoteOtherwise(motion.At, [
            .. head.Title != told.Title ? ["text"] : Array.Empty<string>(), .. head.CaseNumber != told.CaseNumber ? ["identifier"] : Array.Empty<string>(),
            .. head.DecidedOn != told.DecidedOn ? ["date"] : Array.Empty<string>(), .. told.Text is { } text && head.Text != text ? ["extra/text"] : Array.Empty<string>()]);
        return false;
    }

    private Decision Decision(PopoloMotion motion)
    {
        var by = organizations.Find(motion.Organization) is { } found && organizations.Bodies.Contains(found) ? names.Of(found) : null;
        return new(
            motion.Identifier, motion.Title, motion.Date, motion.Text, DecidedBy: by, DecidedByText: by is null ? motion.DecidedBy ?? PopoloPlan.By : null,
            Visibility: motion.Visibility ?? visibility);
    }
}

/// <summary>The decisions of a cluster, each found once by what it is: by its id, else by number, title and date.</summary>
internal sealed class PopoloRecorded(ClusterHistory history)
{
    private readonly Dictionary<DecisionId, RecordedDecision> left = history.Decisions.Where(d => d.Value.Annulment is null).ToDictionary();
    private readonly Dictionary<(string?, string, DateOnly), Queue<RecordedDecision>> alike = history.Decisions.Values.Where(d => d.Annulment is null).OrderBy(d => d.Position)
        .GroupBy(d => Key(d.Current.Head.CaseNumber, d.Current.Head.Title, d.Current.Head.DecidedOn.First)).ToDictionary(g => g.Key, g => new Queue<RecordedDecision>(g));

    /// <summary>The recorded one; null where there is none left.</summary>
    public RecordedDecision? Take(string id, Decision decision)
    {
        if (Guid.TryParse(id, out var own) && left.Remove(new(own), out var same)) return same;
        var such = alike.GetValueOrDefault(Key(decision.CaseNumber, decision.Title, decision.DecidedOn.First));
        while (such?.TryDequeue(out var found) == true)
            if (left.Remove(found.Id)) return found;
        return null;
    }

    private static (string?, string, DateOnly) Key(string? number, string title, DateOnly on) => (number, title, on);
}
