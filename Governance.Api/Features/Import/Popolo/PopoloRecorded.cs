using Governance.Domain.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>The decisions of a cluster, each found once by what it is: by its id, by what an earlier edition of the document called it, else by number, title and date.</summary>
internal sealed class PopoloRecorded
{
    private readonly Dictionary<DecisionId, RecordedDecision> left;
    private readonly Dictionary<string, RecordedDecision> imported;
    private readonly Dictionary<(string?, string, DateOnly), Queue<RecordedDecision>> alike;

    /// <param name="document">What it names is not found by anything else.</param>
    public PopoloRecorded(ClusterHistory history, PopoloDocument document)
    {
        left = history.Decisions.Where(d => d.Value.Annulment is null).ToDictionary();
        List<RecordedDecision> inOrder = [.. left.Values.OrderBy(d => d.Position)];
        imported = inOrder.Where(d => d.Revisions[0].ImportedAs is not null).GroupBy(d => d.Revisions[0].ImportedAs!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        var named = document.Motions.Select(Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        alike = inOrder.Where(d => d.Revisions[0].ImportedAs is not { } key || !named.Contains(key))
            .GroupBy(d => Likeness(d.Current.Head.CaseNumber, d.Current.Head.Title, d.Current.Head.DecidedOn.First)).ToDictionary(g => g.Key, g => new Queue<RecordedDecision>(g));
    }

    /// <summary>What an import calls the decision of a motion; null where the document gives it no id.</summary>
    public static string? Key(PopoloMotion motion) => motion.Id == motion.At ? null : PopoloKeys.Of("motions", motion.Id);

    /// <summary>The recorded one; null where there is none left.</summary>
    public RecordedDecision? Take(PopoloMotion motion, Decision decision)
    {
        if (Guid.TryParse(motion.Id, out var own) && left.Remove(new(own), out var same)) return same;
        if (Key(motion) is { } key && imported.TryGetValue(key, out var known) && left.Remove(known.Id)) return known;
        var such = alike.GetValueOrDefault(Likeness(decision.CaseNumber, decision.Title, decision.DecidedOn.First));
        while (such?.TryDequeue(out var found) == true)
            if (left.Remove(found.Id)) return found;
        return null;
    }

    private static (string?, string, DateOnly) Likeness(string? number, string title, DateOnly on) => (number, title, on);
}
