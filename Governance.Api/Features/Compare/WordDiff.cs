using DiffPlex;
using Governance.Domain.Views;

namespace Governance.Api.Features.Compare;

/// <summary>How two texts differ, word by word: the segments that are not added are the first text, those not removed the second.</summary>
internal static class WordDiff
{
    private static readonly Differ Differ = new();
    private static readonly char[] BetweenWords = [' ', '\t', '\n', '.', ',', ';', ':', '!', '?', '(', ')'];

    public static IReadOnlyList<TextSegment> Between(string before, string after)
    {
        var (segments, done) = (new List<TextSegment>(), 0);
        var diff = Differ.CreateWordDiffs(before, after, ignoreWhitespace: false, BetweenWords);
        foreach (var block in diff.DiffBlocks)
        {
            Add(diff.PiecesNew.AsSpan(done, block.InsertStartB - done), SegmentKind.Same);
            Add(diff.PiecesOld.AsSpan(block.DeleteStartA, block.DeleteCountA), SegmentKind.Removed);
            Add(diff.PiecesNew.AsSpan(block.InsertStartB, block.InsertCountB), SegmentKind.Added);
            done = block.InsertStartB + block.InsertCountB;
        }
        Add(diff.PiecesNew.AsSpan(done), SegmentKind.Same);
        return segments;

        void Add(ReadOnlySpan<string> pieces, SegmentKind kind)
        {
            if (string.Concat(pieces) is { Length: > 0 } text) segments.Add(new(text, kind));
        }
    }
}
