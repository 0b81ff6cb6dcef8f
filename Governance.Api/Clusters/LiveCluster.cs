using System.Collections.Immutable;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.People;

namespace Governance.Api.Clusters;

/// <summary>A cluster as this node knows it at one position: its history, its people, and how far each stream has come. Immutable; readers and writers share it.</summary>
public sealed class LiveCluster
{
    private readonly HistorySnapshots moments;

    private LiveCluster(Head head, ClusterHistory history, Persons persons, ImmutableDictionary<Guid, long> versions, long facts, HistorySnapshots moments) =>
        (Head, History, Persons, Versions, Facts, this.moments) = (head, history, persons, versions, facts, moments);

    /// <summary>Where its log stood then.</summary>
    public Head Head { get; }

    /// <summary>All that is known of it.</summary>
    public ClusterHistory History { get; }

    /// <summary>Its people as they are now.</summary>
    public Persons Persons { get; }

    /// <summary>The number of the last event of each stream.</summary>
    public ImmutableDictionary<Guid, long> Versions { get; }

    /// <summary>How many facts it holds, the replaced ones included.</summary>
    public long Facts { get; }

    /// <summary>Position of the last act; 0 where there is no such cluster.</summary>
    public long Position => Head.Position;

    /// <summary>Whether a log that has come so far can be the one it was read from: it never goes back, but when the database was restored.</summary>
    public bool IsOf(Head head) => head.Position > Position || head == Head;

    /// <summary>About how many bytes of memory it takes.</summary>
    public long Weight => 4_000 + (Position * 1_500 + Facts * 2_500) * (moments.Milestones > 0 ? 2 : 1) + Persons.Count * 600;

    /// <summary>A cluster of which nothing is recorded.</summary>
    public static LiveCluster Empty(string id) => new(Head.None, ClusterHistory.Empty(id), Persons.None, ImmutableDictionary<Guid, long>.Empty, 0, new());

    /// <summary>The history as it was at a position.</summary>
    public ClusterHistory AtPosition(long position) => moments.At(History, position);

    /// <summary>The history as it was known at an instant, that instant included; all of it without one.</summary>
    public ClusterHistory KnownAt(DateTimeOffset? instant) => instant is { } moment ? AtPosition(History.PositionAt(moment)) : History;

    /// <summary>Whether the history as it was known at an instant is at hand.</summary>
    public bool HasKnownAt(DateTimeOffset? instant) => instant is not { } moment || History.PositionAt(moment) is var position && (position <= 0 || position >= Position || moments.Has(position));

    /// <summary>With what came after it in the log.</summary>
    public LiveCluster With(Tail tail)
    {
        var acts = Acts.Of(tail.Events, History);
        var head = tail.Events is [.., var last] ? new Head(last.Position, last.RecordedAt, last.Chain!) : Head;
        return After(head, History.With(acts), tail.People, tail.Events.Select(e => KeyValuePair.Create(e.Stream, e.Version)), Facts + tail.Events.Count - acts.Count);
    }

    /// <summary>With acts this node has just recorded after it.</summary>
    public LiveCluster With(Head head, IReadOnlyList<RecordedAct> acts, IReadOnlyList<Act> appended) => After(
        head, History.With(acts), appended.SelectMany(a => a.People), appended.SelectMany(a => a.Events).Select(e => KeyValuePair.Create(e.Stream, e.Version)), Facts + acts.Sum(a => a.Facts.Length));

    /// <summary>A merge changes who people were all along, so what was kept of the past is left behind.</summary>
    private LiveCluster After(Head head, ClusterHistory history, IEnumerable<Person> people, IEnumerable<KeyValuePair<Guid, long>> versions, long facts)
    {
        var past = history.Aliases == History.Aliases ? moments : new HistorySnapshots();
        if (past == moments) past.Keep(History);
        var ends = new Dictionary<Guid, long>();
        foreach (var (stream, version) in versions) ends[stream] = version;
        return new(head, history, Persons.With(people.Select(PersonCards.Of)), Versions.SetItems(ends), facts, past);
    }
}
