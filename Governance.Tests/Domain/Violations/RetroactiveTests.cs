using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Violations;

/// <summary>A decision of 2018 that contradicts one of 2020, recorded before it, is refused and names it.</summary>
public sealed class RetroactiveTests
{
    private readonly Scenario alrek = new();
    private readonly PersonReference kari;
    private readonly PersonReference ola;

    public RetroactiveTests()
    {
        (kari, ola) = (Known(alrek.Person()), Known(alrek.Person()));
        alrek.Record("2016", Establish("Styret", called: "styret"), Establish("Rådet", called: "rådet"), Establish("Utvalget"), Seat("#styret", SeatRole.Chair), Admit("UiB"));
    }

    private string Chair => alrek.Seat("Styret", SeatRole.Chair).Id.ToString();

    [Fact]
    public void A_body_dissolved_before_it_is_changed() =>
        Refused(later: Rename("Rådet", "Forumet"), Dissolve("Rådet")).Should().Equal("not-in-existence change=0 member=body body=Forumet date=2020 conflictsWith=later");

    [Fact]
    public void A_body_dissolved_before_another_comes_under_it() =>
        Refused(later: Establish("Panelet", under: "Rådet"), Dissolve("Rådet")).Should().Equal("parent-missing change=0 member=parent body=Panelet date=2020-01-01 conflictsWith=later");

    [Fact]
    public void A_body_dissolved_before_another_advises_it() =>
        Refused(later: new EstablishBody(BodyKind.Panel, Name.Of("Panelet"), AdvisoryTo: ["Rådet"]), Dissolve("Rådet"))
            .Should().Equal("not-in-existence change=0 member=advisoryTo body=Rådet date=2020-01-01 conflictsWith=later");

    [Fact]
    public void A_body_dissolved_before_a_seat_follows_its_office() =>
        Refused(later: Seat("Styret", SeatRole.Member, follows: new("Rådet", SeatRole.Chair)), Dissolve("Rådet"))
            .Should().Equal("not-in-existence change=0 member=exOfficio body=Rådet date=2020-01-01 conflictsWith=later");

    [Fact]
    public void A_body_moved_under_one_before_that_is_dissolved() =>
        Refused(later: Dissolve("Rådet"), Move("Utvalget", "Rådet")).Should().Equal("has-children change=0 member=body body=Rådet date=2020-01-01 candidates=Utvalget conflictsWith=later");

    [Fact]
    public void A_name_taken_before_another_takes_it() =>
        Refused(later: Establish("Panelet"), Rename("Rådet", "Panelet")).Should().Equal("name-taken change=0 member=name body=Panelet date=2020-01-01 candidates=Panelet conflictsWith=later");

    [Fact]
    public void A_partner_name_taken_before_another_takes_it() =>
        Refused(later: Admit("NORCE"), new RenamePartner("UiB", Name.Of("Norce"))).Should().Equal("name-taken change=0 member=name date=2020-01-01 candidates=Norce conflictsWith=later");

    [Fact]
    public void A_partner_that_left_before_it_is_renamed() =>
        Refused(later: new RenamePartner("UiB", Name.Of("Universitetet")), new WithdrawPartner("UiB")).Should().Equal("unknown-partner change=0 member=partner date=2020 conflictsWith=later");

    [Fact]
    public void A_move_that_a_later_one_closes_to_a_circle() =>
        Refused(later: Move("Styret", "Rådet"), Move("Rådet", "Styret")).Should().Equal("parent-cycle change=0 member=parent body=Styret date=2020-01-01 candidates=Rådet conflictsWith=later");

    [Fact]
    public void An_office_that_a_later_one_closes_to_a_circle() =>
        Refused(later: Seat("Rådet", SeatRole.Chair, follows: new("Styret", SeatRole.Chair)), new ChangeSeat(Chair, ExOfficio: new ExOfficioSeat("Rådet", SeatRole.Chair)))
            .Should().Equal("ex-officio-cycle change=0 member=exOfficio body=Rådet date=2020-01-01 conflictsWith=later");

    [Fact]
    public void A_seat_abolished_before_it_is_filled() =>
        Refused(later: Appoint(ola, Chair), new AbolishSeat(Chair)).Should().Equal("unknown-seat change=0 member=seat body=Styret date=2020 conflictsWith=later");

    [Fact]
    public void A_seat_filled_before_another_is_put_in_it() =>
        Refused(later: Appoint(ola, Chair), Appoint(kari, Chair, "2025")).Should().Equal("seat-taken change=0 member=seat body=Styret date=2020-01-01 conflictsWith=later");

    [Fact]
    public void A_seat_filled_on_a_term_that_is_over_by_then_holds() =>
        alrek.Record("2018", Before(later: Appoint(ola, Chair), Appoint(kari, Chair, "2019")));

    [Fact]
    public void A_seat_made_to_follow_an_office_before_somebody_is_put_in_it() =>
        Refused(later: Appoint(ola, Chair), new ChangeSeat(Chair, ExOfficio: new ExOfficioSeat("Rådet", SeatRole.Chair))).Should().Equal("seat-taken change=0 member=seat body=Styret date=2020-01-01 conflictsWith=later");

    [Fact]
    public void A_person_seated_before_being_seated_again_in_the_role() =>
        Refused(later: Appoint(kari, "Rådet", SeatRole.Member), Appoint(kari, "Rådet", SeatRole.Member)).Should().Equal("person-twice change=0 member=person body=Rådet date=2020-01-01 conflictsWith=later");

    [Fact]
    public void A_mandate_repealed_before_it_is_extended()
    {
        alrek.Record("2017", Adopt("Rådet", "Råde"));
        Refused(later: new ExtendMandate("Rådet", DueOn: Date("2022")), new RepealMandate("Rådet")).Should().Equal("no-mandate-to-change change=0 member=body body=Rådet date=2020 conflictsWith=later");
    }

    [Fact]
    public void A_mandate_adopted_after_the_end_that_a_later_decision_sets()
    {
        alrek.Record("2017", Adopt("Rådet", "Råde"));
        Refused(later: new ExtendMandate("Rådet", ValidThrough: Date("2017")), Adopt("Rådet", "Råde mer")).Should().Equal("ends-before-start change=0 member=validThrough body=Rådet date=2020 conflictsWith=later");
        Refused(later: new ExtendMandate("Rådet", DueOn: Date("2017")), Adopt("Rådet", "Råde mer")).Should().Contain("due-before-start change=0 member=dueOn body=Rådet date=2020 conflictsWith=later");
    }

    [Fact]
    public void An_appointment_anew_after_the_end_that_a_later_decision_sets()
    {
        alrek.Record("2017", Appoint(kari, Chair, "2025"));
        Refused(later: new ExtendAppointment(Date("2017"), Seat: Chair), End(Chair), Appoint(kari, Chair).From("2018-06")).Should().Equal("ends-before-start change=0 member=termThrough body=Styret date=2020 conflictsWith=later");
    }

    [Fact]
    public void Every_later_decision_that_no_longer_holds_is_named_and_of_several_changes_the_one_to_blame()
    {
        var first = alrek.Record("2020", Rename("Rådet", "Forumet"));
        var second = alrek.Record("2021", Adopt("Forumet", "Møtes"));

        alrek.Refusal("2018", Rename("Utvalget", "Komiteen"), Dissolve("Rådet")).Should().Equal(
            $"not-in-existence change=1 member=body body=Forumet date=2020 conflictsWith={first.Decision}",
            $"not-in-existence change=1 member=body body=Forumet date=2021 conflictsWith={second.Decision}");
    }

    [Fact]
    public void What_happened_before_it_does_not_stand_in_its_way()
    {
        alrek.Record("2017", Rename("Rådet", "Forumet"));
        alrek.Record("2020", Rename("Forumet", "Rådet"));

        alrek.Record("2018", Dissolve("Utvalget"));

        alrek.Bodies("2019-01-01").Should().Equal("Forumet", "Styret");
        alrek.Bodies().Should().Equal("Rådet", "Styret");
    }

    private List<string> Refused(Change later, params Change[] changes)
    {
        var entry = alrek.Record("2020", later);
        return alrek.Refusal("2018", changes).Select(v => v.Replace(entry.Decision.ToString(), "later", StringComparison.Ordinal)).ToList();
    }

    private Change Before(Change later, Change change)
    {
        alrek.Record("2020", later);
        return change;
    }

    private static PartialDate Date(string text) => PartialDate.Parse(text);
}
