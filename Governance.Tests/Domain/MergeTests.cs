using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.People;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>Whether two entries can be one person is asked of the whole timeline.</summary>
public sealed class MergeTests
{
    private readonly Scenario alrek = new();
    private readonly PersonId kari;
    private readonly PersonId again;

    public MergeTests()
    {
        (kari, again) = (alrek.Person(), alrek.Person());
        alrek.Record("2016", Establish("Styret", called: "s"), Seat("#s", SeatRole.Member), Seat("#s", SeatRole.Member));
    }

    [Fact]
    public void One_after_the_other_in_a_seat_are_one_who_served_on()
    {
        alrek.Record("2017", Appoint(Known(kari), "Styret", SeatRole.Member, "2018"), Appoint(New("Ola"), "Styret", SeatRole.Member, "2030"));
        alrek.Record("2019", Appoint(Known(again), "Styret", SeatRole.Member, "2020"));

        Refusal().Should().BeEmpty();
        alrek.Enter(new PersonMerged(again, kari));

        alrek.Body("Styret").Services[(kari, ServiceGroup.Members)].Should().BeEquivalentTo(new { Since = Governance.Domain.Time.PartialDate.Parse("2017"), Terms = new[] { new DateOnly(2018, 12, 31), new DateOnly(2020, 12, 31) } });
        alrek.Body("Styret").Services.Should().NotContainKey((again, ServiceGroup.Members));
    }

    [Fact]
    public void Side_by_side_in_one_role_they_cannot_be_one_and_the_decision_is_named()
    {
        alrek.Record("2017", Appoint(Known(kari), "Styret", SeatRole.Member, "2030"));
        var later = alrek.Record("2019", Appoint(Known(again), "Styret", SeatRole.Member));

        Refusal().Should().Equal($"person-twice member=person body=Styret date=2019-01-01 conflictsWith={later.Decision}");
    }

    [Fact]
    public void Nobody_is_merged_into_oneself_or_into_somebody_unknown()
    {
        alrek.Tell(MergeRules.Check(alrek.History, new PersonMerged(kari, kari))).Should().Equal("unknown-person member=into");
        alrek.Tell(MergeRules.Check(alrek.History, new PersonMerged(kari, new(Guid.Empty)))).Should().Equal("unknown-person member=into");
    }

    private IEnumerable<string> Refusal() => alrek.Tell(MergeRules.Check(alrek.History, new PersonMerged(again, kari)));
}
