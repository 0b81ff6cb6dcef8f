using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Views;
using Governance.Tests.Domain.Views;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>One place that two hold one after the other, where the day between them is known to the month or year alone.</summary>
public sealed class HandoverTests
{
    private readonly Scenario alrek = new("1900");
    private readonly PersonId anna;
    private readonly PersonId bo;
    private readonly string seat;

    public HandoverTests()
    {
        (anna, bo) = (alrek.Person(), alrek.Person());
        alrek.Record("1900", Establish("Riksdag"));
        alrek.Record("1900", Seat("Riksdag", SeatRole.Chair));
        seat = alrek.Seat("Riksdag", SeatRole.Chair, "1900-01-01").Id.ToString();
    }

    [Theory]
    [InlineData("1902", "1905", "1905", "1908")]
    [InlineData("1902-03", "1905-06", "1905-06", "1908")]
    [InlineData("1902", "1905", "1905-06", "1908-05-17")]
    [InlineData("1902", "1905-06-30", "1905", "1908")]
    public void It_is_taken_in_one_seat_and_each_has_the_days_that_were_told(string from, string through, string then, string thereafter)
    {
        alrek.Record("1902", Took(anna, from), Left(through), Took(bo, then), Left(thereafter));

        alrek.Seats("Riksdag", "1904-06-01").Should().Equal((SeatRole.Chair, anna));
        alrek.Seats("Riksdag", "1906-06-01").Should().Equal((SeatRole.Chair, bo));
        Tenures(anna).Should().Equal($"{from}–{through}");
        Tenures(bo).Should().Equal($"{then}–{thereafter}");
        BodyView.Of(alrek.At("1904-06-01"), alrek.Body("Riksdag").Id)!.Seats.Single().Holder!.ValidThrough.Should().Be(PartialDate.Parse(through));
    }

    [Fact]
    public void A_term_that_runs_out_in_the_year_in_which_the_next_one_takes_over_ends_with_it()
    {
        alrek.Record("1902", Took(anna, "1902", "1905"), Took(bo, "1905", "1908"));

        Tenures(anna).Should().Equal("1902–1905");
        alrek.Seats("Riksdag", "1906-06-01").Should().Equal((SeatRole.Chair, bo));
    }

    [Fact]
    public void With_a_term_and_a_last_day_both_hold()
    {
        alrek.Record("1902", Took(anna, "1902", "1905"), Left("1905"), Took(bo, "1905", "1908"), Left("1908"));

        (Tenures(anna).Single(), Tenures(bo).Single()).Should().Be(("1902–1905", "1905–1908"));
    }

    [Fact]
    public void It_may_be_told_in_any_order()
    {
        alrek.Record("1902", Took(anna, "1902"));
        alrek.Record("1902", Left("1905"));

        alrek.Record("1902", Took(bo, "1905"));

        Tenures(anna).Should().Equal("1902–1905");
        alrek.Seats("Riksdag", "2026-01-01").Should().Equal((SeatRole.Chair, bo));
    }

    [Theory]
    [InlineData("1905-06-30", "1905-06-30")]
    [InlineData("1906", "1905")]
    [InlineData("1905", "1905-01-01")]
    [InlineData(null, "1905")]
    public void What_cannot_have_followed_each_other_is_refused(string? through, string then) =>
        alrek.Refusal("1902", through is null ? [Took(anna, "1902"), Took(bo, then)] : [Took(anna, "1902"), Left(through), Took(bo, then)])
            .Should().ContainSingle().Which.Should().StartWith("seat-taken");

    [Fact]
    public void The_last_day_of_the_one_who_handed_over_cannot_be_annulled_from_under_the_other()
    {
        alrek.Record("1902", Took(anna, "1902"));
        var left = alrek.Record("1902", Left("1905"));
        var took = alrek.Record("1902", Took(bo, "1905"));

        Scenario.Refused(new Register(alrek.History, Scenario.Today, alrek.NewId).Annul(left.Decision, "Feil", null))
            .Select(v => (v.Code, v.ConflictsWith)).Should().Equal((ViolationCode.SeatTaken, took.Decision));
    }

    private Change Took(PersonId person, string from, string? term = null) => Appoint(Known(person), seat, term).From(from);

    private EndAppointment Left(string through) => new(seat) { LastDay = PartialDate.Parse(through) };

    private List<string> Tenures(PersonId person) => [.. PersonView.Of(alrek.At("2026-01-01"), person)!.Seats.Select(s => $"{s.ValidFrom}–{s.ValidThrough}")];
}
