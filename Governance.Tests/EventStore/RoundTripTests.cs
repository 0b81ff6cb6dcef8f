using Governance.Api.EventStore;
using Governance.Tests.Support;

namespace Governance.Tests.EventStore;

public sealed class RoundTripTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    [Fact]
    public async Task Appending_takes_two_round_trips_whatever_the_act_holds()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        var bodies = Enumerable.Range(0, 20).Select(_ => Story.NewId()).ToList();
        var act = story.Decide("A", bodies) with { Key = new IdempotencyKey("k", [1]), People = [new Person(Story.NewId(), "Kari")] };

        var basis = (await fixture.Log.HeadAsync(story.Cluster))!.Value;
        using var trips = new RoundTrips(fixture.ConnectionString);
        await fixture.Log.AppendAsync(basis, [act]);
        // The batch, begun with it; the commit is sent by itself and leaves no trace of its own.
        trips.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task Heads_take_one_a_whole_cluster_one_and_a_tail_two()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        await fixture.Log.AppendAsync(story.Decide("A"));

        using (var trips = new RoundTrips(fixture.ConnectionString))
        {
            await fixture.Log.HeadsAsync([story.Cluster, "other"]);
            trips.Sent.Should().ContainSingle();
        }
        using (var trips = new RoundTrips(fixture.ConnectionString))
        {
            await fixture.Log.ReadTailAsync(story.Cluster, 0);
            trips.Sent.Should().ContainSingle();
        }
        using (var trips = new RoundTrips(fixture.ConnectionString))
        {
            await fixture.Log.ReadTailAsync(story.Cluster, 1);
            trips.Sent.Should().HaveCount(2);
        }
    }
}
