using Governance.Domain.Clusters;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Violations;

/// <summary>How far down a body may stand.</summary>
public sealed class DepthTests
{
    private readonly Scenario alrek = new();

    public DepthTests()
    {
        alrek.Record("2016", Establish("Nivå 1", called: "1"));
        for (var level = 2; level <= DayRules.MostLevels; level++) alrek.Record("2016", Establish($"Nivå {level}", under: $"Nivå {level - 1}"));
    }

    [Fact]
    public void A_body_under_the_lowest_level_is_refused() =>
        alrek.Refusal("2017", Establish("Lavere", under: "Nivå 20")).Should().Equal("too-deep change=0 member=parent body=new date=2017-01-01 candidates=Nivå 20");

    [Fact]
    public void So_is_a_move_that_takes_others_too_far_down()
    {
        alrek.Record("2017", Establish("Gren"), Establish("Kvist", called: "kvist"), Establish("Blad", under: "#kvist"));
        alrek.Record("2017", Move("Kvist", "Nivå 18"));

        alrek.Refusal("2018", Move("Kvist", "Nivå 19")).Should().Equal("too-deep change=0 member=parent body=Blad date=2018-01-01 candidates=Kvist");
        alrek.Refusal("2018", Move("Nivå 1", "Gren")).Should().Equal(
            "too-deep change=0 member=parent body=Nivå 20 date=2018-01-01 candidates=Nivå 1", "too-deep change=0 member=parent body=Blad date=2018-01-01 candidates=Nivå 1");
    }
}
