using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>Seats held by virtue of an office in another body.</summary>
public sealed class ExOfficioTests
{
    private readonly Scenario alrek = new();
    private readonly PersonId kari;
    private readonly PersonId ola;

    public ExOfficioTests()
    {
        (kari, ola) = (alrek.Person(), alrek.Person());
        alrek.Record("2016", Establish("Styret", called: "styret"), Establish("Rådet", called: "råd"), Seat("#styret", SeatRole.Member, follows: new("#råd", SeatRole.Chair)));
    }

    [Fact]
    public void It_is_vacant_while_the_office_is()
    {
        Holder().Should().BeNull();
        alrek.Record("2017", Seat("Rådet", SeatRole.Chair));
        Holder().Should().BeNull();
    }

    [Fact]
    public void It_follows_the_office_from_holder_to_holder()
    {
        alrek.Record("2017", Seat("Rådet", SeatRole.Chair), Appoint(Known(kari), "Rådet", SeatRole.Chair, "2018"));
        alrek.Record("2019", Appoint(Known(ola), "Rådet", SeatRole.Chair, "2020"));

        Holder("2018-12-31").Should().Be(kari);
        Holder("2019-01-01").Should().Be(ola);
    }

    [Fact]
    public void Of_several_in_the_office_it_follows_the_first_by_order()
    {
        alrek.Record("2017", new CreateSeat("Rådet", SeatRole.Chair, Order: 2), new CreateSeat("Rådet", SeatRole.Chair, Order: 1));
        alrek.Record("2017", Appoint(Known(kari), "Rådet", SeatRole.Chair), Appoint(Known(ola), "Rådet", SeatRole.Chair));
        Holder().Should().Be(kari);

        alrek.Record("2018", new ChangeSeat(alrek.Body("Rådet").Seats[1].Id.ToString(), Order: 0));
        Holder().Should().Be(ola);
    }

    [Fact]
    public void The_nth_seat_takes_the_nth_holder_and_nobody_sits_twice()
    {
        alrek.Record("2016", Seat("Styret", SeatRole.Member, follows: new("Rådet", SeatRole.Chair)), Seat("Styret", SeatRole.Member, follows: new("Rådet", SeatRole.Chair)));
        alrek.Record("2017", Seat("Rådet", SeatRole.Chair), Seat("Rådet", SeatRole.Chair));
        alrek.Record("2018", Appoint(Known(ola), "Rådet", SeatRole.Chair), Appoint(Known(kari), "Rådet", SeatRole.Chair));
        Holders().Should().Equal(ola, kari, null);

        alrek.Record("2019", End("Rådet", SeatRole.Chair, Known(ola)));
        Holders().Should().Equal(kari, null, null);
    }

    [Fact]
    public void One_for_all_is_as_many_seats_as_hold_the_office_each_with_an_id_that_stays()
    {
        alrek.Record("2016", Establish("Ledermøtet", called: "l"), new CreateSeat("#l", SeatRole.Member, ExOfficio: new("Rådet", SeatRole.Chair, All: true)));
        alrek.Seats("Ledermøtet").Should().Equal((SeatRole.Member, null));

        alrek.Record("2018", Appoint(Known(ola), "Rådet", SeatRole.Chair), Appoint(Known(kari), "Rådet", SeatRole.Chair));
        alrek.Seats("Ledermøtet").Should().Equal((SeatRole.Member, ola), (SeatRole.Member, kari));
        var ids = Ids("2018-01-01");
        ids.Should().OnlyHaveUniqueItems();

        alrek.Record("2019", new SetCompositionRules("Ledermøtet", MaxSeats: 9), End("Rådet", SeatRole.Chair, Known(ola)), Appoint(Known(alrek.Person()), "Rådet", SeatRole.Chair));
        Ids("2019-01-01").Should().Equal(ids);

        List<SeatId> Ids(string day) => [.. alrek.AsOf(day).Seats(alrek.Body("Ledermøtet", day), ScenarioReading.Day(day)).Select(s => s.Seat.Id)];
    }

    [Fact]
    public void One_for_all_leaves_out_those_whom_seats_for_one_take()
    {
        alrek.Record("2016", new CreateSeat("Styret", SeatRole.Member, ExOfficio: new("Rådet", SeatRole.Chair, All: true)), new CreateSeat("Styret", SeatRole.Member, ExOfficio: new("Rådet", SeatRole.Chair, All: true)));

        alrek.Record("2018", Appoint(Known(ola), "Rådet", SeatRole.Chair), Appoint(Known(kari), "Rådet", SeatRole.Chair));

        Holders().Should().Equal(ola, kari, null);
    }

    [Fact]
    public void Whose_term_is_over_without_carry_over_leaves_the_seat_vacant_and_the_next_in_theirs()
    {
        alrek.Record("2016", Seat("Styret", SeatRole.Member, follows: new("Rådet", SeatRole.Chair)), new SetCompositionRules("Rådet", CarryOver: false));
        alrek.Record("2018", Appoint(Known(ola), "Rådet", SeatRole.Chair, "2019"), Appoint(Known(kari), "Rådet", SeatRole.Chair));

        Holders().Should().Equal(null, kari);
    }

    [Fact]
    public void It_is_held_since_it_was_made_at_the_earliest()
    {
        alrek.Record("2017", Appoint(Known(kari), "Rådet", SeatRole.Chair, "2030"));
        alrek.Record("2018", Seat("Styret", SeatRole.Observer, follows: new("Rådet", SeatRole.Chair)));

        alrek.Holder("Styret", SeatRole.Member)!.From.ToString().Should().Be("2017");
        alrek.Holder("Styret", SeatRole.Observer)!.From.ToString().Should().Be("2018");
    }

    [Fact]
    public void It_falls_vacant_with_the_body_it_follows()
    {
        alrek.Record("2017", Appoint(Known(kari), "Rådet", SeatRole.Chair));
        alrek.Record("2018", Dissolve("Rådet"));

        Holder("2017-12-31").Should().Be(kari);
        Holder("2018-01-01").Should().BeNull();
    }

    [Fact]
    public void It_follows_through_more_than_one_office()
    {
        alrek.Record("2017", Establish("Forum", called: "forum"), Seat("#forum", SeatRole.Observer, follows: new("Styret", SeatRole.Member)), Appoint(Known(kari), "Rådet", SeatRole.Chair));

        alrek.Holder("Forum", SeatRole.Observer)!.Person.Should().Be(kari);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_held_seat_becomes_one_by_virtue_of_office_when_its_holder_leaves_that_day_in_any_order(int first)
    {
        alrek.Record("2017", Seat("Rådet", SeatRole.Member), Appoint(Known(kari), "Rådet", SeatRole.Member), Establish("Forum", called: "forum"), Appoint(Known(ola), "#forum", SeatRole.Chair));
        var seat = alrek.Seat("Rådet", SeatRole.Member).Id.ToString();
        Change[] changes = [new ChangeSeat(seat, ExOfficio: new ExOfficioSeat("Forum", SeatRole.Chair)), End("Rådet", SeatRole.Member, Known(kari))];

        alrek.Record("2018", changes[first], changes[1 - first]);

        alrek.Holder("Rådet", SeatRole.Member)!.Person.Should().Be(ola);
    }

    [Fact]
    public void A_seat_with_a_holder_of_its_own_cannot_follow_an_office()
    {
        alrek.Record("2017", Seat("Rådet", SeatRole.Member), Appoint(Known(kari), "Rådet", SeatRole.Member), Establish("Forum"));

        alrek.Refusal("2018", new ChangeSeat(alrek.Seat("Rådet", SeatRole.Member).Id.ToString(), ExOfficio: new ExOfficioSeat("Forum", SeatRole.Chair)))
            .Should().Equal("seat-taken change=0 member=seat body=Rådet date=2018-01-01");
    }

    [Fact]
    public void Nobody_is_appointed_to_one() =>
        alrek.Refusal("2018", Appoint(Known(kari), alrek.Seat("Styret", SeatRole.Member).Id.ToString()))
            .Should().Equal("seat-taken change=0 member=seat body=Styret date=2018-01-01");

    [Fact]
    public void Nobody_is_listed_in_one() =>
        alrek.Refusal("2018", Reconstitute("Rådet", new ListedSeat(SeatRole.Observer, ExOfficio: new("Styret", SeatRole.Chair), Person: Known(kari))))
            .Should().Equal("seat-taken change=0 member=seat body=Rådet date=2018-01-01");

    [Fact]
    public void Two_seats_cannot_follow_each_other() =>
        alrek.Refusal("2018", Seat("Rådet", SeatRole.Chair, follows: new("Styret", SeatRole.Member)))
            .Should().Equal("ex-officio-cycle change=0 member=exOfficio body=Rådet date=2018-01-01");

    [Fact]
    public void A_cycle_through_three_bodies_is_one()
    {
        alrek.Record("2017", Establish("Forum", called: "forum"), Seat("#forum", SeatRole.Chair, follows: new("Styret", SeatRole.Member)));

        alrek.Refusal("2018", Seat("Rådet", SeatRole.Chair, follows: new("Forum", SeatRole.Chair)))
            .Should().Equal("ex-officio-cycle change=0 member=exOfficio body=Rådet date=2018-01-01");
    }

    [Fact]
    public void A_body_that_does_not_exist_has_no_office()
    {
        alrek.Record("2017", Establish("Forum", called: "forum"), Dissolve("#forum").From("2018"));

        alrek.Refusal("2019", Seat("Styret", SeatRole.Observer, follows: new(alrek.Body("Forum", "2017-01-01").Id.ToString(), SeatRole.Chair)))
            .Should().Equal("not-in-existence change=0 member=exOfficio body=Forum date=2019-01-01");
    }

    private IEnumerable<PersonId?> Holders() => alrek.Seats("Styret").Select(s => s.Holder);

    private PersonId? Holder(string day = ScenarioReading.Now) => alrek.Holder("Styret", SeatRole.Member, day)?.Person;
}
