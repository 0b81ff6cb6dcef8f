using System.Collections.Immutable;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Domain.People;

/// <summary>Whether two entries can be one person.</summary>
public static class MergeRules
{
    /// <summary>Why they cannot be, on the whole timeline; nothing if they can.</summary>
    public static ImmutableArray<Violation> Check(ClusterHistory history, PersonMerged merge)
    {
        var into = history.Aliases.GetValueOrDefault(merge.Into, merge.Into);
        if (!history.Persons.ContainsKey(into) || into == merge.Person) return [new(ViolationCode.UnknownPerson) { Member = "into", About = merge.Into.ToString() }];
        var merged = history.With(new RecordedAct(history.Position + 1, history.RecordedAt.AddMicroseconds(1), null, merge, []));
        var refusals = new List<Refusal>();
        merged.FromTheStart(null).Rewrite(history.Chronicle.Facts, [], refusals.Add);
        return [.. refusals.Select(new Blame([]).Of).Distinct()];
    }
}
