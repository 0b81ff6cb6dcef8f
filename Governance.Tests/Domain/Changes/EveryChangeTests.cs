using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using static Governance.Tests.Domain.Changes.EveryChange;

namespace Governance.Tests.Domain.Changes;

public sealed class EveryChangeTests
{
    public static TheoryData<string> Changes => [.. In(World()).Select(c => c.GetType().Name)];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Each_is_recorded_as_one_fact_and_changes_the_state_from_its_day_on(string type)
    {
        var told = World();
        var before = Snapshot.Of(told.AsOf(ScenarioReading.Now));

        var entry = told.Record("2020", In(told).Single(c => c.GetType().Name == type));

        entry.Facts.Should().ContainSingle();
        Snapshot.Of(told.AsOf("2019-12-31")).Should().Be(before);
        Snapshot.Of(told.AsOf("2020-01-01")).Should().NotBe(before).And.Be(Snapshot.Of(told.AsOf(ScenarioReading.Now)));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Each_is_gone_without_a_trace_when_annulled(string type)
    {
        var told = World();
        var before = Snapshot.Of(told.AsOf(ScenarioReading.Now));

        told.Annul(told.Record("2020", In(told).Single(c => c.GetType().Name == type)).Decision);

        Snapshot.Of(told.AsOf(ScenarioReading.Now)).Should().Be(before);
    }

    [Fact]
    public void All_types_of_change_are_told_here() =>
        In(World()).Select(c => c.GetType().Name).Should().BeEquivalentTo(SealedUnder(typeof(Change)));

    [Fact]
    public void Each_type_of_change_has_an_event_of_its_own_and_none_is_left_over() =>
        In(World()).Select(change => World().Record("2020", change).Facts.Single().Event.GetType().Name)
            .Should().BeEquivalentTo(SealedUnder(typeof(FactEvent)));

    private static IEnumerable<string> SealedUnder(Type type) => type.Assembly.GetTypes().Where(t => t.IsSealed && t.IsSubclassOf(type)).Select(t => t.Name);
}
