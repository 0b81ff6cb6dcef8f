using System.Buffers;
using DiffPlex;
using Governance.Domain.Views;

namespace Governance.Api.Features.Compare;

/// <summary>
/// How texts differ, word by word within the lines that do: the segments that are not added are the first text, those not removed the second.
/// Beyond what the texts of one answer may cost together, a stretch that differs is all removed and all added. What an answer may cost is counted, not timed: every node tells the same.
/// </summary>
/// <param name="most">So many pairs of words; what they take is some 50 ms at the worst.</param>
internal sealed class WordDiff(long most = WordDiff.Most, CancellationToken ct = default)
{
    private const long Most = 3_000_000;

    private static readonly Differ differ = new();
    private static readonly SearchValues<char> betweenWords = SearchValues.Create(" \t\n.,;:!?()");

    private long left = most;

    /// <summary>How two texts differ; <see cref="TextDiff"/>.</summary>
    public IReadOnlyList<TextSegment> Between(string before, string after)
    {
        var segments = new List<TextSegment>();
        Compare(before, after, segments, Lines, (removed, added) => Compare(removed, added, segments, Words, null));
        return Joined(segments);
    }

    /// <summary>Each with its end.</summary>
    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var (start, end) = (0, 0); start < text.Length; start = end)
        {
            end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            lines.Add(text[start..end]);
        }
        return [.. lines];
    }

    /// <summary>What stands between them is a piece each as well.</summary>
    private static string[] Words(string whole)
    {
        var text = whole.AsSpan();
        var pieces = new List<string>();
        while (text.IndexOfAny(betweenWords) is var end and >= 0)
        {
            if (end > 0) pieces.Add(text[..end].ToString());
            pieces.Add(text[end..(end + 1)].ToString());
            text = text[(end + 1)..];
        }
        if (text.Length > 0) pieces.Add(text.ToString());
        return [.. pieces];
    }

    /// <summary>Common ends first; then, of what is between them, what is the same and what is not.</summary>
    /// <param name="closer">Tells more of a stretch that differs.</param>
    private void Compare(string first, string second, List<TextSegment> segments, Func<string, string[]> chunker, Action<string, string>? closer)
    {
        ct.ThrowIfCancellationRequested();
        ReadOnlySpan<string> before = chunker(first), after = chunker(second);
        var start = before.CommonPrefixLength(after);
        segments.Add(new(string.Concat(before[..start]), SegmentKind.Same));
        before = before[start..];
        after = after[start..];
        var end = 0;
        while (end < before.Length && end < after.Length && before[^(end + 1)] == after[^(end + 1)]) end++;
        Middle(before[..^end], after[..^end], segments, chunker, closer);
        segments.Add(new(string.Concat(before[^end..]), SegmentKind.Same));
    }

    private void Middle(ReadOnlySpan<string> before, ReadOnlySpan<string> after, List<TextSegment> segments, Func<string, string[]> chunker, Action<string, string>? closer)
    {
        var cost = (long)before.Length * after.Length;
        if (cost == 0 || cost > left)
        {
            Tell(string.Concat(before), string.Concat(after), segments, closer: null);
            return;
        }
        left -= cost;
        var diff = differ.CreateCustomDiffs(string.Concat(before), string.Concat(after), ignoreWhiteSpace: false, chunker);
        var done = 0;
        foreach (var block in diff.DiffBlocks)
        {
            segments.Add(new(string.Concat(diff.PiecesNew.AsSpan(done, block.InsertStartB - done)), SegmentKind.Same));
            Tell(string.Concat(diff.PiecesOld.AsSpan(block.DeleteStartA, block.DeleteCountA)), string.Concat(diff.PiecesNew.AsSpan(block.InsertStartB, block.InsertCountB)), segments, closer);
            done = block.InsertStartB + block.InsertCountB;
        }
        segments.Add(new(string.Concat(diff.PiecesNew.AsSpan(done)), SegmentKind.Same));
    }

    private static void Tell(string removed, string added, List<TextSegment> segments, Action<string, string>? closer)
    {
        if (closer is not null && removed.Length > 0 && added.Length > 0)
        {
            closer(removed, added);
            return;
        }
        segments.Add(new(removed, SegmentKind.Removed));
        segments.Add(new(added, SegmentKind.Added));
    }

    /// <summary>Without the empty, and neighbours of a kind as one.</summary>
    private static List<TextSegment> Joined(List<TextSegment> segments)
    {
        var joined = new List<TextSegment>();
        foreach (var segment in segments.Where(s => s.Text.Length > 0))
            if (joined is [.., var last] && last.Kind == segment.Kind) joined[^1] = last with { Text = last.Text + segment.Text };
            else joined.Add(segment);
        return joined;
    }
}
