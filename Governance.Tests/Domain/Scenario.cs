using System.Collections.Immutable;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Domain;

/// <summary>A cluster as a test tells it: decisions go in one by one, each recorded a minute after the one before.</summary>
internal sealed class Scenario
{
    public static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
    private int ids;

    public Scenario(string founded = "2016") =>
        History = ClusterHistory.Empty("alrek").With(Act(new ClusterFounded(Name.Of("Alrek helseklynge"), null, PartialDate.Parse(founded), "Europe/Oslo", null, null), []));

    public ClusterHistory History { get; private set; }

    public Guid NewId() => new(++ids, 0, 0, new byte[8]);

    public static Decision Decided(string on, params Change[] changes) =>
        new(null, "Vedtak", PartialDate.Parse(on), DecidedByText: "Partnerne", Changes: changes);

    /// <summary>Records and expects it to be accepted.</summary>
    public Entry Record(Decision decision) => Take(new Register(History, Today, NewId).Record(decision));

    public Entry Record(string on, params Change[] changes) => Record(Decided(on, changes));

    public Entry Correct(DecisionId id, Decision decision) => Take(new Register(History, Today, NewId).Correct(id, decision, "Feil ført"));

    public Entry Annul(DecisionId id) => Take(new Register(History, Today, NewId).Annul(id, "Ugyldig", null));

    /// <summary>Expects a refusal.</summary>
    public ImmutableArray<Violation> Refuse(Decision decision) => Refused(new Register(History, Today, NewId).Record(decision));

    public ImmutableArray<Violation> Refuse(string on, params Change[] changes) => Refuse(Decided(on, changes));

    public static ImmutableArray<Violation> Refused(DecisionOutcome outcome) => outcome.Should().BeOfType<DecisionOutcome.Refused>().Subject.Violations;

    public Cluster AsOf(string day) => History.AsOf(DateOnly.ParseExact(day, "yyyy-MM-dd"))!;

    public void Enter(RegisterEvent act) => History = History.With(Act(act, []));

    /// <summary>What was accepted.</summary>
    public Entry Enter(Entry entry)
    {
        History = History.With(Act(entry.Act, entry.Facts));
        return entry;
    }

    private Entry Take(DecisionOutcome outcome) => Enter(outcome.Should()
        .BeOfType<DecisionOutcome.Accepted>(because: "it holds, but: {0}", outcome is DecisionOutcome.Refused refused ? string.Join("; ", this.Tell(refused.Violations)) : "").Subject.Entry);

    private RecordedAct Act(RegisterEvent act, ImmutableArray<Fact> facts)
    {
        var position = (History?.Position ?? 0) + 1;
        return new(position, Start.AddMinutes(position), "test", act, facts);
    }
}
