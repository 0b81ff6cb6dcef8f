using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Time;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>A whole new composition: which seats are the same, who continues, and what goes.</summary>
public sealed class ReconstitutionTests
{
    private readonly Scenario alrek = new();
    private readonly PersonId kari;
    private readonly PersonId ola;
    private readonly PersonId nils;

    public ReconstitutionTests()
    {
        (kari, ola, nils) = (alrek.Person(), alrek.Person(), alrek.Person());
        alrek.Record("2016", Establish("Brukerpanel"), Admit("UiB"), Admit("HVL"));
        alrek.Record("2021", Reconstitute("Brukerpanel",
            Member("UiB", kari, "2022"), Member("UiB", ola, "2022"), Member("HVL", null, null) with { Ref = "hvl" }, new ListedSeat(SeatRole.Deputy, DeputyFor: "#hvl")));
    }

    [Fact]
    public void Its_seats_are_fixed_and_stand_in_the_order_they_are_listed()
    {
        var seats = alrek.Body("Brukerpanel").Seats;
        seats.Select(s => (s.Role, s.Description.Order, s.Personal)).Should().Equal(
            (SeatRole.Member, 1, false), (SeatRole.Member, 2, false), (SeatRole.Member, 3, false), (SeatRole.Deputy, 4, false));
        seats[3].Description.DeputyFor.Should().Be(seats[2].Id);
    }

    [Fact]
    public void A_seat_is_the_same_by_role_and_whom_it_represents_its_holders_first()
    {
        var before = Ids();

        alrek.Record("2023", Reconstitute("Brukerpanel", Member("HVL", nils, null), Member("UiB", ola, null), Member("UiB", nils, null) with { Role = SeatRole.Chair }, Member("UiB", null, null)));

        Ids().Should().HaveCount(4).And.Subject.Where((_, i) => i != 2).Should().Equal(before[2], before[1], before[0]);
        before.Should().NotContain(Ids()[2]);
    }

    [Fact]
    public void A_seat_is_the_same_where_it_is_named_whatever_becomes_of_it()
    {
        var before = Ids();

        alrek.Record("2023", Reconstitute("Brukerpanel", new ListedSeat(SeatRole.Chair, Seat: before[1].ToString(), Represents: "FFO Vestland"), Member("UiB", null, null)));

        Ids().Should().Equal(before[1], before[0]);
        alrek.Body("Brukerpanel").Seats[0].From.Should().Be(PartialDate.Parse("2021"));
    }

    [Fact]
    public void A_seat_that_is_not_listed_goes_with_its_holder()
    {
        alrek.Record("2023-03-29", Reconstitute("Brukerpanel", Member("UiB", ola, null)));

        alrek.Seats("Brukerpanel", "2023-03-28").Should().HaveCount(4);
        alrek.Seats("Brukerpanel").Should().Equal((SeatRole.Member, ola));
        alrek.Body("Brukerpanel").Services[(kari, ServiceGroup.Members)].Until.Should().Be(PartialDate.Parse("2023-03-29"));
    }

    [Fact]
    public void Who_continues_is_appointed_anew_and_keeps_since()
    {
        alrek.Record("2023-03-29", Reconstitute("Brukerpanel", Member("UiB", ola, "2025"), Member("HVL", nils, "2026")));

        alrek.Holder("Brukerpanel", SeatRole.Member)!.Should().Be(new Appointment(ola, PartialDate.Parse("2023-03-29"), new(PartialDate.Parse("2025"), TermSource.Decided), null));
        alrek.Body("Brukerpanel").Services[(ola, ServiceGroup.Members)].Should().BeEquivalentTo(new { Since = PartialDate.Parse("2021"), Until = (PartialDate?)null });
        alrek.Body("Brukerpanel").Services[(ola, ServiceGroup.Members)].Terms.Should().HaveCount(2);
        alrek.Body("Brukerpanel").Services[(nils, ServiceGroup.Members)].Since.Should().Be(PartialDate.Parse("2023-03-29"));
    }

    [Fact]
    public void Who_continues_keeps_the_term_of_which_nothing_is_said_also_where_the_rules_have_another()
    {
        alrek.Record("2021", new SetCompositionRules("Brukerpanel", TermLength: new TermLength(2, 0, 0)));

        alrek.Record("2021-06", Reconstitute("Brukerpanel", new ListedSeat(SeatRole.Chair, Person: Known(ola)), Member("UiB", kari, null), Member("HVL", nils, null)));

        alrek.Body("Brukerpanel").Seats.Select(s => s.Holders.Single().Term).Should().Equal(
            new Term(PartialDate.Parse("2022"), TermSource.Decided), new Term(PartialDate.Parse("2022"), TermSource.Decided), new Term(PartialDate.Parse("2023-05"), TermSource.Rule));
    }

    [Theory]
    [InlineData(null, "2022", TermSource.Decided)]
    [InlineData(2, "2025-03-28", TermSource.Rule)]
    public void A_term_that_is_over_gives_way_to_the_rules_where_they_have_one(int? years, string through, TermSource source)
    {
        if (years is { } length) alrek.Record("2021", new SetCompositionRules("Brukerpanel", TermLength: new TermLength(length, 0, 0)));

        alrek.Record("2023-03-29", Reconstitute("Brukerpanel", Member("UiB", ola, null)));

        alrek.Holder("Brukerpanel", SeatRole.Member)!.Term.Should().Be(new Term(PartialDate.Parse(through), source));
    }

    [Fact]
    public void Who_continues_without_a_term_gets_none()
    {
        alrek.Record("2021", Reconstitute("Brukerpanel", Member("UiB", nils, null)));
        alrek.Record("2022", new SetCompositionRules("Brukerpanel", TermLength: new TermLength(2, 0, 0)));

        alrek.Record("2023", Reconstitute("Brukerpanel", Member("UiB", nils, null)));

        alrek.Holder("Brukerpanel", SeatRole.Member)!.Term.Should().BeNull();
    }

    [Fact]
    public void Who_continues_keeps_the_title_of_which_nothing_is_said()
    {
        alrek.Record("2021", new Appoint(Known(nils), Seat: Ids()[2].ToString(), Title: "Talsperson"));

        alrek.Record("2023", Reconstitute("Brukerpanel", Member("HVL", nils, null)));

        alrek.Holder("Brukerpanel", SeatRole.Member)!.Title.Should().Be("Talsperson");
    }

    [Fact]
    public void Who_continues_in_another_seat_keeps_since_too()
    {
        alrek.Record("2023", Reconstitute("Brukerpanel", new ListedSeat(SeatRole.Chair, Person: Known(ola)), Member("UiB", kari, null)));

        alrek.Body("Brukerpanel").Services[(ola, ServiceGroup.Members)].Since.Should().Be(PartialDate.Parse("2021"));
    }

    [Fact]
    public void A_vacant_seat_that_stays_vacant_is_free_since_it_was()
    {
        alrek.Record("2023", Reconstitute("Brukerpanel", Member("HVL", null, null), Member("UiB", null, null)));

        alrek.Body("Brukerpanel").Seats.Select(s => s.FreeSince.ToString()).Should().Equal("2021", "2023");
    }

    [Fact]
    public void A_personal_seat_that_is_listed_becomes_fixed()
    {
        alrek.Record("2022", Appoint(Known(nils), "Brukerpanel", SeatRole.Observer));
        var seat = alrek.Seat("Brukerpanel", SeatRole.Observer).Id;

        alrek.Record("2023", Reconstitute("Brukerpanel", new ListedSeat(SeatRole.Observer)));

        alrek.Body("Brukerpanel").Seats.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Id = seat, Personal = false });
    }

    [Fact]
    public void A_deputy_for_a_seat_that_goes_is_refused() =>
        alrek.Refusal("2023", Reconstitute("Brukerpanel", Member("UiB", kari, null), new ListedSeat(SeatRole.Deputy, DeputyFor: Ids()[2].ToString())))
            .Should().Equal("unknown-seat change=0 member=deputyFor body=Brukerpanel date=2023-01-01");

    [Fact]
    public void Nobody_is_listed_twice_with_one_role() =>
        alrek.Refusal("2023", Reconstitute("Brukerpanel", Member("UiB", kari, null), Member("HVL", kari, null)))
            .Should().Equal("person-twice change=0 member=person body=Brukerpanel date=2023-01-01");

    [Fact]
    public void A_seat_is_not_listed_twice() =>
        alrek.Refusal("2023", Reconstitute("Brukerpanel", new ListedSeat(SeatRole.Member, Seat: Ids()[0].ToString()), new ListedSeat(SeatRole.Chair, Seat: Ids()[0].ToString())))
            .Should().Equal("seat-taken change=0 member=seat body=Brukerpanel date=2023");

    [Fact]
    public void A_term_that_ends_before_it_begins_is_refused() =>
        alrek.Refusal("2023-03-29", Reconstitute("Brukerpanel", Member("UiB", kari, "2022")))
            .Should().Equal("ends-before-start change=0 member=termThrough body=Brukerpanel date=2023-03-29");

    [Fact]
    public void New_persons_are_registered_with_it()
    {
        var entry = alrek.Record("2023", Reconstitute("Brukerpanel", new ListedSeat(SeatRole.Chair, Person: New("Anne")), new ListedSeat(SeatRole.Secretary, Person: New("Per"))));

        entry.Persons.Select(p => p.Name.Text).Should().Equal("Anne", "Per");
        alrek.Seats("Brukerpanel").Select(s => s.Holder).Should().Equal(entry.Persons.Select(p => (PersonId?)p.Id));
    }

    private static ListedSeat Member(string represents, PersonId? person, string? through) =>
        new(SeatRole.Member, Represents: represents, Person: person is { } known ? Known(known) : null, TermThrough: through is null ? null : PartialDate.Parse(through));

    private List<SeatId> Ids() => [.. alrek.Body("Brukerpanel").Seats.Select(s => s.Id)];
}
