using Governance.Domain.Composition;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Governance.Tests.Domain.Views;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>Days that are not known, or known as the latest that they can have been.</summary>
public sealed class UncertainDateTests
{
    private readonly Scenario alrek = new("2000");

    [Theory]
    [InlineData("/2016", "/2016", "2016-01-01")]
    [InlineData("/2016-08", "/2016-08", "2016-08-01")]
    [InlineData("..", "../2018-05-01", "2018-05-01")]
    public void What_began_then_counts_from_a_day_and_says_that_it_is_not_known(string from, string shown, string counts)
    {
        var kari = alrek.Person();
        alrek.Record("2001", Establish("Styret"));
        alrek.Record("2018-05-01", Appoint(Known(kari), "Styret", SeatRole.Chair) with { EffectiveFrom = Uncertain(from) });

        alrek.Holder("Styret", SeatRole.Chair, counts)!.From.ToString().Should().Be(shown);
        alrek.Holder("Styret", SeatRole.Chair, counts)!.From.First.Should().Be(ScenarioReading.Day(counts));
    }

    [Theory]
    [InlineData("/2016", "/2016")]
    [InlineData("..", "../2018-04-30")]
    public void What_ended_then_says_so_too(string last, string shown)
    {
        var kari = alrek.Person();
        alrek.Record("2001", Establish("Styret"));
        alrek.Record("2010", Appoint(Known(kari), "Styret", SeatRole.Chair));
        alrek.Record("2018-05-01", End("Styret", SeatRole.Chair, Known(kari)) with { LastDay = Uncertain(last) });

        PersonView.Of(alrek.At("2026-01-01"), kari)!.Seats.Single().ValidThrough.ToString().Should().Be(shown);
    }

    [Theory]
    [InlineData("/2016", "senest 2016", "2016 at the latest")]
    [InlineData("..", "ukjent dato", "an unknown date")]
    public void It_is_written_as_people_say_it(string date, string nb, string en) =>
        (Wording.Date(Uncertain(date), Language.Nb), Wording.Date(Uncertain(date), Language.En)).Should().Be((nb, en));

    [Theory]
    [InlineData("/2016")]
    [InlineData("..")]
    [InlineData("../2016-08-15")]
    public void It_reads_back_as_it_was_written_but_is_no_date_where_one_must_be_known(string text)
    {
        PartialDate.Parse(text).ToString().Should().Be(text);
        PartialDate.TryParse(text, null, out _).Should().BeFalse();
    }

    private static PartialDate Uncertain(string text) => PartialDate.TryParseUncertain(text, out var date) ? date : throw new FormatException(text);
}
