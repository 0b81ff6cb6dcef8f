using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Views;
using Governance.Tests.Domain.Views;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>Leave of absence: the member keeps the seat, and another acts.</summary>
public sealed class LeaveTests
{
    private readonly Scenario alrek = new();
    private readonly PersonId kari;
    private readonly PersonId ola;
    private readonly PersonId nils;
    private readonly string chair;

    public LeaveTests()
    {
        (kari, ola, nils) = (alrek.Person(), alrek.Person(), alrek.Person());
        alrek.Record("2018", Establish("Styret"));
        alrek.Record("2018", Seat("Styret", SeatRole.Chair, called: "c"), Seat("Styret", SeatRole.Deputy, deputyFor: "#c", called: "d"), Appoint(Known(kari), "#c", "2022"), Appoint(Known(ola), "#d"));
        chair = alrek.Seat("Styret", SeatRole.Chair).Id.ToString();
    }

    [Fact]
    public void The_member_keeps_seat_term_and_service_and_the_deputy_acts()
    {
        alrek.Record("2020", new GrantLeave(chair));

        var seat = Shown("2020-06-01");
        (seat.Holder!.Id, seat.Holder.Since, seat.Holder.TermThrough, seat.Status).Should().Be((kari, PartialDate.Parse("2018"), PartialDate.Parse("2022"), SeatStatus.Filled));
        seat.Leave.Should().Be(new LeaveOnDay(PartialDate.Parse("2020"), new(ola, "Ola", alrek.Seat("Styret", SeatRole.Deputy).Id)));
        Shown("2019-12-31").Leave.Should().BeNull();
    }

    [Fact]
    public void A_named_substitute_acts_before_the_deputy_until_the_leave_is_over()
    {
        alrek.Record("2020", new GrantLeave(Body: "Styret", Role: SeatRole.Chair, Person: Known(kari), Substitute: Known(nils)), new EndLeave(chair) { LastDay = PartialDate.Parse("2020-08") });

        Shown("2020-08-31").Leave!.Acting.Should().Be(new ActingOnDay(nils, "Nils", null));
        Shown("2020-09-01").Leave.Should().BeNull();
        PersonView.Of(alrek.At("2026-01-01"), kari)!.Seats.Should().ContainSingle();
    }

    [Fact]
    public void The_substitute_s_time_stands_with_the_substitute_too()
    {
        alrek.Record("2020-01-15", new GrantLeave(chair, Substitute: Known(nils)));
        alrek.Record("2020-02-01", new EndLeave(chair) { LastDay = PartialDate.Parse("2020-08-31") });
        alrek.Record("2021-03-01", new GrantLeave(chair, Substitute: Known(nils)));

        PersonView.Of(alrek.At("2026-01-01", people: [kari.Called("Kari")]), nils)!.Acting.Select(a => $"{a.Body.Name} {a.Role} {a.For!.Name} {a.ValidFrom} {a.ValidThrough}").Should().Equal(
            "Styret Chair Kari 2020-01-15 2020-08-31", "Styret Chair Kari 2021-03-01 ");
        PersonView.Of(alrek.At("2026-01-01"), ola)!.Acting.Should().BeEmpty();
        PersonView.Of(alrek.At("2026-01-01", Audience.Public, people: [nils.Called("Nils")]), nils).Should().NotBeNull("the page of the body links there");
        PersonList.Of(alrek.At("2026-01-01", Audience.Public, people: [nils.Called("Nils")])).People.Should().Contain(p => p.Id == nils);
    }

    [Fact]
    public void Who_acts_for_another_is_not_out_of_office()
    {
        alrek.Record("2020", new GrantLeave(chair, Substitute: Known(nils)));

        OutOfOffice.On(alrek.History, new(2026, 11, 21)).Keys.Should().NotContain(nils);

        alrek.Record("2021-05-01", new EndLeave(chair));
        OutOfOffice.On(alrek.History, new(2026, 11, 21))[nils].Should().Be(new DateOnly(2021, 4, 30));
    }

    [Fact]
    public void A_substitute_acts_no_longer_than_the_member_sits()
    {
        alrek.Record("2020", new GrantLeave(chair, Substitute: Known(nils)));
        alrek.Record("2021-05-01", End(chair));

        PersonView.Of(alrek.At("2026-01-01"), nils)!.Acting.Should().ContainSingle().Which.ValidThrough.Should().Be(PartialDate.Parse("2021-04-30"));
    }

    [Fact]
    public void A_new_composition_and_a_new_term_leave_it_as_it_is()
    {
        alrek.Record("2020", new GrantLeave(chair, Substitute: Known(nils)));

        alrek.Record("2021", Reconstitute("Styret", new ListedSeat(SeatRole.Chair, Person: Known(kari))));
        alrek.Record("2023", Appoint(Known(kari), "Styret", SeatRole.Chair, "2025"));

        alrek.Holder("Styret", SeatRole.Chair)!.Leave.Should().Be(new Leave(PartialDate.Parse("2020"), nils));
    }

    [Fact]
    public void Nobody_is_back_who_was_not_away() =>
        alrek.Refusal("2020", new EndLeave(chair)).Should().Equal("unknown-seat change=0 member=leave body=Styret date=2020");

    [Fact]
    public void Nobody_is_their_own_substitute() =>
        alrek.Refusal("2020", new GrantLeave(chair, Substitute: Known(kari))).Should().Equal("person-twice change=0 member=substitute body=Styret date=2020");

    [Fact]
    public void One_person_may_hold_two_offices_of_one_role_whose_titles_differ()
    {
        alrek.Record("2020", new Appoint(Known(nils), "Styret", SeatRole.Member, Title: "Kasserer"), new Appoint(Known(nils), "Styret", SeatRole.Member, Title: "Webansvarlig"));

        alrek.Seats("Styret").Where(s => s.Role == SeatRole.Member).Should().Equal((SeatRole.Member, nils), (SeatRole.Member, nils));
        alrek.Refusal("2021", new Appoint(Known(nils), "Styret", SeatRole.Member, Title: "kasserer")).Should().ContainSingle().Which.Should().StartWith("person-twice");
    }

    [Fact]
    public void An_organisation_holds_a_seat_until_a_person_is_appointed_and_when_that_one_has_left()
    {
        alrek.Record("2020", new CreateSeat("Styret", SeatRole.Adviser, "Revisor", Represents: "Revisjon AS", HeldByOrganisation: true) { Ref = "r" }, Appoint(Known(nils), "#r").From("2021"), End("#r").From("2022"));

        (string?, string?)[] held = [.. new[] { "2020-06-01", "2021-06-01", "2022-06-01" }.Select(day => Shown(day, SeatRole.Adviser)).Select(s => (s.HeldBy?.Name, s.Holder?.Name))];

        held.Should().Equal(("Revisjon AS", null), (null, "Nils"), ("Revisjon AS", null));
        Shown("2022-06-01", SeatRole.Adviser).Status.Should().Be(SeatStatus.Filled);
    }

    private SeatOnDay Shown(string day, SeatRole role = SeatRole.Chair) =>
        BodyView.Of(alrek.At(day, people: [kari.Called("Kari"), ola.Called("Ola"), nils.Called("Nils")]), alrek.Body("Styret").Id)!.Seats.Single(s => s.Role == role);
}
