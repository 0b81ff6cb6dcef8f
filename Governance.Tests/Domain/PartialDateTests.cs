using Governance.Domain.Time;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>Dates known to the day, the month or the year: beginnings are read as their first day, ends as their last.</summary>
public sealed class PartialDateTests
{
    private readonly Scenario alrek = new();

    [Theory]
    [InlineData("2016", "2016-01-01", "2016-12-31", "2015", "2017")]
    [InlineData("2016-02", "2016-02-01", "2016-02-29", "2016-01", "2016-03")]
    [InlineData("2016-12-31", "2016-12-31", "2016-12-31", "2016-12-30", "2017-01-01")]
    public void A_date_spans_what_it_can_mean(string text, string first, string last, string previous, string next)
    {
        var date = PartialDate.Parse(text);
        (date.First, date.Last).Should().Be((ScenarioReading.Day(first), ScenarioReading.Day(last)));
        (date.ToString(), date.Previous.ToString(), date.Next.ToString()).Should().Be((text, previous, next));
    }

    [Theory]
    [InlineData("16")]
    [InlineData("2016-8")]
    [InlineData("2016-13")]
    [InlineData("2016-02-30")]
    [InlineData("2016-08-15T00:00:00")]
    [InlineData(" 2016")]
    [InlineData("+2016")]
    [InlineData("0999")]
    [InlineData("3000")]
    public void What_is_no_date(string text) => PartialDate.TryParse(text, null, out _).Should().BeFalse();

    [Fact]
    public void What_begins_in_a_year_begins_on_its_first_day()
    {
        alrek.Record("2017", Establish("Styret"));
        alrek.Record("2018", Establish("Rådet").From("2018-10"));

        alrek.AsOf("2016-12-31").Living.Should().BeEmpty();
        alrek.Bodies("2017-01-01").Should().Equal("Styret");
        alrek.Bodies("2018-09-30").Should().Equal("Styret");
        alrek.Bodies("2018-10-01").Should().Equal("Rådet", "Styret");
    }

    [Fact]
    public void A_last_day_in_a_year_is_its_last_and_the_first_day_out_is_known_as_precisely()
    {
        alrek.Record("2017", Establish("Styret"));
        var entry = alrek.Record("2018", Dissolve("Styret").Through("2018"));

        entry.Facts.Single().From.ToString().Should().Be("2019");
        alrek.Bodies("2018-12-31").Should().Equal("Styret");
        alrek.AsOf("2019-01-01").Living.Should().BeEmpty();
        alrek.AsOf("2019-01-01").Bodies.Values.Single().Names.Current.Period.Through.ToString().Should().Be("2018");
    }

    [Fact]
    public void An_effective_date_goes_before_the_decisions_and_that_before_the_day_it_was_decided()
    {
        var decision = Scenario.Decided("2017-05-05", Establish("A"), Establish("B").From("2018"), Establish("C")) with { EffectiveFrom = PartialDate.Parse("2017-08") };

        alrek.Record(decision).Facts.Select(f => f.From.ToString()).Should().Equal("2017-08", "2018", "2017-08");
        alrek.Record("2019-01-01", Establish("D")).Facts.Single().From.ToString().Should().Be("2019-01-01");
    }

    [Fact]
    public void The_last_year_that_can_be_named_ends_on_a_day_that_can_be_stored()
    {
        alrek.Record("2017", Establish("Styret"));
        var first = alrek.Record("2018", Dissolve("Styret").Through("2999")).Facts.Single().From;

        PartialDate.Parse(first.ToString()).Should().Be(first);
    }

    [Fact]
    public void A_decision_of_this_year_may_be_decided_later_in_it() => alrek.Record("2026", Establish("Styret"));

    [Fact]
    public void The_founding_year_begins_on_its_first_day_and_before_it_there_is_nothing()
    {
        alrek.Record("2016-01-01", Establish("Styret"));

        alrek.History.AsOf(new(2015, 12, 31)).Should().BeNull();
        alrek.Bodies("2016-01-01").Should().Equal("Styret");
    }
}
