using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Violations;

/// <summary>What a new decision is refused for, and how it is told.</summary>
public sealed class NewDecisionTests
{
    private static readonly string Nobody = Guid.Empty.ToString();
    private readonly Scenario alrek = new();
    private readonly PersonReference kari;

    public NewDecisionTests()
    {
        kari = Known(alrek.Person());
        alrek.Record("2016",
            Establish("Styret", called: "styret"), Establish("Rådet", under: "#styret", called: "rådet"), Establish("Utvalget", under: "#rådet"),
            Seat("#styret", SeatRole.Chair, called: "leder"), Appoint(kari, "#leder", through: "2030"), Seat("#rådet", SeatRole.Member), Admit("UiB"));
    }

    private string Chair => alrek.Seat("Styret", SeatRole.Chair).Id.ToString();

    private string Member => alrek.Seat("Rådet", SeatRole.Member).Id.ToString();

    [Fact]
    public void A_body_that_is_not_there_is_told_with_those_of_a_like_name() =>
        alrek.Refusal("2020", Rename("Rådet for eldre", "Eldrerådet")).Should().Equal("unknown-body change=0 member=body date=2020 candidates=Rådet");

    [Fact]
    public void A_body_by_a_name_it_bore_once_is_told_with_what_it_is_called_now()
    {
        alrek.Record("2018", Rename("Rådet", "Forumet"));
        alrek.Refusal("2020", Adopt("Rådet", "Råde")).Should().Equal("unknown-body change=0 member=body date=2020 candidates=Forumet");
    }

    [Fact]
    public void A_body_by_an_unknown_id_or_ref() =>
        alrek.Refusal("2020", Adopt(Nobody, "Råde"), Adopt("#ingen", "Råde"), Establish("Ny", under: "#heller ikke"))
            .Should().Equal("unknown-body change=0 member=body date=2020", "unknown-body change=1 member=body date=2020", "unknown-body change=2 member=parent date=2020");

    [Fact]
    public void A_ref_to_a_thing_of_another_kind_is_unknown() =>
        alrek.Refusal("2020", Admit("HVL", called: "hvl"), Adopt("#hvl", "Råde")).Should().Equal("unknown-body change=1 member=body date=2020");

    [Fact]
    public void A_seat_by_an_unknown_id_or_ref() =>
        alrek.Refusal("2020", new AbolishSeat(Nobody), Appoint(kari, "#ingen"), Seat("Styret", SeatRole.Deputy, deputyFor: Nobody))
            .Should().Equal("unknown-seat change=0 member=seat date=2020", "unknown-seat change=1 member=seat date=2020", "unknown-seat change=2 member=deputyFor date=2020");

    [Fact]
    public void An_appointment_that_is_not_there() =>
        alrek.Refusal("2020", End(Member), End("Rådet", SeatRole.Member, kari)).Should().Equal("unknown-seat change=0 member=seat date=2020", "unknown-seat change=1 member=person date=2020");

    [Fact]
    public void Two_appointments_of_one_person_in_one_role_must_be_told_apart_by_seat()
    {
        alrek.Record("2018", Seat("Styret", SeatRole.Deputy, deputyFor: Chair, called: "a"), Appoint(kari, "#a"), Seat("Styret", SeatRole.Deputy, called: "b"), Appoint(kari, "#b"));
        alrek.Refusal("2020", End("Styret", SeatRole.Deputy, kari)).Should().Equal("ambiguous-name change=0 member=role date=2020 candidates=deputy|deputy");
    }

    [Fact]
    public void A_person_by_an_unknown_id_or_ref_or_a_new_one_that_must_sit_already() =>
        alrek.Refusal("2020", Appoint(new PersonReference.Existing(Nobody), "Styret", SeatRole.Member), Appoint(new PersonReference.Existing("#ingen"), "Styret", SeatRole.Member), End("Styret", SeatRole.Chair, New("Kari")))
            .Should().Equal("unknown-person change=0 member=person date=2020", "unknown-person change=1 member=person date=2020", "unknown-person change=2 member=person date=2020");

    [Fact]
    public void A_partner_that_is_not_there_or_has_left()
    {
        alrek.Record("2018", new WithdrawPartner("UiB"));
        var left = alrek.AsOf("2018-01-01").Partners.Keys.Single().ToString();
        alrek.Refusal("2020", new RenamePartner("NORCE", Name.Of("Norce")), new WithdrawPartner("UiB"), new WithdrawPartner(left)).Should().Equal(
            "unknown-partner change=0 member=partner date=2020", "unknown-partner change=1 member=partner date=2020", "unknown-partner change=2 member=partner date=2020");
    }

    [Fact]
    public void A_decision_followed_that_is_not_there() =>
        alrek.Tell(alrek.Refuse(Scenario.Decided("2020") with { Follows = [Nobody] })).Should().Equal("unknown-decision member=follows date=2020");

    [Fact]
    public void A_decision_corrected_or_annulled_that_is_not_there()
    {
        alrek.Refusal(alrek.TryAnnul(new(Guid.Empty))).Should().Equal("unknown-decision");
        alrek.Refusal(alrek.TryCorrect(new(Guid.Empty), Scenario.Decided("2020"))).Should().Equal("unknown-decision");
        var known = alrek.Record("2020", Rename("Rådet", "Forumet")).Decision;
        alrek.Refusal(alrek.Register().Annul(known, "Ugyldig", new(Guid.Empty))).Should().Equal("unknown-decision member=decision");
    }

    [Fact]
    public void A_name_that_fits_several_is_told_with_all_of_them()
    {
        alrek.Record("2018", Establish("rådet"));
        alrek.Refusal("2020", Adopt("RÅDET", "Råde")).Should().Equal("ambiguous-name change=0 member=body date=2020 candidates=Rådet|rådet");
    }

    [Fact]
    public void A_change_before_the_body_exists_or_after_it_is_dissolved()
    {
        var id = alrek.Body("Utvalget").Id.ToString();
        alrek.Record("2018", Dissolve("Utvalget"), Establish("Panelet"));
        alrek.Refusal("2020", Adopt(id, "Råde")).Should().Equal("not-in-existence change=0 member=body body=Utvalget date=2020");
        alrek.Refusal("2017", Adopt(alrek.Body("Panelet").Id.ToString(), "Råde")).Should().Equal("not-in-existence change=0 member=body body=Panelet date=2017");
        alrek.Refusal("2020", new ReestablishBody(alrek.Body("Panelet").Id.ToString())).Should().Equal("not-in-existence change=0 member=body body=Panelet date=2020 candidates=Panelet");
        alrek.Refusal("2020", new EstablishBody(BodyKind.Panel, Name.Of("Ny"), AdvisoryTo: [id])).Should().Equal("not-in-existence change=0 member=advisoryTo body=Utvalget date=2020-01-01");
    }

    [Fact]
    public void A_body_that_comes_back_twice_in_one_decision_while_it_is_there() =>
        alrek.Refusal("2020", Reestablish(alrek.Body("Utvalget").Id.ToString()), Reestablish(alrek.Body("Utvalget").Id.ToString())).Should().NotBeEmpty().And.OnlyContain(fault => fault.Contains("change=0"));

    [Fact]
    public void A_name_that_a_sibling_bears() =>
        alrek.Refusal("2020", Establish(" STYRET ")).Should().Equal("name-taken change=0 member=name body=new date=2020-01-01 candidates=Styret");

    [Fact]
    public void Two_new_siblings_of_one_name_are_told_of_once() =>
        alrek.Refusal("2020", Establish("Panelet"), Establish("panelet")).Should().Equal("name-taken change=1 member=name body=new date=2020-01-01 candidates=Panelet");

    [Fact]
    public void A_name_that_a_sibling_bears_where_the_body_is_moved_to() =>
        alrek.Refusal("2020", Establish("Rådet"), Move("Rådet", under: null)).Should().Equal("name-taken change=1 member=name body=Rådet date=2020-01-01 candidates=Rådet");

    [Fact]
    public void A_partner_name_that_another_bears()
    {
        alrek.Refusal("2020", Admit("uib")).Should().Equal("name-taken change=0 member=name date=2020-01-01 candidates=UiB");
        alrek.Refusal("2020", Admit("NORCE"), Admit("Norce")).Should().Equal("name-taken change=1 member=name date=2020-01-01 candidates=NORCE");
    }

    [Fact]
    public void A_body_under_itself_or_under_one_below_it()
    {
        alrek.Refusal("2020", Move("Styret", "Styret")).Should().Equal("parent-cycle change=0 member=parent body=Styret date=2020-01-01 candidates=Styret");
        alrek.Refusal("2020", Move("Styret", "Utvalget")).Should().Equal("parent-cycle change=0 member=parent body=Styret date=2020-01-01 candidates=Utvalget");
    }

    [Fact]
    public void A_parent_that_does_not_exist_on_the_day()
    {
        var gone = alrek.Body("Utvalget").Id.ToString();
        alrek.Record("2018", Dissolve("Utvalget"));
        alrek.Refusal("2020", Establish("Ny", under: gone)).Should().Equal("parent-missing change=0 member=parent body=new date=2020-01-01");
        alrek.Refusal("2020", Establish("Ny", under: "#senere"), Establish("Senere", called: "senere").From("2021")).Should().Equal("parent-missing change=0 member=parent body=new date=2020-01-01");
    }

    [Fact]
    public void A_seat_that_follows_itself() =>
        alrek.Refusal("2020", Seat("Rådet", SeatRole.Chair, follows: new("Rådet", SeatRole.Chair))).Should().Equal("ex-officio-cycle change=0 member=exOfficio body=Rådet date=2020-01-01");

    [Fact]
    public void A_seat_of_another_body()
    {
        alrek.Refusal("2020", new Appoint(kari, "Rådet", SeatRole.Chair, Seat: Chair)).Should().Contain("seat-of-other-body change=0 member=seat date=2020");
        alrek.Refusal("2020", Reconstitute("Rådet", new ListedSeat(SeatRole.Chair, Seat: Chair))).Should().Equal("seat-of-other-body change=0 member=seat date=2020");
        alrek.Refusal("2020", Seat("Rådet", SeatRole.Deputy, deputyFor: Chair)).Should().Equal("seat-of-other-body change=0 member=deputyFor body=Rådet date=2020-01-01");
    }

    [Fact]
    public void Two_in_one_seat() =>
        alrek.Refusal("2020", Appoint(New("Ola"), Chair)).Should().Equal("seat-taken change=0 member=seat body=Styret date=2020-01-01");

    [Fact]
    public void One_person_twice_in_one_role() =>
        alrek.Refusal("2020", Appoint(kari, "Styret", SeatRole.Chair)).Should().Equal("person-twice change=0 member=person body=Styret date=2020-01-01");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_mandate_that_is_not_there_to_change(int which) =>
        alrek.Refusal("2020", ((Change[])[new ExtendMandate("Rådet", Date("2022")), new ConcludeMandate("Rådet"), new RepealMandate("Rådet")])[which])
            .Should().Equal("no-mandate-to-change change=0 member=body body=Rådet date=2020");

    [Fact]
    public void A_mandate_that_ends_or_a_deliverable_that_is_due_before_it_begins()
    {
        alrek.Record("2018-06", Adopt("Styret", "Styre"));
        alrek.Refusal("2020-06", new AdoptMandate("Rådet", ["Råde"], ValidThrough: Date("2020-05"))).Should().Equal("ends-before-start change=0 member=validThrough body=Rådet date=2020-06");
        alrek.Refusal("2020-06", new AdoptMandate("Rådet", ["Råde"], DueOn: Date("2019"))).Should().Equal("due-before-start change=0 member=dueOn body=Rådet date=2020-06");
        alrek.Refusal("2020-06", new ExtendMandate("Styret", ValidThrough: Date("2017"))).Should().Equal("ends-before-start change=0 member=validThrough body=Styret date=2020-06");
        alrek.Refusal("2020-06", new ExtendMandate("Styret", DueOn: Date("2018-05"))).Should().Equal("due-before-start change=0 member=dueOn body=Styret date=2020-06");
    }

    [Fact]
    public void A_term_or_a_strategy_that_ends_before_it_begins()
    {
        alrek.Refusal("2020", Appoint(New("Ola"), "Rådet", SeatRole.Member, "2019")).Should().Equal("ends-before-start change=0 member=termThrough body=Rådet date=2020");
        alrek.Refusal("2020", new ExtendAppointment(Date("2015"), Seat: Chair)).Should().Equal("ends-before-start change=0 member=termThrough body=Styret date=2020");
        alrek.Refusal("2020", new AdoptStrategy("Mot 2019", ["Forskning"], Date("2019"))).Should().Equal("ends-before-start change=0 member=validThrough date=2020");
    }

    [Fact]
    public void A_body_with_others_under_it_cannot_go() =>
        alrek.Refusal("2020", Dissolve("Rådet")).Should().Equal("has-children change=0 member=body body=Rådet date=2020-01-01 candidates=Utvalget");

    [Fact]
    public void A_decision_of_a_day_that_has_not_come() =>
        alrek.Refusal("2026-11-22", Rename("Rådet", "Forumet")).Should().Equal("decided-in-future member=decidedOn date=2026-11-22");

    [Fact]
    public void A_change_before_the_founding()
    {
        alrek.Refusal("2015-12-31", Establish("Forløperen")).Should().Equal("before-cluster change=0 member=effectiveFrom date=2015-12-31");
        var fact = alrek.History.Chronicle.Facts.First() with { From = Date("2015") };
        Rules.Check(alrek.AsOf("2016-01-01"), fact)!.Code.Should().Be(ViolationCode.BeforeCluster);
    }

    [Fact]
    public void A_case_number_that_the_body_has_used_that_year()
    {
        var first = alrek.Record(Scenario.Decided("2020-01-01") with { CaseNumber = "1/20", DecidedBy = "Styret", DecidedByText = null });
        alrek.Tell(alrek.Refuse(Scenario.Decided("2020-12-31") with { CaseNumber = " 1/20", DecidedBy = "styret", DecidedByText = null }))
            .Should().Equal($"case-number-taken member=caseNumber date=2020-12-31 conflictsWith={first.Decision}");
    }

    [Fact]
    public void A_wrong_organisation_number() =>
        alrek.Refusal("2020", new AdmitPartner(Name.Of("NORCE"), PartnerKind.ResearchInstitute, OrganisationNumber: "874789543")).Should().Equal("organisation-number change=0 member=organisationNumber date=2020");

    [Fact]
    public void An_annulled_decision_cannot_be_annulled_again()
    {
        var entry = alrek.Record("2020", Rename("Rådet", "Forumet"));
        alrek.Annul(entry.Decision);
        alrek.Refusal(alrek.TryAnnul(entry.Decision)).Should().Equal("already-annulled");
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        alrek.Refusal("2020", Adopt("Ingen", "Råde"), Dissolve("Rådet"), Establish("Styret"), new RepealMandate("Styret"), Appoint(New("Ola"), Chair))
            .Select(v => v.Split(' ')[0]).Should().BeEquivalentTo("unknown-body", "has-children", "name-taken", "no-mandate-to-change", "seat-taken");

    [Fact]
    public void A_refused_decision_changes_nothing()
    {
        var before = alrek.History;
        alrek.Refuse("2020", Establish("Ny"), Establish("Styret"));
        alrek.History.Should().BeSameAs(before);
        alrek.Bodies().Should().NotContain("Ny");
    }

    private static PartialDate Date(string text) => PartialDate.Parse(text);
}
