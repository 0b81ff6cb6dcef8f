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
            var segments = WordDiff.Between(before, after);
            return Joined(segments, SegmentKind.Added) == before && Joined(segments, SegmentKind.Removed) == after;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_texts_have_nothing_added_or_removed() =>
        WordDiff.Between("Gi råd.\nSi ifra.", "Gi råd.\nSi ifra.").Should().Equal(new TextSegment("Gi råd.\nSi ifra.", SegmentKind.Same));

    private static string Joined(IEnumerable<TextSegment> segments, SegmentKind without) => string.Concat(segments.Where(s => s.Kind != without).Select(s => s.Text));
}
