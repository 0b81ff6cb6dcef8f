using FsCheck;
using FsCheck.Fluent;
using Governance.Api.Features.Compare;
using Governance.Domain.Views;

namespace Governance.Tests.Api.Compare;

public sealed class WordDiffTests
{
    [Fact]
    public void Without_the_added_it_is_the_first_text_and_without_the_removed_the_second() => Prop.ForAll(
        ArbMap.Default.ArbFor<string[]>(), ArbMap.Default.ArbFor<string[]>(), (some, others) =>
        {
            var (before, after) = (string.Join(' ', some), string.Join('.', others.Concat(some.Skip(1))));
            var segments = new WordDiff().Between(before, after);
            return Joined(segments, SegmentKind.Added) == before && Joined(segments, SegmentKind.Removed) == after;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_texts_have_nothing_added_or_removed() =>
        new WordDiff().Between("Gi råd.\nSi ifra.", "Gi råd.\nSi ifra.").Should().Equal(new TextSegment("Gi råd.\nSi ifra.", SegmentKind.Same));

    [Fact]
    public void Points_that_are_the_same_are_and_within_the_others_the_words_that_are()
    {
        new WordDiff().Between("Gi råd.\nSi ifra i tide.\nMøtes ofte.\n", "Gi råd.\nSi ifra i god tid.\nMøtes ofte.\nVære til stede.\n").Should().Equal(
            new TextSegment("Gi råd.\nSi ifra i ", SegmentKind.Same), new("tide", SegmentKind.Removed), new("god tid", SegmentKind.Added), new(".\nMøtes ofte.\n", SegmentKind.Same),
            new("Være til stede.\n", SegmentKind.Added));
    }

    [Fact]
    public void Beyond_what_an_answer_may_cost_what_differs_is_all_removed_and_all_added()
    {
        var diff = new WordDiff(most: 30);

        diff.Between("Ett to tre. Likt.", "Fire to seks. Likt.").Should().HaveCount(6, "there is enough for this one");
        diff.Between("Ett to tre. Likt.", "Fire to seks. Likt.").Should().Equal(
            new TextSegment("Ett to tre", SegmentKind.Removed), new("Fire to seks", SegmentKind.Added), new(". Likt.", SegmentKind.Same));
    }

    [Fact]
    public void Texts_as_long_as_they_may_be_cost_no_more_than_an_answer_may()
    {
        var (before, after) = (Text(1), Text(2));

        var segments = new WordDiff().Between(before, after);

        (Joined(segments, SegmentKind.Added), Joined(segments, SegmentKind.Removed)).Should().Be((before, after));
        segments.Count(s => s.Kind == SegmentKind.Same).Should().BeLessThanOrEqualTo(1, "of ten thousand other words nothing is looked for: that would take minutes");
        new WordDiff().Between(before, before + " Nytt.").Should().Equal(new TextSegment(before, SegmentKind.Same), new(" Nytt.", SegmentKind.Added));

        static string Text(int seed) => string.Join(' ', Enumerable.Range(0, 10_000).Select(n => $"{n * seed * 7_919 % 50_021}"));
    }

    [Fact]
    public void Who_has_left_is_not_compared_for()
    {
        var compare = () => new WordDiff(ct: new CancellationToken(canceled: true)).Between("Ett", "To");

        compare.Should().Throw<OperationCanceledException>();
    }

    private static string Joined(IEnumerable<TextSegment> segments, SegmentKind without) => string.Concat(segments.Where(s => s.Kind != without).Select(s => s.Text));
}
