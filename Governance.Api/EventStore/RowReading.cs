using System.Runtime.CompilerServices;
using Npgsql;

namespace Governance.Api.EventStore;

/// <summary>Rows that take work: while more of them come in, those that came before are worked on.</summary>
internal static class RowReading
{
    private const int AtOnce = 256, Ahead = 2;

    /// <summary>What the rows of a result come to, in their order.</summary>
    /// <param name="read">Takes a row from the line, and nothing more.</param>
    /// <param name="work">The rest of what there is to do with it, on any thread.</param>
    public static async IAsyncEnumerable<T> ReadAsync<TRow, T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, TRow> read, Converter<TRow, T> work, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var worked = new Queue<Task<List<T>>>();
        var rows = new List<TRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
            if (rows.Count < AtOnce) continue;
            if (worked.Count == Ahead)
                foreach (var one in await worked.Dequeue()) yield return one;
            var full = rows;
            worked.Enqueue(Task.Run(() => full.ConvertAll(work), ct));
            rows = [];
        }
        while (worked.TryDequeue(out var before))
            foreach (var one in await before) yield return one;
        foreach (var row in rows) yield return work(row);
    }
}
