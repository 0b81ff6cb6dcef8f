namespace Governance.Api.Http.Answers;

/// <summary>What was asked of a scene, in which form.</summary>
/// <param name="Question">The parameters as a record, compared by value; without those that only say when to answer.</param>
public readonly record struct AnswerKey(Scene Scene, string Path, object? Question, string MediaType);

/// <summary>Answers by what was asked, as many as fit in so many bytes; the one not asked for longest goes first.</summary>
public sealed class AnswerCache(long maxBytes)
{
    /// <summary>Roughly what an entry takes besides its bytes.</summary>
    private const int Overhead = 512;

    private readonly Lock door = new();
    private readonly Dictionary<AnswerKey, LinkedListNode<(AnswerKey Key, Rendered Answer)>> entries = [];
    private readonly LinkedList<(AnswerKey Key, Rendered Answer)> latestFirst = [];

    /// <summary>How much is held now.</summary>
    public long Bytes { get; private set; }

    /// <summary>The answer, rendered if it is not there. Two who ask at once may both render it.</summary>
    public Rendered Get<T>(AnswerKey key, T source, Func<T, byte[]> render)
    {
        lock (door)
        {
            if (entries.TryGetValue(key, out var found))
            {
                latestFirst.Remove(found);
                latestFirst.AddFirst(found);
                return found.Value.Answer;
            }
        }

        var answer = Rendered.Of(render(source), key.MediaType);
        lock (door) Keep(key, answer);
        return answer;
    }

    /// <summary>Whether an answer is held.</summary>
    public bool Has(AnswerKey key)
    {
        lock (door) return entries.ContainsKey(key);
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

    private static int SizeOf(Rendered answer) => answer.Bytes.Length + Overhead;
}
