using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Findings;
using Governance.Domain.Partners;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Domain.Findings;

public sealed class RegisterFindingTests
{
    private readonly Reporting alrek = new();

    public RegisterFindingTests() => alrek.Record("2018-03", new EstablishBody(BodyKind.Board, Name.Of("Styret")));

    [Fact]
    public void A_body_that_does_not_exist_decides_nothing()
    {
        var styret = alrek.Story.AsOf("2020-01-01").Living.Single().Id.ToString();
        alrek.Record(Scenario.Decided("2018") with { DecidedBy = styret });
        alrek.Of(FindingCode.DecidedByBodyNotInExistence, "2020-01-01").Should().BeEmpty("the year 2018 may mean a day when it did");

        alrek.Record(Scenario.Decided("2018-02-28") with { CaseNumber = "3/18", DecidedBy = styret });
        alrek.Expect(FindingCode.DecidedByBodyNotInExistence, "2018-02-28", "2020-01-01",
            "Vedtak 3/18 «Vedtak» skal være truffet 28. februar 2018 av Styret, som ikke fantes da.",
            "Decision 3/18 'Vedtak' is said to be made on 28 February 2018 by Styret, which did not exist then.");
        alrek.Of(FindingCode.DecidedByBodyNotInExistence, "2018-02-27").Should().BeEmpty();
    }

    [Fact]
    public void Taking_effect_before_it_was_decided_needs_a_note()
    {
        var early = new RenameBody("Styret", Name.Of("Hovedstyret")) { EffectiveFrom = PartialDate.Parse("2019-05") };
        alrek.Record("2019-05-20", early);
        alrek.Of(FindingCode.RetroactiveWithoutNote, "2020-01-01").Should().BeEmpty("May is not before a day in May");

        var entry = alrek.Record("2019-06-01", new RenameBody("Hovedstyret", Name.Of("Styre")) { EffectiveFrom = PartialDate.Parse("2019-05-25") });
        alrek.Expect(FindingCode.RetroactiveWithoutNote, "2019-06-01", "2020-01-01",
            "Vedtaket «Vedtak» gjelder alt fra 25. mai 2019, men ble truffet 1. juni 2019, uten et notat om hvorfor.",
            "The decision 'Vedtak' holds from 25 May 2019 though it was made 1 June 2019, without a note that says why.");

        alrek.Story.Annul(entry.Decision);
        alrek.Of(FindingCode.RetroactiveWithoutNote, "2020-01-01").Should().BeEmpty();
        alrek.Record(Scenario.Decided("2019-06-01", new RenameBody("Hovedstyret", Name.Of("Styre")) { EffectiveFrom = PartialDate.Parse("2019-05-25") }) with { Note = "Etter møtet" });
        alrek.Of(FindingCode.RetroactiveWithoutNote, "2020-01-01").Should().BeEmpty();
    }

    [Fact]
    public void A_partner_is_without_a_seat_from_its_admission_or_from_the_day_it_lost_the_last_one()
    {
        alrek.Record("2019", new AdmitPartner(Name.Of("Norce"), PartnerKind.ResearchInstitute));
        alrek.Expect(FindingCode.PartnerWithoutSeat, "2019", "2020-01-01",
            "Norce er partner, men ingen plass i noe organ representerer den.", "Norce is a partner, but no seat in any body represents it.");

        alrek.Record("2020-02-01", new CreateSeat("Styret", SeatRole.Member, Represents: "Norce"));
        alrek.Of(FindingCode.PartnerWithoutSeat, "2020-02-01").Should().BeEmpty();
        alrek.Record("2021-04-01", new DissolveBody("Styret"));
        alrek.Record("2021-05-01", new EstablishBody(BodyKind.Board, Name.Of("Nytt styre")));
        alrek.One(FindingCode.PartnerWithoutSeat, "2022-01-01").Since.ToString().Should().Be("2021-04-01");

        alrek.Record("2022-02-01", new WithdrawPartner("Norce"));
        alrek.Of(FindingCode.PartnerWithoutSeat, "2022-02-01").Should().BeEmpty();
    }

    [Fact]
    public void Two_persons_with_one_name_may_be_the_same_until_they_are_merged()
    {
        alrek.Record("2020-01-01", new Appoint(Reporting.New("Kari Nordmann"), "Styret", SeatRole.Member), new Appoint(Reporting.New("KARI nordmann "), "Styret", SeatRole.Chair));
        var finding = alrek.Expect(FindingCode.PossibleDuplicatePerson, "2026-11-21", "2020-01-01",
            "Det er registrert to personer som heter KARI nordmann; er de den samme?", "Two persons called KARI nordmann are registered; are they the same?");

        alrek.Story.Enter(new PersonMerged(finding.About.Person!.Value, finding.About.OtherPerson!.Value));
        alrek.Of(FindingCode.PossibleDuplicatePerson, "2020-01-01").Should().BeEmpty();
    }

    [Fact]
    public void An_erased_person_is_nobodys_double()
    {
        alrek.Record("2020-01-01", new Appoint(Reporting.New("Kari"), "Styret", SeatRole.Member), new Appoint(Reporting.New("kari"), "Styret", SeatRole.Chair));
        alrek.Know("kari", card => card with { Erased = true });
        alrek.Of(FindingCode.PossibleDuplicatePerson, "2020-01-01").Should().BeEmpty();
    }
}
