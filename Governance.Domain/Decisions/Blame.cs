using Governance.Domain.Bodies;
using Governance.Domain.Clusters;

namespace Governance.Domain.Decisions;

/// <summary>Which change of which new decision is to blame for what cannot be, and which decision already recorded it is in conflict with.</summary>
internal sealed class Blame(IReadOnlyList<(DecisionId Decision, int? Entry, IReadOnlyList<Fact> Facts)> handedIn)
{
    private readonly Dictionary<Fact, int?> entries = new(
        handedIn.SelectMany(d => d.Facts.Select(f => KeyValuePair.Create(f, d.Entry))), ReferenceEqualityComparer.Instance);

    /// <summary>The violation as it is told, from what the fold refused.</summary>
    public Violation Of(Refusal refusal)
    {
        var mine = refusal.Parties.LastOrDefault(entries.ContainsKey);
        var other = refusal.Parties.LastOrDefault(f => !entries.ContainsKey(f));
        var cause = mine ?? Cause(refusal.Violation.Body ?? (other?.Event as BodyEvent)?.Body);
        return refusal.Violation with
        {
            Change = cause?.Index - 1,
            Entry = cause is null ? null : entries[cause],
            ConflictsWith = other?.Decision,
        };
    }

    /// <summary>What was handed in about the same body, where the fault itself lies later.</summary>
    private Fact? Cause(BodyId? body) => body is null ? null : handedIn.SelectMany(d => d.Facts).FirstOrDefault(f => f.Event is BodyEvent e && e.Body == body);
}
