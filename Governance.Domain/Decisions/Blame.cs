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
        var cause = mine ?? Cause([refusal.Violation.Body?.Value, Subject(other?.Event), .. refusal.Violation.Candidates.Select(c => (Guid?)c.Id)]);
        return refusal.Violation with
        {
            Change = cause?.Index - 1,
            Written = cause?.From,
            Entry = cause is null ? null : entries[cause],
            ConflictsWith = other?.Decision,
        };
    }

    /// <summary>What was handed in about the same things, or all there was, where the fault itself lies later.</summary>
    private Fact? Cause(IReadOnlyList<Guid?> things)
    {
        var facts = handedIn.SelectMany(d => d.Facts).ToList();
        return facts.Find(f => Subject(f.Event) is { } subject && things.Contains(subject)) ?? (facts is [var only] ? only : null);
    }

    private static Guid? Subject(FactEvent? change) => change switch
    {
        BodyEvent e => e.Body.Value,
        PartnerEvent e => e.Partner.Value,
        _ => null,
    };
}
