using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Npgsql;

namespace Governance.Tests.EventStore;

public sealed class RedactionTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    [Fact]
    public async Task A_redacted_text_is_gone_from_the_log_and_the_chain_still_holds()
    {
        var (story, decision) = await RecordAsync();
        var original = decision.Events[^1];
        var blank = Story.Recorded(decision.Events[0].Decision!.Value, "[fjernet]");
        var hash = await PayloadHashAsync(original.Id);

        (await fixture.Log.AppendAsync(Redact(story, decision, [new Redaction(original.Id, blank)]))).Should().BeOfType<AppendOutcome.Recorded>();

        var stored = await fixture.Log.ReadClusterAsync(story.Cluster).FirstAsync(e => e.Id == original.Id);
        ((DecisionRecorded)stored.Data).Head.Title.Should().Be("[fjernet]");
        (await fixture.SqlAsync("select count(*) from mt_events where tenant_id = $1 and data::text like '%Hemmelig%'", story.Cluster)).Should().Be(1L, "only the body's name is left");
        (await PayloadHashAsync(original.Id)).Should().Be(hash);
        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Should().BeEmpty();
    }

    [Fact]
    public async Task All_but_the_text_of_a_redacted_event_is_still_watched()
    {
        var (story, decision) = await RecordAsync();
        var original = decision.Events[^1];
        await fixture.Log.AppendAsync(Redact(story, decision, [new Redaction(original.Id, Story.Recorded(Story.NewId(), "[fjernet]"))]));
        await fixture.SqlAsync("update mt_events set headers = headers || '{\"actor\": \"x\"}', user_name = 'x' where id = $1", original.Id);

        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Should().ContainSingle().Which.Should().Match<Difference>(d => d.Position == 2 && d.Index == 2 && d.What.StartsWith("chain"));
    }

    [Fact]
    public async Task A_redaction_of_what_is_not_in_this_clusters_log_is_not_recorded()
    {
        var (story, decision) = await RecordAsync();
        var (_, foreign) = await RecordAsync();
        var redaction = new Redaction(foreign.Events[^1].Id, Story.Recorded(Story.NewId(), "[fjernet]"));

        await fixture.Log.Awaiting(log => log.AppendAsync(Redact(story, decision, [redaction]))).Should().ThrowAsync<PostgresException>().Where(e => e.SqlState == "GV003");
        (await fixture.Log.HeadAsync(story.Cluster))!.Value.Position.Should().Be(2);
    }

    private async Task<(Story, Act)> RecordAsync()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        var decision = story.Decide("Hemmelig");
        await fixture.Log.AppendAsync(decision);
        return (story, decision);
    }

    private static Act Redact(Story story, Act decision, IReadOnlyList<Redaction> redactions) =>
        story.Next(new TextRedacted(new DecisionId(decision.Events[0].Decision!.Value), ["title"], [.. redactions.Select(r => r.Event)], "personvern")) with { Redactions = redactions };

    private Task<object?> PayloadHashAsync(Guid id) => fixture.SqlAsync("select headers->>'payloadHash' from mt_events where id = $1", id);
}
