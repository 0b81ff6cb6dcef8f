using System.Collections.Concurrent;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Values;
using Npgsql;

namespace Governance.Tests.Benchmarks;

/// <summary>Clusters that take the same small decisions as ready rows, by the program's own statement and nothing else.</summary>
internal sealed class RowClusters
{
    private readonly NpgsqlDataSource database;
    private readonly List<Line> lines = [];
    private readonly Ids ids = new(TimeProvider.System);

    private RowClusters(NpgsqlDataSource database) => this.database = database;

    /// <summary>Founds them, with a body and a seat each.</summary>
    public static async Task<RowClusters> FoundAsync(NpgsqlDataSource database, EventTypes types, string name, int count)
    {
        var made = new RowClusters(database);
        var log = new EventLog(database, types);
        for (var i = 0; i < count; i++)
        {
            var (cluster, body, seat) = ($"{name}-{i}", made.ids.New(), made.ids.New());
            var appending = new Appending(new WriteRequest(cluster, made.ids.New().ToString(), Correlation: made.ids.New().ToString("N")), LiveCluster.Empty(cluster), made.ids);
            var founding = appending.Next(new(new ClusterFounded(Name.Of("Klyngen"), null, SmallDecision.Founded, "Europe/Oslo", null, null), []));
            var establishing = appending.Next(new SmallDecision(0, body, seat).Write(
                new(made.ids.New()),
                new BodyEstablished(new(body), BodyKind.Committee, Name.Of("Utvalget"), null, null, [], [], Visibility.Public),
                new SeatCreated(new(body), new(seat), new(SeatRole.Member))));
            (await log.AppendManyAsync([founding, establishing])).Should().BeOfType<AppendOutcome.Recorded>();
            made.lines.Add(new(appending, body, seat, types));
        }
        return made;
    }

    /// <summary>Makes rows for as many times so many decisions, each time from the first cluster on.</summary>
    public void Prepare(int times, int decisions)
    {
        for (var time = 0; time < times; time++)
            for (var turn = 0; turn < decisions; turn++) lines[turn % lines.Count].Prepare(database, new(ids.New()));
    }

    /// <summary>Writes the next decision of the next cluster in turn; of each cluster one at a time.</summary>
    public Task RecordAsync(int turn) => lines[turn % lines.Count].RecordAsync();

    private sealed class Line(Appending appending, Guid body, Guid seat, EventTypes types)
    {
        private readonly ConcurrentQueue<NpgsqlBatch> ready = [];
        private readonly SemaphoreSlim turn = new(1);
        private int number;

        public void Prepare(NpgsqlDataSource database, DecisionId id)
        {
            ready.Enqueue(RecordDecision.Bind(database.CreateBatch(), [appending.Next(new SmallDecision(++number, body, seat).Write(id))], types));
        }

        public async Task RecordAsync()
        {
            await turn.WaitAsync();
            try
            {
                ready.TryDequeue(out var command).Should().BeTrue();
                await using (command) (await RecordDecision.ExecuteAsync(command!, 1, default)).Should().BeOfType<AppendOutcome.Recorded>();
            }
            finally
            {
                turn.Release();
            }
        }
    }
}
