using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Partners;

namespace Governance.Domain.Findings;

/// <summary>The bodies, decisions and partners whose findings may differ between a history and a later one: for all others they are the same.</summary>
/// <param name="Partners">Null for all of them.</param>
internal sealed record Scope(IReadOnlySet<BodyId> Bodies, IReadOnlySet<DecisionId> Decisions, IReadOnlySet<PartnerId>? Partners)
{
    public static Scope Between(ClusterHistory before, ClusterHistory after, DateOnly day)
    {
        var (then, now) = (before.AsOf(day), after.AsOf(day)!);
        var (bodies, acts) = (BodiesBetween(then, now), after.Acts.GetRange((int)before.Position, (int)(after.Position - before.Position)));
        return new(bodies, DecisionsBetween(before, after, acts), then is null || LooksBack(acts, then, day) ? null : PartnersBetween(acts, bodies, then, now));
    }

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

    /// <summary>Whether bodies may have been otherwise on days before the last on which each is seen to have changed.</summary>
    private static bool LooksBack(IReadOnlyList<RecordedAct> acts, Cluster then, DateOnly day) =>
        acts.Any(a => a.Event is DecisionCorrected or DecisionAnnulled)
        || acts.SelectMany(a => a.Facts).Where(f => f.From.First <= day && f.Event is BodyEvent).GroupBy(f => ((BodyEvent)f.Event).Body, f => f.From.First)
            .Any(body => body.Distinct().Skip(1).Any() || then.Bodies.GetValueOrDefault(body.Key)?.ChangedOn.First > body.First());

    /// <summary>Where nothing looks back: the partners themselves, and those for whom seats of changed bodies spoke or speak.</summary>
    private static HashSet<PartnerId> PartnersBetween(IReadOnlyList<RecordedAct> acts, IEnumerable<BodyId> bodies, Cluster then, Cluster now) => [
        .. acts.SelectMany(a => a.Facts).Select(f => f.Event).OfType<PartnerEvent>().Select(e => e.Partner),
        .. bodies.SelectMany(id => (Body?[])[then.Bodies.GetValueOrDefault(id), now.Bodies[id]]).OfType<Body>()
            .SelectMany(b => b.Seats).Select(s => s.Description.Represents?.Partner).OfType<PartnerId>()];

    private static HashSet<DecisionId> DecisionsBetween(ClusterHistory before, ClusterHistory after, IReadOnlyList<RecordedAct> acts)
    {
        var touched = acts.Select(a => a.Event).SelectMany(Touched).ToHashSet();
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
