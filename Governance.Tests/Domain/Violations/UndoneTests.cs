using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Violations;

/// <summary>A decision of 2018 that one of 2020 stands on can be neither annulled nor corrected away: the later one is named.</summary>
public sealed class UndoneTests
{
    private readonly Scenario alrek = new();
    private readonly PersonReference kari;
    private readonly PersonReference ola;

    public UndoneTests()
    {
        (kari, ola) = (Known(alrek.Person()), Known(alrek.Person()));
        alrek.Record("2016", Establish("Styret", called: "styret"), Establish("Rådet", called: "rådet"), Establish("Utvalget", under: "#rådet"),
            Seat("#styret", SeatRole.Chair, called: "leder", follows: new("#rådet", SeatRole.Chair)), Seat("#styret", SeatRole.Secretary, called: "sekretær"), Appoint(kari, "#sekretær", "2030"));
    }

    private string Chair => alrek.Seat("Styret", SeatRole.Chair).Id.ToString();

    [Fact]
    public void A_body_that_is_changed_later() =>
        Undone([Establish("Panelet")], () => Rename("Panelet", "Forumet")).Should().Equal("not-in-existence member=body body=Forumet date=2020 conflictsWith=later");

    [Fact]
    public void A_body_that_another_stands_under_later() =>
        Undone([Establish("Panelet")], () => Establish("Gruppa", under: "Panelet")).Should().Equal("parent-missing member=parent body=Gruppa date=2020-01-01 conflictsWith=later");

    [Fact]
    public void A_body_that_another_advises_later() =>
        Undone([Establish("Panelet")], () => new MoveBody("Rådet", AdvisoryTo: new(["Panelet"]))).Should().Equal("not-in-existence member=advisoryTo body=Panelet date=2020-01-01 conflictsWith=later");

    [Fact]
    public void A_body_that_a_seat_represents_later() =>
        Undone([Establish("Panelet")], () => Seat("Rådet", SeatRole.Member, "Panelet")).Should().Equal("unknown-body member=represents date=2020-01-01 conflictsWith=later");

    [Fact]
    public void A_partner_that_a_seat_represents_later()
    {
        Undone([Admit("UiB")], () => Seat("Rådet", SeatRole.Member, "UiB")).Should().Equal("unknown-partner member=represents date=2020-01-01 conflictsWith=later");
        Undone([Admit("HVL")], () => new Appoint(ola, "Rådet", SeatRole.Adviser, Represents: "HVL")).Should().Equal("unknown-partner member=represents date=2020-01-01 conflictsWith=later");
        Undone([Admit("VID")], () => Reconstitute("Utvalget", new ListedSeat(SeatRole.Chair, Represents: "VID"))).Should().Equal("unknown-partner member=represents date=2020-01-01 conflictsWith=later");
        Undone([Admit("FHI")], () => new ChangeSeat(Chair, Represents: "FHI")).Should().Equal("unknown-partner member=represents date=2020-01-01 conflictsWith=later");
    }

    [Fact]
    public void A_partner_that_leaves_later() =>
        Undone([Admit("UiB")], () => new WithdrawPartner("UiB")).Should().Equal("unknown-partner member=partner date=2020 conflictsWith=later");

    [Fact]
    public void A_name_given_up_that_another_takes_later() =>
        Undone([Rename("Rådet", "Forumet")], () => Establish("Rådet")).Should().Equal("name-taken member=name body=Rådet date=2020-01-01 candidates=Rådet conflictsWith=later");

    [Fact]
    public void A_move_out_of_the_way_of_a_circle() =>
        Undone([Move("Utvalget", null)], () => Move("Rådet", "Utvalget")).Should().Equal("parent-cycle member=parent body=Rådet date=2020-01-01 candidates=Utvalget conflictsWith=later");

    [Fact]
    public void A_move_from_under_a_body_that_goes_later() =>
        Undone([Move("Utvalget", null)], () => Dissolve("Rådet")).Should().Equal("has-children member=body body=Rådet date=2020-01-01 candidates=Utvalget conflictsWith=later");

    [Fact]
    public void An_office_given_up_that_would_close_a_circle() =>
        Undone([new ChangeSeat(Chair, ExOfficio: new(null))], () => Seat("Rådet", SeatRole.Chair, follows: new("Styret", SeatRole.Chair)))
            .Should().Equal("ex-officio-cycle member=exOfficio body=Rådet date=2020-01-01 conflictsWith=later");

    [Fact]
    public void A_seat_that_is_filled_later() =>
        Undone([Seat("Rådet", SeatRole.Member)], () => Appoint(ola, "Rådet", SeatRole.Member)).Should().Equal("unknown-seat member=seat body=Rådet date=2020 conflictsWith=later");

    [Fact]
    public void A_seat_made_vacant_that_is_filled_later() =>
        Undone([End("Styret", SeatRole.Secretary, kari)], () => Appoint(ola, "Styret", SeatRole.Secretary)).Should().Equal("seat-taken member=seat body=Styret date=2020-01-01 conflictsWith=later");

    [Fact]
    public void A_person_who_left_and_comes_back_later()
    {
        alrek.Record("2017", Appoint(ola, "Rådet", SeatRole.Member, "2030"));
        Undone([End("Rådet", SeatRole.Member, ola)], () => Appoint(ola, "Rådet", SeatRole.Member)).Should().Equal("person-twice member=person body=Rådet date=2020-01-01 conflictsWith=later");
    }

    [Fact]
    public void An_appointment_that_ends_or_is_extended_later()
    {
        Undone([Appoint(ola, "Rådet", SeatRole.Member)], () => End("Rådet", SeatRole.Member, ola)).Should().Equal("unknown-seat member=person body=Rådet date=2020 conflictsWith=later");
        Undone([Appoint(ola, "Utvalget", SeatRole.Member)], () => new ExtendAppointment(PartialDate.Parse("2022"), Body: "Utvalget", Role: SeatRole.Member, Person: ola))
            .Should().Equal("unknown-seat member=person body=Utvalget date=2020 conflictsWith=later");
    }

    [Fact]
    public void A_mandate_that_is_concluded_later() =>
        Undone([Adopt("Rådet", "Råde")], () => new ConcludeMandate("Rådet")).Should().Equal("no-mandate-to-change member=body body=Rådet date=2020 conflictsWith=later");

    [Fact]
    public void A_return_that_something_later_stands_on()
    {
        alrek.Record("2017", Dissolve("Utvalget"));
        Undone([Reestablish("Utvalget")], () => Rename("Utvalget", "Gruppa")).Should().Equal("not-in-existence member=body body=Gruppa date=2020 conflictsWith=later");
    }

    [Fact]
    public void A_mandate_corrected_to_begin_after_the_end_a_later_decision_sets()
    {
        var first = alrek.Record("2017", Adopt("Rådet", "Råde"));
        var later = alrek.Record("2020", new ExtendMandate("Rådet", ValidThrough: PartialDate.Parse("2018"), DueOn: PartialDate.Parse("2018")));

        alrek.Refusal(alrek.TryCorrect(first.Decision, Scenario.Decided("2017", Adopt("Rådet", "Råde").From("2019"))))
            .Should().Equal($"ends-before-start change=0 member=validThrough body=Rådet date=2020 conflictsWith={later.Decision}");
    }

    [Fact]
    public void A_correction_is_refused_for_its_own_faults_too()
    {
        var first = alrek.Record("2018", Rename("Rådet", "Forumet"));

        alrek.Refusal(alrek.TryCorrect(first.Decision, Scenario.Decided("2018", Adopt("Styret", "Styre"), Rename("Rådet", "Styret"), Establish("Ny", under: "Forumet"))))
            .Should().BeEquivalentTo("unknown-body change=2 member=parent date=2018", "name-taken change=1 member=name body=Forumet date=2018-01-01 candidates=Styret");
    }

    [Fact]
    public void A_correction_to_a_case_number_that_another_has()
    {
        var taken = alrek.Record(Scenario.Decided("2018-01-01") with { CaseNumber = "1/18" });
        var first = alrek.Record(Scenario.Decided("2018-02-01") with { CaseNumber = "2/18" });

        alrek.Refusal(alrek.TryCorrect(first.Decision, Scenario.Decided("2018-02-01") with { CaseNumber = "1/18" }))
            .Should().Equal($"case-number-taken member=caseNumber date=2018-02-01 conflictsWith={taken.Decision}");
    }

    [Fact]
    public void When_the_later_decision_is_annulled_the_earlier_can_be()
    {
        var first = alrek.Record("2018", Establish("Panelet"));
        var later = alrek.Record("2020", Rename("Panelet", "Forumet"));

        alrek.Annul(later.Decision);
        alrek.Annul(first.Decision);

        alrek.Bodies().Should().Equal("Rådet", "Styret", "Utvalget");
    }

    private IEnumerable<string> Undone(Change[] changes, Func<Change> later)
    {
        var first = alrek.Record("2018", changes);
        var second = alrek.Record("2020", later());
        var before = alrek.History;
        var annulled = alrek.Refusal(alrek.TryAnnul(first.Decision)).ToList();
        alrek.Refusal(alrek.TryCorrect(first.Decision, Scenario.Decided("2018"))).Should().Equal(annulled, because: "without its changes it is as if annulled");
        alrek.History.Should().BeSameAs(before);
        return annulled.Select(v => v.Replace(second.Decision.ToString(), "later", StringComparison.Ordinal));
    }
}
