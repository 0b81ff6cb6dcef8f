using Governance.Api.EventStore;
using Governance.Tests.Support;

namespace Governance.Tests.EventStore;

public sealed class HoldingTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    [Fact]
    public async Task Whoever_holds_the_register_is_first_and_lets_the_others_in_after()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        var (mine, theirs) = (story.Decide("A"), new Story(story.Cluster).At(1, Story.Recorded(Story.NewId(), "B")));
        Task<AppendOutcome>? other = null;

        var basis = (await fixture.Log.HeadAsync(story.Cluster))!.Value;
        var outcome = await fixture.Log.HoldingAsync(story.Cluster, append =>
        {
            other = fixture.Log.AppendAsync(theirs);
            return append(basis, [mine], default);
        });

        outcome.Should().BeOfType<AppendOutcome.Recorded>().Which.Position.Should().Be(2);
        (await other!).Should().Be(new AppendOutcome.Conflict(2));
    }

    [Fact]
    public async Task Without_an_append_nothing_is_left_of_it()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());

        (await fixture.Log.HoldingAsync(story.Cluster, _ => Task.FromResult(7))).Should().Be(7);

        (await fixture.Log.AppendAsync(story.Decide("A"))).Should().BeOfType<AppendOutcome.Recorded>();
    }
}
