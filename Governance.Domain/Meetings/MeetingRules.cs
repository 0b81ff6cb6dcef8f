using System.Collections.Immutable;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Meetings;

/// <summary>What may be said of a meeting: its body exists, its day has come, and those who attended are known.</summary>
public static class MeetingRules
{
    /// <summary>The body that a text means on the day of the meeting, and why the meeting cannot be, if so.</summary>
    public static (BodyId? Body, ImmutableArray<Violation> Violations) Check(ClusterHistory history, string bodyText, PartialDate heldOn, IReadOnlyList<PersonId> attending, DateOnly today)
    {
        var violations = ImmutableArray.CreateBuilder<Violation>();
        if (heldOn.First > today) violations.Add(new(ViolationCode.DecidedInFuture) { Member = "heldOn", Date = heldOn, About = heldOn.ToString() });
        foreach (var (place, person) in attending.Index().Where(p => !history.Persons.ContainsKey(p.Item)))
            violations.Add(new(ViolationCode.UnknownPerson) { Member = $"attendance[{place}].person", About = person.ToString() });
        var named = Named(history, bodyText, heldOn);
        if (named is not [var body])
        {
            var said = named.Count == 0
                ? BodyLookup.Missing(history.AsOf(DateOnly.MaxValue)?.Bodies.Values ?? [], history.AsOf(heldOn.Last), bodyText)
                : new(ViolationCode.AmbiguousName) { Candidates = [.. named.Select(b => new Candidate(b.Id.Value, b.Name.Text))] };
            violations.Add(said with { Member = "body", Date = heldOn, About = bodyText });
            return (null, violations.ToImmutable());
        }
        return (body.Id, violations.ToImmutable());
    }

    private static List<Body> Named(ClusterHistory history, string text, PartialDate heldOn)
    {
        var living = history.AsOf(heldOn.Last)?.Living ?? [];
        return Guid.TryParse(text, out var id)
            ? [.. living.Where(b => b.Id.Value == id)]
            : [.. living.Where(b => b.Names.Current.Bears(Name.Of(text)))];
    }
}
