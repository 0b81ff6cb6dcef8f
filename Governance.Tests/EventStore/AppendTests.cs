using Governance.Api.EventStore;
using Governance.Domain.Bodies;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Tests.Support;

namespace Governance.Tests.EventStore;

public sealed class AppendTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    [Fact]
    public async Task An_act_is_read_back_as_it_was_written()
    {
        var story = fixture.NewCluster();
        await RecordAsync(story.Found());
        var act = story.Decide("Styringsgruppe") with { Causation = "import-1" };
        var recorded = await RecordAsync(act);

        recorded.Position.Should().Be(2);
        var events = await fixture.Log.ReadClusterAsync(story.Cluster, 1).ToListAsync();
        events.Should().HaveCount(2);
        events[0].Should().BeEquivalentTo(new StoredEvent(2, 1, act.Events[0].Id, story.Body, 1, act.Events[0].Data, recorded.Head.RecordedAt, "key-1")
        {
            Decision = act.Events[0].Decision,
            Revision = 1,
            EffectiveFrom = "2022-06",
            DecidedOn = "2022-06-15",
            Correlation = "trace-1",
            Causation = "import-1",
        });
        events[1].Should().BeEquivalentTo(new StoredEvent(2, 2, act.Events[1].Id, RegisterStream.Of(story.Cluster), 2, act.Events[1].Data, recorded.Head.RecordedAt, "key-1")
        {
            Correlation = "trace-1",
            Causation = "import-1",
            Chain = recorded.Head.Chain,
        }, o => o.ComparingByValue<PartialDate>());
    }

    [Fact]
    public async Task An_act_touches_many_streams_and_one_stream_many_times()
    {
        var story = fixture.NewCluster();
        await RecordAsync(story.Found());
        var (one, other) = (Story.NewId(), Story.NewId());
        await RecordAsync(story.Decide("A", one, other, one));
        await RecordAsync(story.Decide("B", other, one, Story.NewId()));

        var stream = await fixture.Log.ReadStreamAsync(story.Cluster, one).ToListAsync();
        stream.Select(e => (e.Version, e.Position, e.Index)).Should().Equal((1, 2, 1), (2, 2, 3), (3, 3, 2));
        stream.Select(e => ((BodyRenamed)e.Data).Name.Text).Should().Equal("A", "A", "B");
        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Should().BeEmpty();
    }

    [Fact]
    public async Task An_act_decided_on_another_position_conflicts_and_writes_nothing()
    {
        var story = fixture.NewCluster();
        await RecordAsync(story.Found());
        await RecordAsync(story.Decide("A"));

        foreach (var stale in new[] { 0, 1, 3 })
            (await fixture.Log.AppendAsync(story.At(stale, Story.Recorded(Story.NewId(), "B")))).Should().Be(new AppendOutcome.Conflict(2));
        (await fixture.Log.ReadClusterAsync(story.Cluster).CountAsync()).Should().Be(3);
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_is_at_position_zero()
    {
        var story = fixture.NewCluster();
        (await fixture.Log.AppendAsync(story.At(4, Story.Recorded(Story.NewId(), "B")))).Should().Be(new AppendOutcome.Conflict(0));
        (await fixture.Log.HeadAsync(story.Cluster)).Should().BeNull();
        (await fixture.Log.ReadClusterAsync(story.Cluster).CountAsync()).Should().Be(0);
        (await fixture.Log.ReadTailAsync(story.Cluster, 4)).Events.Should().BeEmpty();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_stream_that_is_not_where_the_act_believes_stops_it_whole(long version)
    {
        var story = fixture.NewCluster();
        await RecordAsync(story.Found());
        var astray = new NewEvent(Story.NewId(), typeof(Body), version, Story.NewId(), new BodyRenamed(new BodyId(story.Body), Name.Of("A"), null));

        await fixture.Log.Awaiting(log => log.AppendAsync(story.At(1, Story.Recorded(Story.NewId(), "A"), astray)))
            .Should().ThrowAsync<JasperFx.ConcurrencyException>();
        (await fixture.Log.HeadAsync(story.Cluster))!.Value.Position.Should().Be(1);
    }

    [Fact]
    public async Task Heads_are_found_for_many_clusters_at_once()
    {
        var (one, other) = (fixture.NewCluster(), fixture.NewCluster());
        await RecordAsync(one.Found());
        await RecordAsync(other.Found());
        var last = await RecordAsync(other.Decide("A"));

        var heads = await fixture.Log.HeadsAsync([one.Cluster, other.Cluster, "no-such-cluster"]);
        heads.Should().HaveCount(2);
        heads[one.Cluster].Position.Should().Be(1);
        heads[other.Cluster].Should().Be(last.Head);
        (await fixture.Log.ReadClustersAsync()).Should().Contain([one.Cluster, other.Cluster]).And.BeInAscendingOrder();
    }

    [Fact]
    public async Task Time_rises_by_the_microsecond_even_when_the_clock_steps_back()
    {
        var story = fixture.NewCluster();
        await RecordAsync(story.Found());
        await fixture.SqlAsync("update mt_events set timestamp = '2100-01-01 00:00:00.000007+00' where tenant_id = $1", story.Cluster);

        var times = new List<DateTimeOffset>();
        for (var i = 0; i < 3; i++) times.Add((await RecordAsync(story.Decide($"A{i}"))).Head.RecordedAt);

        var future = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
        times.Should().Equal(future.AddMicroseconds(8), future.AddMicroseconds(9), future.AddMicroseconds(10));
        (await fixture.Log.ReadClusterAsync(story.Cluster, 3).FirstAsync()).RecordedAt.Should().Be(times[2]);
    }

    private async Task<AppendOutcome.Recorded> RecordAsync(Act act) =>
        (await fixture.Log.AppendAsync(act)).Should().BeOfType<AppendOutcome.Recorded>().Subject;
}
