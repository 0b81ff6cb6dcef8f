using Governance.Domain.Bodies;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

public sealed class EffectsInForceTests
{
    [Fact]
    public void Whatever_the_marks_on_the_way_each_is_told_once()
    {
        var numbers = new Random(11);
        for (var round = 0; round < 50; round++)
        {
            var scenario = new Scenario();
            var (told, mark) = (new List<string>(), new EffectCheckpoint(Scenario.Today, scenario.History.Position));
            for (var step = 0; step < 12; step++)
            {
                for (var n = numbers.Next(3); n > 0; n--) Plan(scenario, mark.Day.AddDays(numbers.Next(-1, 4)));
                var next = new EffectCheckpoint(mark.Day.AddDays(numbers.Next(3)), mark.Position + numbers.Next((int)(scenario.History.Position - mark.Position) + 1));
                told.AddRange(EffectsInForce.Between(scenario.At($"{next.Day:yyyy-MM-dd}"), mark, next).Select(e => e.Key));
                mark = next;
            }
            var end = new EffectCheckpoint(mark.Day, scenario.History.Position);
            told.AddRange(EffectsInForce.Between(scenario.At($"{mark.Day:yyyy-MM-dd}"), mark, end).Select(e => e.Key));

            told.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(EffectsInForce.Effect(scenario.At($"{mark.Day:yyyy-MM-dd}")).Select(e => e.Key));
        }
    }

    private static void Plan(Scenario scenario, DateOnly from) =>
        scenario.Record(Scenario.Decided("2020", new EstablishBody(BodyKind.Committee, Name.Of($"Utvalg {scenario.History.Position}"))) with { EffectiveFrom = from });
}
