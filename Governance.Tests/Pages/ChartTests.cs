using Governance.Api.Features.Chart;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Governance.Tests.Domain;

namespace Governance.Tests.Pages;

public sealed class ChartTests
{
    private int _made;

    [Fact]
    public void On_every_day_no_two_boxes_overlap_and_all_are_inside()
    {
        foreach (var day in Demo.Days) Sound(Chart(Structure.Of(Demo.At(day))));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(12, 1)]
    [InlineData(2, 6)]
    [InlineData(1, 19)]
    [InlineData(40, 0)]
    public void Wide_and_deep_organisations_are_drawn_without_overlaps_too(int broad, int deep)
    {
        var model = Structure.Of(Demo.At(new(2022, 6, 15))).Bodies[0] with { Children = [] };
        IReadOnlyList<BodyNode> Under(int levels, int many) =>
            [.. Enumerable.Range(0, many).Select(i => model with { Id = new(new Guid(++_made, 0, 0, new byte[8])), Name = Name.Of($"Utvalg {i} med et ganske langt navn"), Children = levels == 0 ? [] : Under(levels - 1, Math.Min(many, 2)) })];

        var chart = Chart(new(new(2022, 6, 15), Under(deep, broad), [], []));

        Sound(chart);
        if (deep < 4) chart.Width.Should().BeLessThan(1130);
    }

    [Fact]
    public void A_word_that_no_box_holds_is_broken() =>
        ChartText.Lines(new string('w', 60), 15, 180, 10).Should().HaveCountGreaterThan(3).And.OnlyContain(line => line.Length < 20);

    private static OrganisationChart Chart(Structure structure) => OrganisationChart.Of(Demo.At(new(2022, 6, 15)), structure, "Alrek helseklynge");

    private static void Sound(OrganisationChart chart)
    {
        var boxes = All(chart.Top).ToList();
        foreach (var (one, other) in boxes.SelectMany((one, i) => boxes.Skip(i + 1).Select(other => (one, other))))
            (one.X + ChartBox.Width <= other.X || other.X + ChartBox.Width <= one.X || one.Bottom <= other.Y || other.Bottom <= one.Y).Should().BeTrue("{0} and {1} stand apart", one.Name[0], other.Name[0]);
        boxes.Should().OnlyContain(b => b.X > 0 && b.Y > 0 && b.X + ChartBox.Width < chart.Width && b.Bottom < chart.Height);
        boxes.Should().OnlyContain(b => b.Children.Count == 0 || (b.Line.Length > 0 && b.Children.All(c => c.Y > b.Bottom)));
    }

    private static IEnumerable<ChartBox> All(ChartBox box) => box.Children.SelectMany(All).Prepend(box);
}
