using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>What a decision makes keeps its id when the decision is corrected: by ref, else as the nth of its type.</summary>
public sealed class KeptIdsTests
{
    private readonly Scenario alrek = new();

    [Fact]
    public void A_body_a_partner_and_a_seat_are_the_same_as_the_nth_of_their_type()
    {
        var first = alrek.Record("2016", Establish("Styret", called: "s"), Admit("UiB"), Establish("Rådet"), Seat("#s", SeatRole.Chair), Seat("#s", SeatRole.Member));

        var second = alrek.Correct(first.Decision, Scenario.Decided("2016", Admit("NORCE"), Establish("Styringsgruppen", called: "x"), Seat("#x", SeatRole.Chair), Seat("#x", SeatRole.Observer), Establish("Utvalget")));

        Made(second).Should().BeEquivalentTo(Made(first));
        second.Kept.Should().BeEquivalentTo(Made(first));
        Made(second).Take(2).Should().Equal(Made(first)[1], Made(first)[0]);
    }

    [Fact]
    public void A_ref_goes_before_the_place()
    {
        var first = alrek.Record("2016", Establish("Styret", called: "a"), Establish("Rådet", called: "b"));

        var second = alrek.Correct(first.Decision, Scenario.Decided("2016", Establish("Rådet", called: "b"), Establish("Styret", called: "a")));

        Made(second).Should().Equal(Made(first)[1], Made(first)[0]);
    }

    [Fact]
    public void A_change_that_was_given_no_ref_is_called_by_its_place()
    {
        var first = alrek.Record("2016", Establish("Styret"), Establish("Rådet"));
        alrek.History.Decisions[first.Decision].Current.Refs.Select(r => r.Ref).Should().Equal("c1", "c2");

        var second = alrek.Correct(first.Decision, Scenario.Decided("2016", Establish("Rådet", called: "c2")));

        Made(second).Should().Equal(Made(first)[1]);
    }

    [Fact]
    public void An_id_that_a_ref_asks_for_goes_to_nobody_else()
    {
        var first = alrek.Record("2016", Establish("Styret", called: "a"));

        var second = alrek.Correct(first.Decision, Scenario.Decided("2016", Establish("Nytt"), Establish("Styret", called: "a")));

        Made(second)[1].Should().Be(Made(first)[0]);
        Made(second)[0].Should().NotBe(Made(first)[0]);
        second.Kept.Should().Equal(Made(first)[0]);
    }

    [Fact]
    public void The_text_may_name_by_id_what_its_revision_before_made()
    {
        var first = alrek.Record("2016", Establish("Styret", called: "a"), Adopt("#a", "Styre"));
        var id = Made(first)[0].ToString();

        alrek.Correct(first.Decision, Scenario.Decided("2016", Establish("Styret", called: "a"), Adopt(id, "Styre klyngen"), Seat(id, SeatRole.Chair)));

        alrek.Body("Styret").Mandate!.Points.Should().Equal("Styre klyngen");
        alrek.Body("Styret").Seats.Should().ContainSingle();
    }

    [Fact]
    public void New_seats_of_a_composition_are_the_same_beside_those_that_were_there_before()
    {
        alrek.Record("2016", Establish("Styret", called: "s"), Seat("#s", SeatRole.Chair));
        var seats = (ListedSeat[])[new(SeatRole.Chair), new(SeatRole.Member), new(SeatRole.Member)];
        var first = alrek.Record("2020", Reconstitute("Styret", seats));
        var before = alrek.Body("Styret").Seats.Select(s => s.Id).ToList();

        alrek.Correct(first.Decision, Scenario.Decided("2020", Reconstitute("Styret", seats)));

        alrek.Body("Styret").Seats.Select(s => s.Id).Should().Equal(before);
    }

    [Fact]
    public void Seats_are_the_same_by_their_refs_in_a_composition()
    {
        var first = alrek.Record("2016", Establish("Styret", called: "s"), Reconstitute("#s", new(SeatRole.Member, "a"), new(SeatRole.Member, "b")));
        var before = alrek.Body("Styret").Seats.Select(s => s.Id).ToList();

        alrek.Correct(first.Decision, Scenario.Decided("2016", Establish("Styret", called: "s"), Reconstitute("#s", new(SeatRole.Chair, "b"), new(SeatRole.Member, "a"))));

        alrek.Body("Styret").Seats.Select(s => s.Id).Should().Equal(before[1], before[0]);
    }

    [Fact]
    public void A_seat_created_and_one_listed_do_not_change_places()
    {
        alrek.Record("2016", Establish("Styret"), Establish("Rådet"));
        var changes = (Change[])[Reconstitute("Styret", new ListedSeat(SeatRole.Chair)), Seat("Rådet", SeatRole.Chair)];
        var first = alrek.Record("2018", changes);
        var before = (alrek.Seat("Styret", SeatRole.Chair).Id, alrek.Seat("Rådet", SeatRole.Chair).Id);

        alrek.Correct(first.Decision, Scenario.Decided("2018", changes));

        (alrek.Seat("Styret", SeatRole.Chair).Id, alrek.Seat("Rådet", SeatRole.Chair).Id).Should().Be(before);
    }

    [Fact]
    public void A_personal_seat_is_the_same()
    {
        alrek.Record("2016", Establish("Styret"));
        var person = alrek.Person();
        var first = alrek.Record("2018", Appoint(Known(person), "Styret", SeatRole.Member));
        var seat = alrek.Seat("Styret", SeatRole.Member).Id;

        alrek.Correct(first.Decision, Scenario.Decided("2018", Appoint(Known(person), "Styret", SeatRole.Member, "2030")));

        alrek.Seat("Styret", SeatRole.Member).Id.Should().Be(seat);
    }

    [Fact]
    public void New_persons_are_the_same_in_the_order_they_are_named_with_or_without_a_ref()
    {
        alrek.Record("2016", Establish("Styret"));
        var changes = (Change[])[Appoint(New("Anne"), "Styret", SeatRole.Chair), Appoint(New("Berit", "b"), "Styret", SeatRole.Secretary), Appoint(New("Cecilie"), "Styret", SeatRole.Member)];
        var first = alrek.Record("2018", changes);

        var second = alrek.Correct(first.Decision, Scenario.Decided("2018", changes));

        second.Persons.Select(p => (p.Id, p.Name.Text)).Should().Equal(first.Persons.Select(p => (p.Id, p.Name.Text)));
    }

    [Fact]
    public void A_person_that_the_text_names_by_id_is_not_given_to_another()
    {
        alrek.Record("2016", Establish("Styret"));
        var first = alrek.Record("2018", Appoint(New("Anne"), "Styret", SeatRole.Chair));
        var anne = first.Persons.Single().Id;

        var second = alrek.Correct(first.Decision, Scenario.Decided("2018", Appoint(New("Berit"), "Styret", SeatRole.Secretary), Appoint(Known(anne), "Styret", SeatRole.Chair)));

        second.Persons.Should().ContainSingle().Which.Id.Should().NotBe(anne);
        alrek.Holder("Styret", SeatRole.Chair)!.Person.Should().Be(anne);
    }

    [Fact]
    public void One_person_named_twice_by_ref_is_registered_once()
    {
        alrek.Record("2016", Establish("Styret"));

        var entry = alrek.Record("2018", Appoint(New("Anne", "anne"), "Styret", SeatRole.Chair), Appoint(new PersonReference.Existing("#anne"), "Styret", SeatRole.Secretary));

        entry.Persons.Should().ContainSingle();
        alrek.Seats("Styret").Select(s => s.Holder).Should().Equal(entry.Persons[0].Id, entry.Persons[0].Id);
    }

    [Fact]
    public void Later_decisions_still_mean_the_same_things_after_a_correction()
    {
        var first = alrek.Record("2016", Establish("Styret", called: "s"), Seat("#s", SeatRole.Chair));
        alrek.Record("2018", Rename("Styret", "Rådet"), Appoint(Known(alrek.Person()), "Styret", SeatRole.Chair));

        alrek.Correct(first.Decision, Scenario.Decided("2017", Establish("Styringsrådet", called: "c1"), Seat("#c1", SeatRole.Chair)));

        alrek.Body("Rådet").Names.All.Select(n => n.Name.Text).Should().Equal("Styringsrådet", "Rådet");
        alrek.Holder("Rådet", SeatRole.Chair).Should().NotBeNull();
    }

    private static List<Guid> Made(Entry entry) => [.. entry.Facts.Select(f => f.Event).Select(e => e switch
    {
        BodyEstablished b => b.Body.Value,
        Governance.Domain.Partners.PartnerAdmitted p => p.Partner.Value,
        SeatCreated s => s.Seat.Value,
        _ => Guid.Empty,
    }).Where(id => id != Guid.Empty)];
}
