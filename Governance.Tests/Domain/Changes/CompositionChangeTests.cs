using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Time;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Changes;

public sealed class CompositionChangeTests
{
    private readonly Scenario alrek = new();
    private readonly PersonId kari;
    private readonly PersonId ola;

    public CompositionChangeTests()
    {
        (kari, ola) = (alrek.Person(), alrek.Person());
        alrek.Record("2016", Establish("Styret"), Establish("Rådet"), Admit("UiB"));
    }

    [Fact]
    public void A_seat_is_created_with_all_that_is_said_of_it()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Chair, called: "leder"), new CreateSeat(
            "Styret", SeatRole.Deputy, "Vara", Votes: true, Order: 7, Represents: "UiB", DeputyFor: "#leder", UserRepresentative: true));

        var seat = alrek.Seat("Styret", SeatRole.Deputy, "2018-01-01");
        var partner = alrek.AsOf("2018-01-01").Partners.Keys.Single();
        seat.Description.Should().Be(new SeatDescription(
            SeatRole.Deputy, "Vara", true, 7, new Represents(Partner: partner), alrek.Seat("Styret", SeatRole.Chair).Id, null, UserRepresentative: true));
        (seat.Personal, seat.From, seat.FreeSince, seat.Holders.Length).Should().Be((false, Date("2018"), Date("2018"), 0));
    }

    [Theory]
    [InlineData("UiB", "partner")]
    [InlineData("rådet", "body")]
    [InlineData("FFO Vestland", "outside")]
    public void A_seat_represents_a_partner_or_a_body_or_else_an_outside_organisation(string represents, string kind)
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Member, represents));

        alrek.Seat("Styret", SeatRole.Member).Description.Represents.Should().Be(kind switch
        {
            "partner" => new Represents(Partner: alrek.AsOf("2018-01-01").Partners.Keys.Single()),
            "body" => new Represents(Body: alrek.Body("Rådet").Id),
            _ => new Represents(Outside: "FFO Vestland"),
        });
    }

    [Theory]
    [InlineData(SeatRole.Chair, true)]
    [InlineData(SeatRole.DeputyChair, true)]
    [InlineData(SeatRole.Member, true)]
    [InlineData(SeatRole.Secretary, false)]
    [InlineData(SeatRole.Deputy, false)]
    [InlineData(SeatRole.Observer, false)]
    [InlineData(SeatRole.Adviser, false)]
    public void A_seat_votes_by_its_role_unless_said_otherwise(SeatRole role, bool votes)
    {
        alrek.Record("2018", Seat("Styret", role, called: "plass"));
        alrek.Seat("Styret", role).Votes.Should().Be(votes);

        alrek.Record("2019", new ChangeSeat(alrek.Seat("Styret", role).Id.ToString(), Votes: !votes));
        alrek.Seat("Styret", role).Votes.Should().Be(!votes);
    }

    [Fact]
    public void Seats_stand_in_order_and_one_without_comes_last()
    {
        alrek.Record("2018", new CreateSeat("Styret", SeatRole.Member, Order: 5), new CreateSeat("Styret", SeatRole.Chair, Order: 1), new CreateSeat("Styret", SeatRole.Secretary));

        alrek.Body("Styret").Seats.Select(s => (s.Role, s.Description.Order)).Should().Equal((SeatRole.Chair, 1), (SeatRole.Member, 5), (SeatRole.Secretary, 6));
    }

    [Fact]
    public void A_seat_whose_order_is_cleared_comes_last()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Chair), Seat("Styret", SeatRole.Secretary), Seat("Styret", SeatRole.Member));

        alrek.Record("2019", new ChangeSeat(alrek.Seat("Styret", SeatRole.Chair).Id.ToString(), Order: new(null)));

        alrek.Body("Styret").Seats.Select(s => (s.Role, s.Description.Order)).Should().Equal((SeatRole.Secretary, 2), (SeatRole.Member, 3), (SeatRole.Chair, 4));
    }

    [Fact]
    public void A_seat_changes_in_what_is_given_keeps_what_is_absent_and_clears_what_is_null()
    {
        alrek.Record("2018", new CreateSeat("Styret", SeatRole.Member, "Tech lead", Votes: false, Represents: "UiB", UserRepresentative: true));
        var id = alrek.Seat("Styret", SeatRole.Member).Id.ToString();

        alrek.Record("2019", new ChangeSeat(id, Role: SeatRole.Observer, Represents: "Rådet"));
        alrek.Seat("Styret", SeatRole.Observer).Description.Should().BeEquivalentTo(new { Title = "Tech lead", Votes = false, Represents = new Represents(Body: alrek.Body("Rådet").Id), UserRepresentative = true });

        alrek.Record("2020", new ChangeSeat(id, Title: new(null), Votes: new(null), Represents: new(null), UserRepresentative: new(null)));
        alrek.Seat("Styret", SeatRole.Observer).Description.Should().BeEquivalentTo(
            new { Role = SeatRole.Observer, Title = (string?)null, Votes = (bool?)null, Represents = (Represents?)null, UserRepresentative = false, Order = 1 });
    }

    [Fact]
    public void A_seat_is_abolished_with_the_deputies_for_it_and_theirs()
    {
        alrek.Record("2018",
            Seat("Styret", SeatRole.Member, called: "fast"), Seat("Styret", SeatRole.Deputy, called: "vara", deputyFor: "#fast"), Seat("Styret", SeatRole.Deputy, deputyFor: "#vara"),
            Appoint(Known(kari), "#fast"), Appoint(Known(ola), "#vara"), Seat("Styret", SeatRole.Observer));

        alrek.Record("2020-02-01", new AbolishSeat(alrek.Seat("Styret", SeatRole.Member).Id.ToString()).Through("2020-06"));

        alrek.Seats("Styret", "2020-06-30").Should().HaveCount(4);
        alrek.Seats("Styret", "2020-07-01").Should().Equal((SeatRole.Observer, null));
        alrek.Body("Styret").Services[(kari, ServiceGroup.Members)].Until.Should().Be(Date("2020-07"));
    }

    [Fact]
    public void A_term_is_extended_by_seat_or_by_body_role_and_person()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Chair), Appoint(Known(kari), "Styret", SeatRole.Chair, "2019"), Appoint(Known(kari), "Styret", SeatRole.Secretary, "2019"));

        alrek.Record("2019-06", new ExtendAppointment(Date("2021"), Seat: alrek.Seat("Styret", SeatRole.Chair).Id.ToString()));
        alrek.Record("2019-06", new ExtendAppointment(Date("2022"), Body: "Styret", Role: SeatRole.Secretary, Person: Known(kari)));

        alrek.Holder("Styret", SeatRole.Chair, "2019-05-31")!.TermThrough.Should().Be(Date("2019"));
        alrek.Holder("Styret", SeatRole.Chair)!.Should().Be(new Appointment(kari, Date("2018"), new(Date("2021"), TermSource.Decided), null));
        alrek.Holder("Styret", SeatRole.Secretary)!.Should().Be(new Appointment(kari, Date("2018"), new(Date("2022"), TermSource.Decided), null));
    }

    [Fact]
    public void An_appointment_ends_by_seat_or_by_body_role_and_person()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Chair), Appoint(Known(kari), "Styret", SeatRole.Chair), Appoint(Known(kari), "Styret", SeatRole.Secretary), Appoint(Known(ola), "Styret", SeatRole.Secretary));

        alrek.Record("2019", End("Styret", SeatRole.Secretary, Known(kari)));
        alrek.Seats("Styret").Should().Equal((SeatRole.Chair, kari), (SeatRole.Secretary, ola));

        alrek.Record("2019-05-31", End(alrek.Seat("Styret", SeatRole.Chair).Id.ToString()).Through("2019-06-30"));
        alrek.Holder("Styret", SeatRole.Chair, "2019-06-30").Should().NotBeNull();
        alrek.Seats("Styret", "2019-07-01").Should().Equal((SeatRole.Chair, null), (SeatRole.Secretary, ola));
        alrek.Seat("Styret", SeatRole.Chair).FreeSince.Should().Be(Date("2019-07-01"));
    }

    [Fact]
    public void Composition_rules_change_in_what_is_given()
    {
        alrek.Body("Styret").Rules.Should().Be(CompositionRules.Default);

        alrek.Record("2018", new SetCompositionRules("Styret", true, 5, 12, new TermLength(4, 0, 0), 3, 2, 1, true, false));
        alrek.Body("Styret").Rules.Should().Be(new CompositionRules(true, 5, 12, new TermLength(4, 0, 0), 3, 2, 1, true, false));

        alrek.Record("2019", new SetCompositionRules("Styret", MaxSeats: 9));
        alrek.Body("Styret").Rules.Should().Be(new CompositionRules(true, 5, 9, new TermLength(4, 0, 0), 3, 2, 1, true, false));
        alrek.Body("Rådet").Rules.Should().Be(CompositionRules.Default);
    }

    private static PartialDate Date(string text) => PartialDate.Parse(text);
}
