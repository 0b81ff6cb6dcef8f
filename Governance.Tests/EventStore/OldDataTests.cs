using Governance.Api.EventStore;
using Governance.Domain.Bodies;

namespace Governance.Tests.EventStore;

public sealed class OldDataTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    private static readonly Upcasters FromLabel = new(
    [
        new Upcaster("body_named", _ => true, data =>
        {
            data["name"] = data["label"]!.DeepClone();
            return data;
        }, "body_renamed"),
    ]);

    [Fact]
    public async Task An_event_stored_in_an_older_form_reads_in_todays_and_stays_as_it_is()
    {
        var story = await RecordOldAsync();
        var log = new EventLog(fixture.Database, new EventTypes(EventTypes.Domain, FromLabel));

        var stored = await log.ReadStreamAsync(story.Cluster, story.Body).SingleAsync();
        stored.Data.Should().BeOfType<BodyRenamed>().Which.Name.Text.Should().Be("Styringsgruppe");
        (await log.ReadRowsAsync(story.Cluster).ElementAtAsync(1)).Type.Should().Be("body_named");
    }

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
