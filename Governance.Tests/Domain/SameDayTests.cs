using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Time;
using Governance.Domain.Values;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>Several decisions of one day: by the date they were decided, then as the register has them, then as the decision lists its changes.</summary>
public sealed class SameDayTests
{
    private readonly Scenario alrek = new();

    public SameDayTests() => alrek.Record("2016", Establish("Styret", called: "s"), Establish("Rådet", called: "r"));

    [Fact]
    public void The_one_decided_later_has_the_last_word_though_recorded_first()
    {
        alrek.Record("2019-06-01", Rename("Styret", "Sist").From("2020"));
        alrek.Record("2019-05-01", Rename("Styret", "Først").From("2020"));

        alrek.Bodies("2020-01-01").Should().Equal("Rådet", "Sist");
    }

    [Fact]
    public void Of_two_decided_on_one_day_the_one_recorded_later_has_the_last_word()
    {
        alrek.Record("2019-06-01", Rename("Styret", "Først").From("2020"));
        alrek.Record("2019-06-01", Rename("Først", "Sist").From("2020"));

        alrek.Bodies("2020-01-01").Should().Equal("Rådet", "Sist");
    }

    [Fact]
    public void A_correction_keeps_the_decisions_place_in_the_day()
    {
        var first = alrek.Record("2019-06-01", Rename("Styret", "Først"));
        alrek.Record("2019-06-01", Rename("Først", "Sist"));

        alrek.Correct(first.Decision, Scenario.Decided("2019-06-01", Rename("Styret", "Rettet")));

        alrek.Bodies().Should().Equal("Rådet", "Sist");
        alrek.History.Chronicle.Days[^1].Facts.Select(f => f.Position).Should().BeInAscendingOrder();
    }

    [Fact]
    public void A_name_is_read_just_before_the_decision_in_the_order_of_the_changes_own_day()
    {
        alrek.Record("2020-05-01", Rename("Styret", "Styringsgruppen"));

        alrek.Record("2020-05-01", Adopt("Styringsgruppen", "Styre"), Rename("Styringsgruppen", "Toppen"), Seat("Styringsgruppen", SeatRole.Chair));
        alrek.Refusal("2020-04-30", Adopt("Styringsgruppen", "Styre")).Should().Equal("unknown-body change=0 member=body date=2020-04-30");
        alrek.Record("2020-04-30", Adopt("Styret", "Styre"), Seat("Toppen", SeatRole.Chair).From("2021"));

        alrek.Body("Toppen").Seats.Should().HaveCount(2);
    }

    [Fact]
    public void A_decision_put_in_before_another_of_the_same_day_reads_names_as_they_were_before_that()
    {
        alrek.Record("2020-02-02", Rename("Styret", "Toppen").From("2020-06-01"));

        alrek.Record("2020-01-01", Adopt("Styret", "Styre").From("2020-06-01"));

        alrek.Body("Toppen").Mandate!.Points.Should().Equal("Styre");
    }

    [Fact]
    public void Who_decided_is_read_on_the_day_of_the_decision_whatever_day_it_holds_from()
    {
        alrek.Record("2020-05-01", Rename("Styret", "Rådgiverne").From("2021"));

        var entry = alrek.Record(Scenario.Decided("2020-06-01", Adopt("Rådgiverne", "Gi råd")) with { DecidedBy = "Styret", DecidedByText = null, EffectiveFrom = PartialDate.Parse("2021-02") });

        alrek.History.Decisions[entry.Decision].Current.Head.DecidedBy.Should().Be(alrek.Body("Rådgiverne").Id);
    }

    [Fact]
    public void Refs_reach_forward_and_backward_in_a_decision()
    {
        alrek.Record("2020",
            Establish("Under", under: "#over"), Seat("#over", SeatRole.Deputy, deputyFor: "#leder").From("2021"), Establish("Over", called: "over"),
            Seat("#over", SeatRole.Chair, represents: "#partner", called: "leder"), Admit("UiB", called: "partner"), Appoint(New("Anne", "anne"), "#leder"), Appoint(New("Berit"), "#over", SeatRole.Secretary));

        alrek.Body("Under").Parent.Should().Be(alrek.Body("Over").Id);
        alrek.Seat("Over", SeatRole.Deputy).Description.DeputyFor.Should().Be(alrek.Seat("Over", SeatRole.Chair).Id);
        alrek.Seat("Over", SeatRole.Chair).Description.Represents!.Partner.Should().Be(alrek.AsOf("2020-01-01").Partners.Keys.Single());
    }

    [Fact]
    public void A_parent_goes_and_its_child_moves_in_any_order()
    {
        alrek.Record("2019", Establish("Gruppa", under: "Rådet"), Establish("Laget", under: "Styret"));

        alrek.Record("2020", Dissolve("Rådet"), Move("Gruppa", null), Move("Laget", null), Dissolve("Styret"));

        alrek.Bodies().Should().Equal("Gruppa", "Laget");
    }

    [Fact]
    public void Two_bodies_change_places_in_the_tree_in_one_decision()
    {
        alrek.Record("2019", Move("Rådet", "Styret"));

        alrek.Record("2020", Move("Styret", "Rådet"), Move("Rådet", null));

        alrek.Body("Styret").Parent.Should().Be(alrek.Body("Rådet").Id);
    }

    [Fact]
    public void A_decision_is_held_to_what_others_brought_that_day()
    {
        alrek.Record("2020-01-01", Establish("Panelet"), Seat("Styret", SeatRole.Chair, called: "leder"), Appoint(New("Anne"), "#leder"), Dissolve("Rådet"));
        var gone = alrek.AsOf("2020-01-01").Bodies.Values.Single(b => !b.IsLiving).Id.ToString();

        alrek.Refusal("2020-01-01", Establish("PANELET")).Should().Equal("name-taken change=0 member=name body=new date=2020-01-01 candidates=Panelet");
        alrek.Refusal("2020-01-01", Establish("Gruppa", under: gone)).Should().Equal("parent-missing change=0 member=parent body=new date=2020-01-01");
        alrek.Refusal("2020-01-01", Adopt(gone, "Råde")).Should().Equal("not-in-existence change=0 member=body body=Rådet date=2020-01-01");
        alrek.Refusal("2020-01-01", Appoint(New("Berit"), alrek.Seat("Styret", SeatRole.Chair).Id.ToString())).Should().Equal("seat-taken change=0 member=seat body=Styret date=2020-01-01");
    }

    [Fact]
    public void A_body_may_go_on_the_day_another_came_to_advise_it_as_on_any_later_day()
    {
        alrek.Record("2020-01-01", new EstablishBody(BodyKind.Panel, Name.Of("Panelet"), AdvisoryTo: ["Rådet"]));

        var gone = alrek.Record("2020-01-01", Dissolve("Rådet"));
        alrek.Annul(gone.Decision);

        alrek.Bodies().Should().Equal("Panelet", "Rådet", "Styret");
    }
}
