using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Views;

public sealed class DecisionViewTests
{
    private readonly Scenario alrek = new();

    public DecisionViewTests() => alrek.Record("2016", Establish("Styringsgruppe", called: "top"), Establish("Arbeidsgruppe", under: "#top"), Admit("Bergen kommune"));

    [Fact]
    public void A_decision_tells_its_form_what_it_made_and_the_bodies_before_and_after()
    {
        var work = alrek.Body("Arbeidsgruppe").Id;
        var swap = alrek.Record(Scenario.Decided("2022-06-15",
            Rename("Arbeidsgruppe", "Styringsgruppe"), Rename("Styringsgruppe", "Partnermøte"),
            new EstablishBody(BodyKind.WorkingGroup, Name.Of("Senter"), Parent: "Arbeidsgruppe") { Ref = "senter", EffectiveFrom = PartialDate.Parse("2022-08-01") }) with
        { CaseNumber = "12/22", DecidedBy = "Styringsgruppe", DecidedByText = null });

        var shown = Shown(swap.Decision)!;

        (shown.Position, shown.Status, shown.Decision.CaseNumber).Should().Be((3, DecisionStatus.Recorded, "12/22"));
        shown.Decision.DecidedBy.Should().Be(alrek.Body("Partnermøte").Id.ToString());
        shown.Decision.Changes![0].Should().Be(new RenameBody(work.ToString(), Name.Of("Styringsgruppe")) { Ref = "c1" });
        shown.Decision.Changes[2].Should().BeOfType<EstablishBody>().Which.EffectiveFrom.Should().Be(PartialDate.Parse("2022-08-01"));
        shown.Made.Select(m => (m.Type, m.Ref, m.Body, m.Sentence)).Should().Equal(
            ("rename-body", "c1", work, "Arbeidsgruppe fikk navnet Styringsgruppe."),
            ("rename-body", "c2", alrek.Body("Partnermøte").Id, "Styringsgruppe fikk navnet Partnermøte."),
            ("establish-body", "senter", alrek.Body("Senter").Id, "Senter ble opprettet som arbeidsgruppe under Styringsgruppe."));
        shown.Before!.AsOf.Should().Be(new(2022, 6, 14));
        shown.Before.Bodies.Select(b => b.Name.Text).Should().Equal("Styringsgruppe", "Arbeidsgruppe");
        shown.After!.AsOf.Should().Be(new(2022, 8, 1));
        shown.After.Bodies.Select(b => b.Name.Text).Should().Equal("Partnermøte", "Styringsgruppe", "Senter");
    }

    [Fact]
    public void What_was_made_names_the_seats_by_ref_and_who_was_put_in_them()
    {
        var id = alrek.Record("2020",
            Reconstitute("Arbeidsgruppe", new ListedSeat(SeatRole.Chair, "leder", Person: New("Kari")), new ListedSeat(SeatRole.Member)),
            Seat("Styringsgruppe", SeatRole.Chair, called: "s"), Appoint(New("Ola"), "#s")).Decision;
        var (kari, ola) = (alrek.Holder("Arbeidsgruppe", SeatRole.Chair)!.Person, alrek.Holder("Styringsgruppe", SeatRole.Chair)!.Person);
        var seats = alrek.Body("Arbeidsgruppe").Seats;
        var chair = alrek.Body("Styringsgruppe").Seats.Single().Id;

        Shown(id)!.Made.Select(m => m.Seats).Should().SatisfyRespectively(
            first => first.Should().Equal(new SeatMade("leder", seats[0].Id, kari), new SeatMade("c1s2", seats[1].Id, null)),
            second => second.Should().Equal(new SeatMade("s", chair, null)),
            third => third.Should().Equal(new SeatMade(null, chair, ola)));
    }

    [Fact]
    public void A_corrected_and_annulled_decision_tells_its_revisions_and_its_end_to_readers()
    {
        var id = alrek.Record("2020", Rename("Arbeidsgruppe", "Gruppa")).Decision;
        alrek.Correct(id, Scenario.Decided("2020", Rename("Arbeidsgruppe", "Gruppen")));
        alrek.Annul(id);

        var reader = Shown(id)!;
        var everyone = DecisionView.Of(alrek.At("2026-01-01", Audience.Public), id, new Governance.Api.Features.Compare.WordDiff().Between)!;

        reader.Status.Should().Be(DecisionStatus.Annulled);
        reader.Revisions.Select(r => (r.Revision, r.Position, r.Reason, ((RenameBody)r.Decision!.Changes![0]).Name.Text)).Should().Equal((1, 3, null, "Gruppa"), (2, 4, "Feil ført", "Gruppen"));
        (reader.Annulment!.Reason, reader.Before, reader.After).Should().Be(("Ugyldig", null, null));
        reader.Made.Single().Sentence.Should().Be("Arbeidsgruppe fikk navnet Gruppen.");
        everyone.Revisions.Should().OnlyContain(r => r.Reason == null && r.Decision == null && r.Actor == null);
        everyone.Annulment!.Reason.Should().BeNull();
    }

    [Fact]
    public void The_public_sees_neither_an_internal_decision_nor_what_a_public_one_says_of_internal_bodies_and_the_unlisted()
    {
        var hidden = alrek.Record(Scenario.Decided("2019", Rename("Arbeidsgruppe", "Gruppa")) with { Visibility = Visibility.Internal }).Decision;
        var id = alrek.Record("2020",
            new EstablishBody(BodyKind.Other, Name.Of("Hemmelig"), Visibility: Visibility.Internal) { Ref = "h" },
            Seat("Gruppa", SeatRole.Member, represents: "#h"),
            new MoveBody("Gruppa", AdvisoryTo: new(["#h", "Styringsgruppe"])),
            Appoint(New("Kari"), "Gruppa", SeatRole.Chair)).Decision;
        var kari = alrek.Holder("Gruppa", SeatRole.Chair)!.Person;
        var view = alrek.At("2026-01-01", Audience.Public, people: kari.Called("Kari") with { Unlisted = true });

        DecisionView.Of(view, hidden, new Governance.Api.Features.Compare.WordDiff().Between).Should().BeNull();
        DecisionView.Of(view, new(alrek.NewId()), new Governance.Api.Features.Compare.WordDiff().Between).Should().BeNull();
        var shown = DecisionView.Of(view, id, new Governance.Api.Features.Compare.WordDiff().Between)!;
        shown.Made.Select(m => m.Type).Should().Equal("create-seat", "move-body", "appoint");
        shown.Made[2].Seats.Single().Person.Should().BeNull();
        ((CreateSeat)shown.Decision.Changes![0]).Represents.Should().BeNull();
        ((MoveBody)shown.Decision.Changes[1]).AdvisoryTo.Value.Should().Equal(alrek.Body("Styringsgruppe").Id.ToString());
        ((Appoint)shown.Decision.Changes[2]).Person.Should().Be(new PersonReference.New(Name.Of("en person")));
        shown.Made[1].Sentence.Should().Be("Gruppa er rådgivende for Styringsgruppe.");
        Shown(id)!.Decision.Changes.Should().HaveCount(4);
    }

    [Fact]
    public void A_decision_that_changes_nothing_has_no_before_and_after() =>
        Shown(alrek.Record("2023").Decision).Should().Match<DecisionView>(d => d.Before == null && d.After == null && d.Made.Count == 0);

    private DecisionView? Shown(DecisionId id) => DecisionView.Of(alrek.At("2026-01-01"), id, new Governance.Api.Features.Compare.WordDiff().Between);
}
