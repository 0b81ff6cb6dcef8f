using System.Collections.Concurrent;

namespace Governance.Api.Http.Answers;

/// <summary>What was asked of a version, in which form.</summary>
/// <param name="Question">The parameters as a record, compared by value; without those that only say when to answer.</param>
public readonly record struct AnswerKey(AnswerVersion Version, string Path, object? Question, string MediaType);

/// <summary>Answers by what was asked, as many as fit in so many bytes; the one not asked for longest goes first.</summary>
public sealed class AnswerCache(long maxBytes)
{
    /// <summary>Roughly what an entry takes besides its bytes; the compressed forms count for half of those.</summary>
    private const int Overhead = 512;

    private readonly Lock door = new();
    private readonly Dictionary<AnswerKey, LinkedListNode<(AnswerKey Key, Rendered Answer)>> entries = [];
    private readonly LinkedList<(AnswerKey Key, Rendered Answer)> latestFirst = [];
    private readonly ConcurrentDictionary<AnswerKey, Rendering> underway = new();
    private long hits;
    private long misses;

    /// <summary>How much is held now.</summary>
    public long Bytes { get; private set; }

    /// <summary>How often an answer was there, since the start.</summary>
    public long Hits => Volatile.Read(ref hits);

    /// <summary>How often one had to be made, since the start.</summary>
    public long Misses => Volatile.Read(ref misses);

    /// <summary>The answer, rendered if it is not there. Of those who ask at once one renders it, and the others wait.</summary>
    /// <param name="render">Is told to stop when nobody waits for it any more.</param>
    public async ValueTask<Made> GetAsync(AnswerKey key, Func<CancellationToken, ValueTask<Made>> render, CancellationToken ct)
    {
        if (Find(key) is { } kept) return new(kept);
        Interlocked.Increment(ref misses);
        while (true)
        {
            var mine = new Rendering(new());
            var first = underway.GetOrAdd(key, mine);
            if (!first.Join())
            {
                // Those who asked for it have all left.
                underway.TryRemove(KeyValuePair.Create(key, first));
                continue;
            }
            return first == mine ? await MakeAsync(key, mine, render, ct) : await first.WaitAsync(ct);
        }
    }

    private async Task<Made> MakeAsync(AnswerKey key, Rendering mine, Func<CancellationToken, ValueTask<Made>> render, CancellationToken ct)
    {
        try
        {
            return await mine.MakeAsync(async stop =>
            {
                if (Held(key) is { } kept) return new(kept);
                var made = await render(stop);
                if (made.Answer is { } answer) Put(key, answer);
                return made;
            }, ct);
        }
        finally
        {
            underway.TryRemove(KeyValuePair.Create(key, mine));
        }
    }

    /// <summary>An answer that was rendered elsewhere: to be held from now on.</summary>
    public void Put(AnswerKey key, Rendered answer)
    {
        lock (door) Keep(key, answer);
    }

    /// <summary>The answer if it is held.</summary>
    public Rendered? Find(AnswerKey key)
    {
        var held = Held(key);
        if (held is not null) Interlocked.Increment(ref hits);
        return held;
    }

    private Rendered? Held(AnswerKey key)
    {
        lock (door)
        {
            if (!entries.TryGetValue(key, out var found)) return null;
            latestFirst.Remove(found);
            latestFirst.AddFirst(found);
            return found.Value.Answer;
        }
    }

    private void Keep(AnswerKey key, Rendered answer)
    {
        if (SizeOf(answer) > maxBytes || !entries.TryAdd(key, new((key, answer)))) return;
        latestFirst.AddFirst(entries[key]);
        Bytes += SizeOf(answer);
        while (Bytes > maxBytes)
        {
            var oldest = latestFirst.Last!.Value;
            latestFirst.RemoveLast();
            entries.Remove(oldest.Key);
            Bytes -= SizeOf(oldest.Answer);
        }
    }

    private static int SizeOf(Rendered answer) => answer.Plain.Bytes.Length * 3 / 2 + Overhead;
}
