using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Time;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>Term and tenure: since when somebody serves without a break, how many terms, and what carry-over means for both.</summary>
public sealed class ServiceTests
{
    private static readonly Change StrictTerms = new SetCompositionRules("Styret", CarryOver: false);
    private readonly Scenario alrek = new();
    private readonly PersonId kari;
    private readonly PersonId ola;

    public ServiceTests()
    {
        (kari, ola) = (alrek.Person(), alrek.Person());
        alrek.Record("2016", Establish("Styret", called: "styret"), Seat("#styret", SeatRole.Member), Seat("#styret", SeatRole.Observer));
    }

    [Fact]
    public void Terms_served_are_the_distinct_terms_of_unbroken_service()
    {
        Member("2017", "2018");
        Member("2019", "2020");
        Member("2021", "2022");

        Served(kari).Should().Be(("2017", 3, null));
    }

    [Fact]
    public void A_second_seat_for_the_same_term_is_no_second_term()
    {
        Member("2017", "2018");
        alrek.Record("2018", Appoint(Known(kari), "Styret", SeatRole.Chair, "2018"));

        Served(kari).Should().Be(("2017", 1, null));
    }

    [Fact]
    public void An_extension_makes_the_term_longer_not_another()
    {
        Member("2017", "2018");
        alrek.Record("2018", new ExtendAppointment(PartialDate.Parse("2019"), Body: "Styret", Role: SeatRole.Member, Person: Known(kari)));

        Served(kari).Should().Be(("2017", 1, null));
    }

    [Fact]
    public void A_day_out_breaks_service()
    {
        Member("2017", "2018");
        alrek.Record("2019", End("Styret", SeatRole.Member, Known(kari)));
        Served(kari).Should().Be(("2017", 1, "2019"));

        Member("2019-01-02", "2020");

        Served(kari).Should().Be(("2019-01-02", 1, null));
    }

    [Fact]
    public void Back_on_the_first_day_out_is_no_break()
    {
        Member("2017", "2018");
        alrek.Record("2019", End("Styret", SeatRole.Member, Known(kari)));

        Member("2019", "2020");

        Served(kari).Should().Be(("2017", 2, null));
    }

    [Fact]
    public void Deputies_and_observers_are_counted_apart()
    {
        Member("2017", "2018");
        alrek.Record("2018", Appoint(Known(kari), "Styret", SeatRole.Observer, "2019"), Appoint(Known(kari), "Styret", SeatRole.Deputy, "2019"));

        var services = alrek.Body("Styret").Services;
        services[(kari, ServiceGroup.Observers)].Since.Should().Be(PartialDate.Parse("2018"));
        services[(kari, ServiceGroup.Deputies)].Since.Should().Be(PartialDate.Parse("2018"));
        services[(kari, ServiceGroup.Members)].Terms.Should().ContainSingle();
    }

    [Fact]
    public void A_seat_that_becomes_another_role_moves_its_holder_to_that_group()
    {
        Member("2017", "2018");
        alrek.Record("2018", new ChangeSeat(alrek.Seat("Styret", SeatRole.Member).Id.ToString(), Role: SeatRole.Observer));

        Served(kari).Should().Be(("2017", 1, "2018"));
        alrek.Body("Styret").Services[(kari, ServiceGroup.Observers)].Since.Should().Be(PartialDate.Parse("2018"));
    }

    [Fact]
    public void With_carry_over_the_term_ends_nothing()
    {
        Member("2017", "2018");

        var held = alrek.Holder("Styret", SeatRole.Member)!;
        (held.Person, held.IsOver(ScenarioReading.Day("2018-12-31")), held.IsOver(ScenarioReading.Day("2019-01-01"))).Should().Be((kari, false, true));
        Served(kari).Should().Be(("2017", 1, null));
    }

    [Fact]
    public void Without_carry_over_the_seat_falls_vacant_the_day_after_the_term()
    {
        alrek.Record("2016", StrictTerms);
        Member("2017", "2018");

        alrek.Holder("Styret", SeatRole.Member, "2018-12-31")!.Person.Should().Be(kari);
        alrek.Holder("Styret", SeatRole.Member, "2019-01-01").Should().BeNull();
    }

    [Fact]
    public void Without_carry_over_a_later_term_begins_service_anew()
    {
        alrek.Record("2016", StrictTerms);
        Member("2017", "2018");

        Member("2020", "2021");

        Served(kari).Should().Be(("2020", 1, null));
    }

    [Fact]
    public void Without_carry_over_a_term_that_follows_at_once_goes_on()
    {
        alrek.Record("2016", StrictTerms);
        Member("2017", "2018");

        Member("2019", "2020");

        Served(kari).Should().Be(("2017", 2, null));
    }

    [Fact]
    public void Without_carry_over_a_seat_is_free_since_the_day_after_the_term()
    {
        alrek.Record("2016", StrictTerms);
        Member("2017", "2018");

        alrek.Record("2020", End("Styret", SeatRole.Member, Known(kari)));

        alrek.Seat("Styret", SeatRole.Member).FreeSince.Should().Be(PartialDate.Parse("2019"));
    }

    [Fact]
    public void Without_carry_over_who_has_left_may_take_another_seat_of_the_role()
    {
        alrek.Record("2016", StrictTerms, Seat("Styret", SeatRole.Member, "FFO Vestland"));
        Member("2017", "2018");

        alrek.Record("2020", Appoint(Known(kari), "Styret", SeatRole.Member, "2021", represents: "FFO Vestland"));

        alrek.Seats("Styret", "2020-01-01").Select(s => s.Holder).Should().BeEquivalentTo(new PersonId?[] { null, null, kari });
    }

    [Fact]
    public void Who_left_at_the_end_of_the_term_does_not_come_back_when_carry_over_begins()
    {
        alrek.Record("2016", StrictTerms);
        Member("2017", "2018");

        alrek.Record("2020", new SetCompositionRules("Styret", CarryOver: true));

        alrek.Holder("Styret", SeatRole.Member).Should().BeNull();
        alrek.Seat("Styret", SeatRole.Member).FreeSince.Should().Be(PartialDate.Parse("2019"));
    }

    [Fact]
    public void Who_sits_on_beyond_the_term_leaves_when_carry_over_ends()
    {
        Member("2017", "2018");
        alrek.Record("2018", Appoint(Known(ola), "Styret", SeatRole.Secretary, "2018"));

        alrek.Record("2020", StrictTerms);

        alrek.Holder("Styret", SeatRole.Member, "2019-12-31")!.Person.Should().Be(kari);
        alrek.Seats("Styret", "2020-01-01").Should().Equal((SeatRole.Member, null), (SeatRole.Observer, null));
        alrek.Seat("Styret", SeatRole.Member).FreeSince.Should().Be(PartialDate.Parse("2020"));
        Served(kari).Should().Be(("2017", 1, "2020"));
    }

    private void Member(string from, string through) => alrek.Record(from, Appoint(Known(kari), "Styret", SeatRole.Member, through));

    private (string Since, int Terms, string? Until) Served(PersonId person)
    {
        var service = alrek.Body("Styret").Services[(person, ServiceGroup.Members)];
        return (service.Since.ToString(), service.Terms.Count, service.Until?.ToString());
    }
}
