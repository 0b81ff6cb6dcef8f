using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Domain.Violations;

public sealed class TruthTests
{
    private readonly Scenario story = new();

    [Fact]
    public void A_body_that_is_not_there_yet_or_not_any_more_is_no_unknown_one()
    {
        story.Record("2018", new EstablishBody(BodyKind.Board, Name.Of("Styret")));
        story.Record("2020-03-01", new DissolveBody("Styret"));

        Told(story.Refuse("2017-05-01", new RenameBody("Styret", Name.Of("Rådet")))).Should().Equal("NotInExistence «Styret» finnes ikke den 2017-05-01. Det finnes fra 2018 til og med 2020-02-29.");
        Told(story.Refuse("2021", new RenameBody("Styret", Name.Of("Rådet")))).Should().Equal("NotInExistence «Styret» finnes ikke den 2021-01-01. Det finnes fra 2018 til og med 2020-02-29. 2021 regnes som 2021-01-01.");
        Told(story.Refuse("2019", new RenameBody("Rådet", Name.Of("Styret")))).Should().Equal("UnknownBody Ikke noe organ heter «Rådet» den 2019-01-01. 2019 regnes som 2019-01-01.");
    }

    [Fact]
    public void A_body_that_the_decision_makes_itself_is_named_by_its_ref() =>
        Told(story.Refuse("2018-01-01", new EstablishBody(BodyKind.Board, Name.Of("Styret")) { Ref = "s" }, new CreateSeat("Styret", SeatRole.Chair)))
            .Should().Equal("UnknownBody Ikke noe organ heter «Styret» den 2018-01-01. Det opprettes i dette vedtaket: skriv #s.");

    [Fact]
    public void Who_holds_a_taken_seat_is_told_and_until_when()
    {
        story.Record("2018-01-01", new EstablishBody(BodyKind.Board, Name.Of("Styret")) { Ref = "s" }, new CreateSeat("#s", SeatRole.Chair) { Ref = "a" },
            new Appoint(new PersonReference.New(Name.Of("Kari")), Seat: "#a", TermThrough: PartialDate.Parse("2022")));
        var seat = story.AsOf("2019-01-01").Living.Single().Seats.Single().Id.ToString();

        var refused = story.Refuse("2019", new Appoint(new PersonReference.New(Name.Of("Ola")), Seat: seat)).Should().ContainSingle().Subject;

        refused.Code.Should().Be(ViolationCode.SeatTaken);
        ViolationTexts.Of(refused, holder: "Kari").Nb.Should().Be(
            "Plassen i «Styret» er allerede besatt den 2019-01-01. Kari er valgt til og med 2022. Avslutt vervet først, eller nevn en annen plass. 2019 regnes som 2019-01-01.");
    }

    [Fact]
    public void What_follows_from_another_fault_is_not_told() =>
        Told(story.Refuse("2018-01-01",
            new EstablishBody(BodyKind.Board, Name.Of("Styret"), Parent: "Ukjent") { Ref = "s", EffectiveFrom = PartialDate.Parse("1900") },
            new CreateSeat("#s", SeatRole.Chair) { Ref = "a" }, new RenameBody("#s", Name.Of("Rådet"))))
            .Should().ContainSingle().Which.Should().StartWith("BeforeCluster");

    [Fact]
    public void A_last_day_is_told_as_it_was_read()
    {
        story.Record("2018-01-01", new EstablishBody(BodyKind.Board, Name.Of("Styret")) { Ref = "s" }, new EstablishBody(BodyKind.Board, Name.Of("Utvalget"), Parent: "#s"));

        Told(story.Refuse("2019-02-03", new DissolveBody("Styret") { LastDay = PartialDate.Parse("2019") })).Should().Equal(
            "HasChildren «Styret» kan ikke avvikles mens «Utvalget» hører inn under det. 2019 regnes som 2019-12-31 når det er siste dag.");
    }

    [Fact]
    public void How_a_person_is_made_is_told_where_one_is_not_known() =>
        Told(story.Refuse("2018-01-01", new EstablishBody(BodyKind.Board, Name.Of("Styret")) { Ref = "s" }, new Appoint(new PersonReference.Existing("Kari Moe"), "#s", SeatRole.Chair)))
            .Should().Equal("UnknownPerson «Kari Moe» er ikke en registrert person. Skriv { \"name\": \"…\" } for å registrere en ny person.");

    private static IEnumerable<string> Told(IEnumerable<Violation> refused) => refused.Select(v => $"{v.Code} {ViolationTexts.Of(v).Nb}");
}
