using Governance.Domain.Views;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Views;

/// <summary>What is looked for is found however it is spelled, as in the search.</summary>
public sealed class SpelledFilterTests
{
    private readonly Scenario alrek = new();

    [Theory]
    [InlineData("alesund")]
    [InlineData("AALESUND")]
    [InlineData("Ålesund")]
    [InlineData("a-1/20")]
    [InlineData("saddu")]
    public void The_register_of_decisions_folds_number_title_and_text(string sought)
    {
        alrek.Record(Scenario.Decided("2020", Establish("Styret")) with { Title = "Møte i Ålesund", CaseNumber = "Å-1/20", Text = "Om Šaddu" });
        alrek.Record(Scenario.Decided("2020", Establish("Rådet")) with { Title = "Møte i Bergen" });

        DecisionLine.All(alrek.At("2026-01-01"), new(Text: sought)).Should().ContainSingle().Which.Title.Should().Be("Møte i Ålesund");
    }

    [Fact]
    public void A_name_that_nobody_bore_as_it_is_spelled_means_those_that_are_spelled_like_it()
    {
        alrek.Record("2020", Establish("Rådet"));
        NameHistory.Of(alrek.At("2026-01-01"), "raadet", null).Entries.Select(e => e.Name.Text).Should().Equal("Rådet");

        alrek.Record("2021", Establish("Radet"));
        NameHistory.Of(alrek.At("2026-01-01"), "radet", null).Entries.Select(e => e.Name.Text).Should().Equal("Radet");
        NameHistory.Of(alrek.At("2026-01-01"), "utvalget", null).Entries.Should().BeEmpty();
    }
}
