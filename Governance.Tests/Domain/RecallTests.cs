using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Tests.Domain.Changes;
using DecisionOutcome = Governance.Domain.Decisions.DecisionOutcome;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

public sealed class RecallTests
{
    public static TheoryData<string> Changes => EveryChangeTests.Changes;

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_is_recalled_as_its_own_type_and_comes_to_the_same_fact_again(string type)
    {
        var told = EveryChange.World();
        var change = EveryChange.In(told).Single(c => c.GetType().Name == type);
        var id = told.Record("2020", change).Decision;

        var recalled = Recall.Of(told.History.Decisions[id].Current);

        recalled.Changes!.Single().Should().BeOfType(change.GetType()).And.Match<Change>(c => c.Ref == "c1" && c.EffectiveFrom == null);
        HoldsAgain(told, told.History.Decisions[id]);
    }

    [Fact]
    public void Any_decision_handed_in_again_as_recalled_comes_to_the_same_facts_with_the_same_ids() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var told = AnyDecision.History(seed, 15);
        foreach (var decision in told.History.Decisions.Values) HoldsAgain(told, decision);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Chance_makes_every_change() =>
        Enumerable.Range(0, 40).SelectMany(seed => AnyDecision.History(seed, 25).History.Chronicle.Facts).Select(f => f.Event.GetType()).Distinct()
            .Should().HaveCount(typeof(FactEvent).Assembly.GetTypes().Count(t => t.IsSealed && t.IsSubclassOf(typeof(FactEvent))));

    [Fact]
    public void A_personal_seat_stays_its_own_though_a_fixed_one_was_found_to_have_been_free()
    {
        var told = new Scenario();
        told.Record("2016", Establish("Styret"));
        var appointed = told.Record("2018", Appoint(New("Kari"), "Styret", SeatRole.Member)).Decision;
        told.Record("2017", Seat("Styret", SeatRole.Member));

        HoldsAgain(told, told.History.Decisions[appointed]);
    }

    [Fact]
    public void A_partner_may_be_named_by_its_id_in_the_correction_of_the_decision_that_admitted_it()
    {
        var told = new Scenario();
        var id = told.Record("2016", Establish("Styret", called: "b"), Seat("#b", SeatRole.Member, represents: "#p"), Admit("Kommunen", called: "p")).Decision;

        HoldsAgain(told, told.History.Decisions[id]);
    }

    private static void HoldsAgain(Scenario told, RecordedDecision decision)
    {
        var outcome = told.TryCorrect(decision.Id, Recall.Of(decision.Current));

        var entry = outcome.Should().BeOfType<DecisionOutcome.Accepted>(because: "{0} hold: {1}", string.Join("; ", decision.Facts.Select(Text)), outcome is DecisionOutcome.Refused refused ? string.Join("; ", told.Tell(refused.Violations)) : "").Subject.Entry;
        entry.Facts.Select(Text).Should().Equal(decision.Facts.Select(Text));
        entry.Persons.Should().BeEmpty();
        Snapshot.Of(entry.After(told.History).Chronicle.AsOf(DateOnly.MaxValue)).Should().Be(Snapshot.Of(told.History.AsOf(DateOnly.MaxValue)));
    }

    private static string Text(Fact fact) => $"{fact.Position}.{fact.Index} {fact.From} {fact.Event.GetType().Name} {JsonSerializer.Serialize(fact.Event, fact.Event.GetType())}";
}
