using System.Collections.Concurrent;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Values;
using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks;

/// <summary>Clusters that take the same small decisions as ready acts, by the log and nothing else.</summary>
internal sealed class RowClusters
{
    private readonly EventLog log;
    private readonly List<Line> lines = [];
    private readonly Ids ids = new(TimeProvider.System);

    private RowClusters(EventLog log) => this.log = log;

    /// <summary>Founds them, with a body and a seat each.</summary>
    public static async Task<RowClusters> FoundAsync(EventLog log, string name, int count)
    {
        var made = new RowClusters(log);
        for (var i = 0; i < count; i++)
        {
            var (cluster, body, seat) = ($"{name}-{i}", made.ids.New(), made.ids.New());
            var appending = new Appending(new WriteRequest(cluster, made.ids.New().ToString(), Correlation: made.ids.New().ToString("N")), LiveCluster.Empty(cluster), made.ids);
            var founding = appending.Next(new(new ClusterFounded(Name.Of("Klyngen"), null, SmallDecision.Founded, "Europe/Oslo", null, null), []));
            var establishing = appending.Next(new SmallDecision(0, body, seat).Write(
                new(made.ids.New()),
                new BodyEstablished(new(body), BodyKind.Committee, Name.Of("Utvalget"), null, null, [], [], Visibility.Public),
                new SeatCreated(new(body), new(seat), new(SeatRole.Member))));
            var founded = (AppendOutcome.Recorded)await log.AppendAsync([founding, establishing]);
            made.lines.Add(new(log, founded.Head, appending, body, seat));
        }
        return made;
    }

    /// <summary>Makes acts for as many times so many decisions, each time from the first cluster on.</summary>
    public void Prepare(int times, int decisions)
    {
        for (var time = 0; time < times; time++)
            for (var turn = 0; turn < decisions; turn++) lines[turn % lines.Count].Prepare(new(ids.New()));
    }

    /// <summary>Writes the next decision of the next cluster in turn; of each cluster one at a time.</summary>
    public Task RecordAsync(int turn) => lines[turn % lines.Count].RecordAsync();

    private sealed class Line(EventLog log, Head founded, Appending appending, Guid body, Guid seat)
    {
        private readonly ConcurrentQueue<Governance.Api.EventStore.Act> ready = [];
        private readonly SemaphoreSlim turn = new(1);
        private Head head = founded;
        private int number;

        public void Prepare(DecisionId id) => ready.Enqueue(appending.Next(new SmallDecision(++number, body, seat).Write(id)));

        public async Task RecordAsync()
        {
            await turn.WaitAsync();
            try
            {
                ready.TryDequeue(out var act).Should().BeTrue();
                head = ((AppendOutcome.Recorded)await log.AppendAsync(head, [act!])).Head;
            }
            finally
            {
                turn.Release();
            }
        }
    }
}
