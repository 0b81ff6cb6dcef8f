using Governance.Domain.Clusters;

namespace Governance.Api.Clusters;

/// <summary>A cluster's history as it was at earlier positions: the few asked for or left lately, and milestones from which no other is far, so that nothing is folded from the start again. Shared by all who know the same past.</summary>
internal sealed class HistorySnapshots
{
    private const int Stride = 200;
    private const int Lately = 8;

    private readonly Lock door = new();
    private readonly Dictionary<long, Lazy<ClusterHistory>> known = [];
    private readonly Queue<long> lately = [];

    /// <summary>How many milestones there are; together they take about as much memory as the history.</summary>
    public int Milestones
    {
        get
        {
            lock (door) return known.Count - lately.Count;
        }
    }

    /// <summary>Keeps what the history was before something came after it.</summary>
    public void Keep(ClusterHistory history)
    {
        if (history.Position > 0) Entered(history.Position, new(history));
    }

    /// <summary>Whether the history at a position is at hand, so that nothing has to be folded.</summary>
    public bool Has(long position)
    {
        lock (door) return known.TryGetValue(position, out var moment) && moment.IsValueCreated;
    }

    /// <summary>The history as it was at a position.</summary>
    /// <param name="newest">All that is known; it must have the same past as before.</param>
    public ClusterHistory At(ClusterHistory newest, long position) =>
        position >= newest.Position ? newest
        : position <= 0 ? newest.AtPosition(0)
        : Entered(position, new(() => Made(newest, position))).Value;

    private ClusterHistory Made(ClusterHistory newest, long position)
    {
        var before = At(newest, (position - 1) / Stride * Stride);
        return before.With(newest.Acts.GetRange((int)before.Position, (int)(position - before.Position)));
    }

    private Lazy<ClusterHistory> Entered(long position, Lazy<ClusterHistory> moment)
    {
        lock (door)
        {
            if (known.TryGetValue(position, out var found)) return found;
            known[position] = moment;
            if (position % Stride == 0) return moment;
            lately.Enqueue(position);
            if (lately.Count > Lately) known.Remove(lately.Dequeue());
            return moment;
        }
    }
}
