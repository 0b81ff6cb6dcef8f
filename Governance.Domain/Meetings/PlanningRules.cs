using System.Collections.Immutable;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Meetings;

/// <summary>What is to be recorded of a meeting, or why it cannot be.</summary>
public sealed record MeetingVerdict(MeetingEvent? Act, ImmutableArray<Violation> Violations)
{
    internal static MeetingVerdict Of(MeetingEvent act, IReadOnlyCollection<Violation> violations) => new(violations.Count == 0 ? act : null, [.. violations]);

    internal static MeetingVerdict Refused(params ImmutableArray<Violation> violations) => new(null, violations);
}

/// <summary>When and where a meeting is to be.</summary>
public sealed record Appointed(DateOnly Day, TimeOnly StartsAt, TimeOnly EndsAt, string? Place, string? Link, IReadOnlyList<PersonId> Guests);

/// <summary>What may be said of a meeting to come: its body exists on the day, its number is its own, it ends after it begins, and guests are known.</summary>
public static class PlanningRules
{
    /// <summary>Plans a meeting; without a number it gets the one that comes next.</summary>
    public static MeetingVerdict Plan(ClusterHistory history, MeetingId id, string bodyText, string? number, Appointed when, Visibility visibility, string? title = null)
    {
        var day = PartialDate.Of(when.Day);
        var (found, violations) = MeetingRules.Check(history, bodyText, day, [], when.Day);
        List<Violation> all = [.. violations.Select(v => v with { Date = day }), .. Check(history, when)];
        if (found is not { } body) return MeetingVerdict.Refused([.. all]);
        if (number is not null && MeetingNumbers.IsTaken(history, body, number)) all.Add(new(ViolationCode.MeetingNumberTaken) { Member = "number", Body = body, About = number });
        return MeetingVerdict.Of(
            new MeetingPlanned(id, body, number ?? MeetingNumbers.Next(history, body, when.Day.Year), when.Day, when.StartsAt, when.EndsAt, when.Place, when.Link, visibility, when.Guests, title), all);
    }

    /// <summary>Says anew when and where.</summary>
    public static MeetingVerdict Reschedule(ClusterHistory history, Meeting meeting, Appointed when)
    {
        List<Violation> all = [.. Open(meeting), .. Check(history, when)];
        if (history.AsOf(when.Day)?.LivingBody(meeting.Plan.Body) is null) all.Add(new(ViolationCode.NotInExistence) { Member = "day", Body = meeting.Plan.Body, Date = PartialDate.Of(when.Day) });
        return MeetingVerdict.Of(new MeetingRescheduled(meeting.Id, when.Day, when.StartsAt, when.EndsAt, when.Place, when.Link, when.Guests), all);
    }

    /// <summary>Calls it off.</summary>
    public static MeetingVerdict Cancel(Meeting meeting, string? reason) => MeetingVerdict.Of(new MeetingCancelled(meeting.Id, reason), [.. Open(meeting)]);

    /// <summary>That it is called off, or held, and so not to be changed.</summary>
    internal static IEnumerable<Violation> Open(Meeting meeting) =>
        meeting.Cancellation is not null ? [new(ViolationCode.MeetingCancelled) { About = meeting.Plan.Number }]
        : meeting.Held is not null ? [new(ViolationCode.MeetingHeld) { About = meeting.Plan.Number }] : [];

    private static IEnumerable<Violation> Check(ClusterHistory history, Appointed when)
    {
        if (when.EndsAt <= when.StartsAt) yield return new(ViolationCode.EndsBeforeStart) { Member = "endsAt" };
        foreach (var (place, guest) in when.Guests.Index().Where(g => !history.Persons.ContainsKey(g.Item)))
            yield return new(ViolationCode.UnknownPerson) { Member = $"guests[{place}]", About = guest.ToString() };
    }
}
