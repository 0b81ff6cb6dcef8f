using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>Somebody's time as the substitute that a leave named.</summary>
/// <param name="Absent">Who is on leave.</param>
/// <param name="Until">First day on which they act no more, where it is known.</param>
internal sealed record Substitution(BodyId Body, Seat Seat, PersonId Absent, PersonId Substitute, PartialDate From, PartialDate? Until)
{
    /// <summary>Every one there ever was, in the order in which they ended; those that last are at the end.</summary>
    public static IReadOnlyList<Substitution> All(ClusterHistory history) => All(history, _ => true);

    /// <summary>Those of a person.</summary>
    public static IEnumerable<Substitution> Of(ClusterHistory history, PersonId person) =>
        All(history, id => history.Aliases.GetValueOrDefault(id, id) == person).Where(s => s.Substitute == person);

    private static IReadOnlyList<Substitution> All(ClusterHistory history, Func<PersonId, bool> asked)
    {
        var bodies = history.Decisions.Values.SelectMany(d => d.Facts).Select(f => f.Event).OfType<LeaveGranted>().Where(e => e.Substitute is { } substitute && asked(substitute)).Select(e => e.Body).ToHashSet();
        if (bodies.Count == 0) return [];
        var (open, closed) = (new Dictionary<BodyId, List<Substitution>>(), new List<Substitution>());
        foreach (var day in history.Chronicle.Days)
            foreach (var id in day.Facts.Select(f => f.Event).OfType<BodyEvent>().Select(e => e.Body).Where(bodies.Contains).Distinct())
            {
                var (body, before) = (day.After.Bodies[id], open.GetValueOrDefault(id, []));
                var now = open[id] = [.. On(day.After, body, day.Date)];
                closed.AddRange(before.Where(b => !now.Exists(b.IsSame)).Select(b => b.Until?.First <= body.ChangedOn.First ? b : b with { Until = body.ChangedOn }));
            }
        return [.. closed, .. open.Values.SelectMany(o => o)];
    }

    private static IEnumerable<Substitution> On(Cluster state, Body body, DateOnly day) =>
        from sitting in state.Seats(body, day)
        where sitting.Holder is { Leave.Substitute: not null }
        let held = sitting.Holder
        select new Substitution(body.Id, sitting.Seat, held.Person, held.Leave!.Substitute!.Value, held.Leave.From, state.Lapses(body, sitting.Seat, held));

    private bool IsSame(Substitution other) => (Seat.Id, Absent, Substitute, From) == (other.Seat.Id, other.Absent, other.Substitute, other.From);
}
