using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

public sealed class ToComeTests
{
    private readonly Scenario story = new();

    [Fact]
    public void What_is_to_come_is_told_as_to_come_and_what_was_as_it_was()
    {
        Board("2027-12-31");
        story.Record("2025-02-01", new EndAppointment(Seat: Seat, Reason: EndReason.Resigned) { LastDay = PartialDate.Parse("2027-03-31") });

        Upcoming("2026-11-30", Language.Nb).Should().Equal("2027-04-01 Anna Vik trekker seg som leder i Styret.");
        Upcoming("2026-11-30", Language.En).Should().Equal("2027-04-01 Anna Vik will step down as chair of Styret.");
        Sentences.Of(View("2027-04-01", Language.Nb), story.History.Chronicle.Facts.Last()).Should().Be("Anna Vik trakk seg som leder i Styret.");
    }

    [Fact]
    public void A_term_that_is_not_served_out_ends_on_no_calendar_and_soon_for_nobody()
    {
        Board("2027-01-31");
        story.Record("2025-02-01", new EndAppointment(Seat: Seat) { LastDay = PartialDate.Parse("2026-12-31") });

        Days("2026-11-30").Should().Equal("2027-01-01");
        Structure.Of(View("2026-11-30", Language.Nb)).Bodies.Single().Seats.Single().Status.Should().Be(SeatStatus.Filled);
    }

    [Fact]
    public void A_term_that_is_followed_by_the_next_is_no_end()
    {
        Board("2026-12-31");
        story.Record("2025-02-01", new Appoint(new PersonReference.Existing(story.History.Persons.Keys.Single().ToString()), Seat: Seat, TermThrough: PartialDate.Parse("2028-12-31")) { EffectiveFrom = PartialDate.Parse("2027-01-01") });

        Days("2026-11-30").Should().Equal("2027-01-01", "2028-12-31");
    }

    [Fact]
    public void No_deadline_stands_of_a_body_that_is_dissolved_by_then()
    {
        Board("2027-01-31");
        story.Record("2025-02-01", new AdoptMandate("Styret", ["Styre"], DueOn: PartialDate.Parse("2027-06-01")), new DissolveBody("Styret") { EffectiveFrom = PartialDate.Parse("2027-01-15") });

        Days("2026-11-30").Should().Equal("2027-01-15");
    }

    private string Seat => story.AsOf("2026-01-01").Living.Single().Seats.Single().Id.ToString();

    private void Board(string termThrough) => story.Record("2025-01-01", new EstablishBody(BodyKind.Board, Name.Of("Styret")) { Ref = "s" }, new CreateSeat("#s", SeatRole.Chair) { Ref = "a" },
        new Appoint(new PersonReference.New(Name.Of("Anna Vik")), Seat: "#a", TermThrough: PartialDate.Parse(termThrough)));

    private Viewpoint View(string day, Language language) =>
        new(story.History, DateOnly.Parse(day), Persons.Of(story.History.Persons.Keys.Select(p => new PersonCard(p, Name.Of("Anna Vik"), []))), Audience.Public, language);

    private IEnumerable<string> Upcoming(string day, Language language) => Structure.Of(View(day, language)).Upcoming.Select(u => $"{u.Date} {u.Sentence}");

    private IEnumerable<string> Days(string day) => Agenda.Of(View(day, Language.Nb)).Select(i => i.Date.ToString());
}
