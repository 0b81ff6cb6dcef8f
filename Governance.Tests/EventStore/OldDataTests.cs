using Governance.Api.EventStore;
using Governance.Tests.Support;

namespace Governance.Tests.EventStore;

public sealed class OldDataTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    [Fact]
    public async Task An_event_that_nobody_knows_is_named()
    {
        var story = await RecordOldAsync();
        await fixture.Log.Awaiting(log => log.ReadTailAsync(story.Cluster, 1)).Should().ThrowAsync<UnknownEventTypeException>().WithMessage("*'body_named'*");
    }

    private async Task<Story> RecordOldAsync()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        await fixture.Log.AppendAsync(story.Decide("Styringsgruppe"));
        await fixture.SqlAsync("update mt_events set type = 'body_named', data = data - 'name' || jsonb_build_object('label', data->'name') where tenant_id = $1 and type = 'body_renamed'", story.Cluster);
        return story;
    }
}
