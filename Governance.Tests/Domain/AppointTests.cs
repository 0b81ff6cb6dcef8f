using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Time;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>Which seat an appointment takes, and what becomes of it.</summary>
public sealed class AppointTests
{
    private readonly Scenario alrek = new();
    private readonly PersonId kari;
    private readonly PersonId ola;
    private readonly PersonId nils;

    public AppointTests()
    {
        (kari, ola, nils) = (alrek.Person(), alrek.Person(), alrek.Person());
        alrek.Record("2016", Establish("Styret"), Admit("UiB"), Admit("HVL"));
    }

    [Fact]
    public void The_first_vacant_seat_of_the_role_is_taken()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Chair), Seat("Styret", SeatRole.Member, "UiB"), Seat("Styret", SeatRole.Member));

        alrek.Record("2018", Appoint(Known(kari), "Styret", SeatRole.Member));

        alrek.Seats("Styret").Should().Equal((SeatRole.Chair, null), (SeatRole.Member, kari), (SeatRole.Member, null));
    }

    [Fact]
    public void The_seat_of_whom_the_person_represents_is_taken()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Member), Seat("Styret", SeatRole.Member, "UiB"), Seat("Styret", SeatRole.Member, "HVL"));

        alrek.Record("2018", Appoint(Known(kari), "Styret", SeatRole.Member, represents: "HVL"));

        alrek.Seats("Styret").Select(s => s.Holder).Should().Equal(null, null, kari);
    }

    [Fact]
    public void A_vacant_seat_is_taken_before_one_on_an_expired_term()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Member), Seat("Styret", SeatRole.Member), Appoint(Known(kari), "Styret", SeatRole.Member, "2019"));

        alrek.Record("2020", Appoint(Known(ola), "Styret", SeatRole.Member));

        alrek.Seats("Styret").Select(s => s.Holder).Should().Equal(kari, ola);
    }

    [Fact]
    public void An_expired_term_ends_when_another_is_appointed()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Member), Appoint(Known(kari), "Styret", SeatRole.Member, "2019"));

        alrek.Record("2020-05-01", Appoint(Known(ola), "Styret", SeatRole.Member));

        alrek.Seats("Styret", "2020-04-30").Should().Equal((SeatRole.Member, kari));
        alrek.Seats("Styret").Should().Equal((SeatRole.Member, ola));
        alrek.Body("Styret").Services[(kari, ServiceGroup.Members)].Until.Should().Be(PartialDate.Parse("2020-05-01"));
    }

    [Fact]
    public void Somebody_reelected_takes_the_seat_held_before_also_where_another_is_vacant()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Member), Seat("Styret", SeatRole.Member), Appoint(Known(kari), "Styret", SeatRole.Member, "2019"));

        alrek.Record("2020", Appoint(Known(kari), "Styret", SeatRole.Member));

        alrek.Seats("Styret").Select(s => s.Holder).Should().Equal(kari, null);
    }

    [Fact]
    public void Where_no_fixed_seat_is_free_a_personal_one_is_made_that_goes_with_its_holder()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Member), Appoint(Known(kari), "Styret", SeatRole.Member));

        alrek.Record("2019", new Appoint(Known(ola), "Styret", SeatRole.Member, Represents: "UiB", Title: "Forskning"));
        var personal = alrek.Body("Styret", "2019-01-01").Seats[1];
        (personal.Personal, personal.Description.Title, personal.Description.Represents!.Partner).Should().Be((true, "Forskning", alrek.AsOf("2019-01-01").Partners.Values.Single(p => p.Names.Current.Name.Text == "UiB").Id));

        alrek.Record("2020", End("Styret", SeatRole.Member, Known(ola)));
        alrek.Seats("Styret").Should().Equal((SeatRole.Member, kari));
    }

    [Fact]
    public void A_personal_seat_is_nobody_elses_when_its_term_is_over()
    {
        alrek.Record("2018", Appoint(Known(kari), "Styret", SeatRole.Member, "2019"));

        alrek.Record("2021", Appoint(Known(ola), "Styret", SeatRole.Member));

        alrek.Seats("Styret").Select(s => s.Holder).Should().Equal(kari, ola);
    }

    [Fact]
    public void A_seat_held_past_the_term_on_behalf_of_somebody_is_not_taken_unless_it_is_said_on_whose()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Member, "UiB"), Appoint(Known(kari), "Styret", SeatRole.Member, "2019"));

        alrek.Record("2020", Appoint(Known(ola), "Styret", SeatRole.Member));
        alrek.Seats("Styret").Select(s => s.Holder).Should().Equal(kari, ola);

        alrek.Record("2021", Appoint(Known(nils), "Styret", SeatRole.Member, represents: "UiB"));
        alrek.Seats("Styret").Select(s => s.Holder).Should().Equal(nils, ola);
    }

    [Fact]
    public void Somebody_reelected_takes_the_seat_held_before_on_behalf_of_somebody()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Member, "UiB"), Appoint(Known(kari), "Styret", SeatRole.Member, "2019"));

        alrek.Record("2020", Appoint(Known(kari), "Styret", SeatRole.Member, "2021"));

        alrek.Seats("Styret").Should().Equal((SeatRole.Member, kari));
    }

    [Fact]
    public void A_seat_by_virtue_of_office_is_never_taken()
    {
        alrek.Record("2018", Establish("Rådet", called: "r"), Seat("Styret", SeatRole.Member, follows: new("#r", SeatRole.Chair)));

        alrek.Record("2018", Appoint(Known(kari), "Styret", SeatRole.Member));

        alrek.Body("Styret").Seats.Select(s => s.Personal).Should().Equal(false, true);
    }

    [Fact]
    public void One_person_may_hold_seats_of_different_roles()
    {
        alrek.Record("2018", Appoint(Known(kari), "Styret", SeatRole.Chair), Appoint(Known(kari), "Styret", SeatRole.Secretary));

        alrek.Seats("Styret").Should().Equal((SeatRole.Chair, kari), (SeatRole.Secretary, kari));
    }

    [Fact]
    public void One_person_may_be_deputy_for_different_seats()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Member, called: "a"), Seat("Styret", SeatRole.Member, called: "b"),
            Seat("Styret", SeatRole.Deputy, deputyFor: "#a", called: "va"), Seat("Styret", SeatRole.Deputy, deputyFor: "#b", called: "vb"));

        alrek.Record("2018", Appoint(Known(nils), Deputy(0)), Appoint(Known(nils), Deputy(1)));

        alrek.Seats("Styret").Where(s => s.Role == SeatRole.Deputy).Should().Equal((SeatRole.Deputy, nils), (SeatRole.Deputy, nils));
    }

    [Fact]
    public void Two_swap_seats_in_one_decision_in_any_order()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Chair), Seat("Styret", SeatRole.Secretary), Appoint(Known(kari), "Styret", SeatRole.Chair, "2030"), Appoint(Known(ola), "Styret", SeatRole.Secretary, "2030"));
        var (chair, secretary) = (alrek.Seat("Styret", SeatRole.Chair).Id.ToString(), alrek.Seat("Styret", SeatRole.Secretary).Id.ToString());

        alrek.Record("2020", Appoint(Known(ola), chair), End(chair), End(secretary), Appoint(Known(kari), secretary));

        alrek.Seats("Styret").Should().Equal((SeatRole.Chair, ola), (SeatRole.Secretary, kari));
    }

    [Theory]
    [InlineData("2023-03-29", "2025-03-28")]
    [InlineData("2018", "2019")]
    [InlineData("2018-08", "2020-07")]
    [InlineData("2024-02-29", "2026-02-28")]
    public void A_term_by_the_rules_runs_to_the_day_before_the_same_day_a_term_length_later(string from, string through)
    {
        alrek.Record("2016", new SetCompositionRules("Styret", TermLength: new TermLength(2, 0, 0)));

        alrek.Record(from, Appoint(Known(kari), "Styret", SeatRole.Chair));

        alrek.Holder("Styret", SeatRole.Chair)!.Term.Should().Be(new Term(PartialDate.Parse(through), TermSource.Rule));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_a_rule_and_a_date_there_is_no_term_and_the_place_is_held_until_it_is_left(bool carryOver)
    {
        alrek.Record("2016", new SetCompositionRules("Styret", CarryOver: carryOver));

        alrek.Record("2018", Appoint(Known(kari), "Styret", SeatRole.Chair));

        alrek.Seats("Styret", "2999-12-31").Should().Equal((SeatRole.Chair, kari));
        alrek.Holder("Styret", SeatRole.Chair)!.Term.Should().BeNull();
    }

    [Fact]
    public void A_seat_that_is_held_without_a_term_is_not_taken()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Member), Appoint(Known(kari), "Styret", SeatRole.Member));

        alrek.Record("2026", Appoint(Known(ola), "Styret", SeatRole.Member));

        alrek.Seats("Styret").Should().Equal((SeatRole.Member, kari), (SeatRole.Member, ola));
    }

    [Fact]
    public void The_default_term_is_as_long_as_the_bodys_rules_say_on_that_day()
    {
        alrek.Record("2018", new SetCompositionRules("Styret", TermLength: new TermLength(0, 18, 0)));

        alrek.Record("2020-01-01", Appoint(Known(kari), "Styret", SeatRole.Chair));

        alrek.Holder("Styret", SeatRole.Chair)!.TermThrough.ToString().Should().Be("2021-06-30");
    }

    private string Deputy(int n) => alrek.Body("Styret").Seats.Where(s => s.Role == SeatRole.Deputy).ElementAt(n).Id.ToString();
}
