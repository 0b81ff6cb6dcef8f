using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Domain.Laws;

/// <summary>Acts of every kind by chance, until the choices are over: what the rules refuse does not happen.</summary>
internal sealed class AnyStory
{
    private readonly Choices chance;
    private readonly AnyDecision any;

    private AnyStory(Choices chance)
    {
        this.chance = chance;
        any = new(Told, chance);
    }

    public Scenario Told { get; } = AnyDecision.Beginning();

    /// <summary>A story of decisions alone: recorded, corrected, annulled.</summary>
    public static Scenario OfDecisions(Choices chance, Action<ClusterHistory>? each = null) => new AnyStory(chance).Tell(each, besides: false);

    /// <summary>A story in which persons are merged and the founding is corrected besides, which bear on every moment of knowledge or day.</summary>
    public static Scenario OfAll(Choices chance, Action<ClusterHistory>? each = null) => new AnyStory(chance).Tell(each, besides: true);

    private Scenario Tell(Action<ClusterHistory>? each, bool besides)
    {
        while (!chance.AreOver)
        {
            var before = Told.History;
            Act(chance.Next(besides ? 15 : 13));
            if (Told.History != before) each?.Invoke(Told.History);
        }
        return Told;
    }

    private void Act(int kind)
    {
        switch (kind)
        {
            case 11: Enter(Told.TryAnnul(OneDecision())); break;
            case 12: Enter(Told.TryCorrect(OneDecision(), any.Next())); break;
            case 13: Merge(); break;
            case 14: Correct(new(Name.Of($"Klynge {chance.Next(9)}"), null, PartialDate.Parse(chance.Next(2) == 0 ? "2015" : "2016"), "Europe/Oslo", null, null)); break;
            default: Enter(Told.Register().Record(any.Next())); break;
        }
    }

    private void Merge()
    {
        var persons = Told.History.Persons.Keys.OrderBy(p => p.Value).ToList();
        var merge = new PersonMerged(persons[chance.Next(persons.Count)], persons[chance.Next(persons.Count)]);
        if (!Told.History.Aliases.ContainsKey(merge.Person) && MergeRules.Check(Told.History, merge).IsEmpty) Told.Enter(merge);
    }

    private void Correct(ClusterCorrected founding)
    {
        if (FoundingRules.CheckCorrection(Told.History, founding, Scenario.Today).IsEmpty) Told.Enter(founding);
    }

    private DecisionId OneDecision() => Told.History.Decisions.Values.OrderBy(d => d.Position).ElementAt(chance.Next(Told.History.Decisions.Count)).Id;

    private void Enter(DecisionOutcome outcome)
    {
        if (outcome is DecisionOutcome.Accepted accepted) Told.Enter(accepted.Entry);
    }
}
