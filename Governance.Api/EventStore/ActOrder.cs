using System.Runtime.CompilerServices;

namespace Governance.Api.EventStore;

/// <summary>Where a row stands in the chain. What cannot be read of it is null.</summary>
/// <param name="Position">Of the act.</param>
/// <param name="Index">In the act, from 1.</param>
/// <param name="EndsAct">Whether it is the act's event on the register, whose index is how many events the act has.</param>
internal readonly record struct ChainPlace(long? Position, int? Index, bool EndsAct);

/// <summary>The order of the chain: acts by position, within an act by index. Those that were appended together stand in the sequence stream by stream, the register first, and wait here for the rest of theirs.</summary>
internal static class ActOrder
{
    /// <summary>Far more than are appended together: so many are only waited for where one is missing.</summary>
    private const int MostWaiting = 50_000;

    /// <summary>Events of a cluster in sequence, put in the chain's order.</summary>
    public static IAsyncEnumerable<StoredEvent> InOrderAsync(this IAsyncEnumerable<StoredEvent> events, CancellationToken ct = default) =>
        events.InOrderAsync(static e => new(e.Position, e.Index, e.Chain is not null), ct);

    /// <summary>Rows of a cluster in sequence, put in the chain's order. One whose act cannot be read goes with the row before it, at the first index that is free.</summary>
    public static async IAsyncEnumerable<T> InOrderAsync<T>(this IAsyncEnumerable<T> rows, Func<T, ChainPlace> place, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var acts = new SortedDictionary<long, ActRows<T>>();
        var (latest, waiting) = (0L, 0);
        await foreach (var row in rows.WithCancellation(ct))
        {
            var at = place(row);
            latest = at.Position ?? latest;
            if (!acts.TryGetValue(latest, out var act)) acts.Add(latest, act = new());
            act.Add(row, at);
            waiting++;
            while (acts.Count > 0 && acts.First() is var (position, first) && (first.IsComplete || waiting > MostWaiting))
            {
                acts.Remove(position);
                waiting -= first.Count;
                foreach (var ordered in first.InOrder()) yield return ordered;
            }
        }
        foreach (var act in acts.Values)
            foreach (var ordered in act.InOrder()) yield return ordered;
    }

    private sealed class ActRows<T>
    {
        private readonly List<(T Row, int? Index)> rows = [];
        private int? size;

        public int Count => rows.Count;

        public bool IsComplete => rows.Count >= size;

        public void Add(T row, ChainPlace at)
        {
            rows.Add((row, at.Index));
            if (at.EndsAct) size = at.Index ?? 1;
        }

        public IEnumerable<T> InOrder()
        {
            var unplaced = new Queue<T>(rows.Where(r => r.Index is null).Select(r => r.Row));
            var next = 1;
            foreach (var (row, index) in rows.Where(r => r.Index is not null).OrderBy(r => r.Index))
            {
                for (; next < index && unplaced.TryDequeue(out var free); next++) yield return free;
                yield return row;
                next = index!.Value + 1;
            }
            while (unplaced.TryDequeue(out var rest)) yield return rest;
        }
    }
}
