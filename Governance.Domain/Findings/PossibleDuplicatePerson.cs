using Governance.Domain.Clusters;
using Governance.Domain.People;

namespace Governance.Domain.Findings;

/// <summary>Two persons bear one name, neither merged nor erased: the later one may be the first. People stand outside time, so it is reported whatever the day.</summary>
internal static class PossibleDuplicatePerson
{
    /// <param name="after">Only persons registered after this position are reported, and only their names are looked at.</param>
    public static IEnumerable<Finding> Of(ClusterHistory history, Persons persons, long after = 0) =>
        from name in Registered(history, after).Select(persons.Find).OfType<PersonCard>().Select(p => p.Name).Distinct()
        let alike = persons.Named(name).Where(p => !p.Erased && !history.Aliases.ContainsKey(p.Id) && history.Persons.ContainsKey(p.Id))
        let inOrder = alike.OrderBy(p => history.Persons[p.Id]).ThenBy(p => p.Id.Value).ToList()
        from later in inOrder.Skip(1)
        where history.Persons[later.Id] > after
        select new Finding(
            FindingCode.PossibleDuplicatePerson, new() { Person = later.Id, OtherPerson = inOrder[0].Id }, RegisteredOn(history, later.Id),
            new($"Det er registrert to personer som heter {later.Name}; er de den samme?", $"Two persons called {later.Name} are registered; are they the same?"));

    private static IEnumerable<PersonId> Registered(ClusterHistory history, long after) =>
        history.Acts.GetRange((int)after, (int)(history.Position - after)).SelectMany(act => act.Event switch
        {
            PersonRegistered e => [e.Person],
            DecisionRecorded e => e.Registered,
            DecisionCorrected e => e.Registered,
            _ => [],
        });

    private static DateOnly RegisteredOn(ClusterHistory history, PersonId person) => history.DayAt(history.Acts[(int)history.Persons[person] - 1].RecordedAt);
}
