using System.Globalization;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Tests.Domain;

/// <summary>What a test asks of the cluster it tells of, and enters besides decisions.</summary>
internal static class ScenarioReading
{
    public const string Now = "2026-11-21";

    public static PersonId Person(this Scenario told)
    {
        var person = new PersonId(told.NewId());
        told.Enter(new PersonRegistered(person));
        return person;
    }

    public static Body Body(this Scenario told, string name, string day = Now) => told.AsOf(day).Living.Single(b => b.Name.Equals(Name.Of(name)));

    public static Body Body(this Scenario told, BodyId id, string day = Now) => told.AsOf(day).Bodies[id];

    public static IEnumerable<string> Bodies(this Scenario told, string day = Now) => told.AsOf(day).Living.Select(b => b.Name.Text).Order(StringComparer.Ordinal);

    public static Seat Seat(this Scenario told, string body, SeatRole role, string day = Now) => told.Body(body, day).Seats.First(s => s.Role == role);

    /// <summary>A body's seats as role and holder, by order.</summary>
    public static IEnumerable<(SeatRole Role, PersonId? Holder)> Seats(this Scenario told, string body, string day = Now) =>
        told.AsOf(day).Seats(told.Body(body, day), Day(day)).Select(s => (s.Seat.Role, s.Holder?.Person));

    /// <summary>Who holds a seat.</summary>
    public static Appointment? Holder(this Scenario told, string body, SeatRole role, string day = Now) =>
        told.AsOf(day).Holder(told.Body(body, day), told.Seat(body, role, day), Day(day));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DecisionOutcome TryAnnul(this Scenario told, DecisionId id) => told.Register().Annul(id, "Ugyldig", null);

    public static DecisionOutcome TryCorrect(this Scenario told, DecisionId id, Decision decision) => told.Register().Correct(id, decision, "Feil ført");

    public static Register Register(this Scenario told) => new(told.History, Scenario.Today, told.NewId);

    /// <summary>Everything that is wrong, a line each: code, change, member, body by its last name, date, candidates, the later decision.</summary>
    public static IEnumerable<string> Tell(this Scenario told, IEnumerable<Violation> violations) => violations.Select(v => string.Concat(
        Words.Of(v.Code),
        v.Change is { } change ? $" change={change}" : "",
        v.Member is { } member ? $" member={member}" : "",
        v.Body is { } body ? $" body={told.LastName(body)}" : "",
        v.Date is { } date ? $" date={date}" : "",
        v.Candidates.Count > 0 ? $" candidates={string.Join('|', v.Candidates.Select(c => c.Name).Order(StringComparer.Ordinal))}" : "",
        v.ConflictsWith is { } later ? $" conflictsWith={later}" : ""));

    /// <summary>What a refusal says.</summary>
    public static IEnumerable<string> Refusal(this Scenario told, DecisionOutcome outcome) => told.Tell(Scenario.Refused(outcome));

    /// <summary>What the refusal of a new decision says.</summary>
    public static IEnumerable<string> Refusal(this Scenario told, string decidedOn, params Change[] changes) => told.Tell(told.Refuse(decidedOn, changes));

    private static string LastName(this Scenario told, BodyId body) =>
        told.History.Chronicle.Days is [.., var last] && last.After.Bodies.TryGetValue(body, out var known) ? known.Name.Text : "new";
}
