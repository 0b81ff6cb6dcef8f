using Governance.Domain.Clusters;
using Governance.Domain.People;

namespace Governance.Domain.Views;

/// <summary>Since when people have held no seat, and have acted for nobody.</summary>
public static class OutOfOffice
{
    /// <summary>Those who hold none on a day and have none to come: the last day of their last one, or the day they were registered if there was none.</summary>
    public static IReadOnlyDictionary<PersonId, DateOnly> On(ClusterHistory history, DateOnly day)
    {
        var held = Tenures.All(history).Select(t => (t.Held.Person, t.Through)).Concat(Substitution.All(history).Select(s => (s.Substitute, s.Until?.Previous)))
            .ToLookup(t => history.Aliases.GetValueOrDefault(t.Item1, t.Item1), t => t.Item2);
        var gone = new Dictionary<PersonId, DateOnly>();
        foreach (var (person, position) in history.Persons.Where(p => !history.Aliases.ContainsKey(p.Key)))
        {
            var last = held[person].Select(t => t?.Last ?? DateOnly.MaxValue).DefaultIfEmpty(history.DayAt(history.Acts[(int)position - 1].RecordedAt)).Max();
            if (last < day) gone[person] = last;
        }
        return gone;
    }
}
