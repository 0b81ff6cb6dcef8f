using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Domain.Findings;

/// <summary>The bodies and decisions whose findings may differ between a history and a later one: for all others they are the same.</summary>
internal sealed record Scope(IReadOnlySet<BodyId> Bodies, IReadOnlySet<DecisionId> Decisions)
{
    public static Scope Between(ClusterHistory before, ClusterHistory after, DateOnly day) =>
        new(BodiesBetween(before.AsOf(day), after.AsOf(day)!), DecisionsBetween(before, after));

    private static HashSet<BodyId> BodiesBetween(Cluster? then, Cluster now)
    {
        if (then is null) return [.. now.Bodies.Keys];
        var partners = !ReferenceEquals(then.Partners, now.Partners);
        var renamed = then.Bodies.Count != now.Bodies.Count || now.Bodies.Values.Any(b => !ReferenceEquals(b.Names, then.Bodies.GetValueOrDefault(b.Id)?.Names));
        return [.. now.Bodies.Values.Where(b =>
            !ReferenceEquals(b, then.Bodies.GetValueOrDefault(b.Id))
            || renamed && b.Mandate is not null
            || b.Seats.Exists(s => s.Description.ExOfficio is not null || partners && s.Description.Represents?.Partner is not null)).Select(b => b.Id)];
    }

    private static HashSet<DecisionId> DecisionsBetween(ClusterHistory before, ClusterHistory after)
    {
        var touched = after.Acts.GetRange((int)before.Position, (int)(after.Position - before.Position)).Select(a => a.Event).SelectMany(Touched).ToHashSet();
        var lives = touched.SelectMany(id => (RecordedDecision?[])[before.Decisions.GetValueOrDefault(id), after.Decisions[id]]).OfType<RecordedDecision>()
            .SelectMany(d => d.Facts).Select(f => f.Event).Where(e => e is BodyEstablished or BodyDissolved or BodyReestablished).Select(e => ((BodyEvent)e).Body).ToHashSet();
        if (before.AsOf(DateOnly.MaxValue) is { } last && lives.Overlaps(last.Bodies.Keys))
            touched.UnionWith(after.Decisions.Values.Where(d => d.Current.Head.DecidedBy is { } by && lives.Contains(by)).Select(d => d.Id));
        return touched;
    }

    private static IEnumerable<DecisionId> Touched(RegisterEvent act) => act switch
    {
        DecisionRecorded e => [e.Decision],
        DecisionCorrected e => [e.Decision],
        DecisionAnnulled e => [e.Decision],
        _ => [],
    };
}
