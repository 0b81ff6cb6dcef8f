using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Tests.Support;

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
        await fixture.SqlAsync("update mt_events set headers = jsonb_set(headers, '{governance,actor}', '\"x\"'), user_name = 'x' where id = $1", original.Id);

        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Should().ContainSingle().Which.Should().Match<Difference>(d => d.Position == 2 && d.Index == 2 && d.What.StartsWith("chain"));
    }

    [Theory]
    [InlineData("update mt_events set data = jsonb_set(data, '{head,title}', '\"Noe annet\"') where id = $2", "2.2 payload")]
    [InlineData("update mt_events set data = $3::jsonb where id = $2", "2.2 redaction")]
    [InlineData("update mt_events set data = jsonb_set(data, '{registered}', '[\"0190a7c2-0003-7000-8000-000000000001\"]') where id = $2", "2.2 payload")]
    [InlineData("update mt_events set data = jsonb_set(data, '{events}', data->'events' || to_jsonb($1::text)) where tenant_id = $1 and type = 'text_redacted'", "2.2 payload", "3.1 unreadable")]
    [InlineData("update mt_events set data = data - 'hashes' where tenant_id = $1 and type = 'text_redacted'", "2.2 payload", "3.1 payload")]
    [InlineData("update mt_events set data = jsonb_set(data - 'hashes', '{events}', jsonb_build_array($2::text, id)) where tenant_id = $1 and type = 'text_redacted'", "2.2 payload", "3.1 payload")]
    [InlineData("update mt_events set data = data - 'events' where tenant_id = $1 and type = 'text_redacted'", "2.2 payload", "3.1 unreadable")]
    [InlineData("update mt_events set headers = '[]', data = data - 'hashes' where tenant_id = $1 and type = 'text_redacted'", "2.2 payload", "3.1 unreadable")]
    [InlineData("update mt_events set data = jsonb_set(data, '{events}', '5') where tenant_id = $1 and type = 'text_redacted'", "2.2 payload", "3.1 unreadable")]
    public async Task What_stands_in_the_place_of_a_text_and_what_says_so_are_watched_too(string tampering, params string[] found)
    {
        var (story, decision) = await RecordAsync();
        var original = decision.Events[^1];
        var secret = (string)(await fixture.SqlAsync("select data::text from mt_events where id = $1", original.Id))!;
        await fixture.Log.AppendAsync(Redact(story, decision, [new Redaction(original.Id, Story.Recorded(Story.NewId(), "[fjernet]"))]));
        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Should().BeEmpty();

        await fixture.SqlAsync(tampering, story.Cluster, original.Id, secret);

        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Select(d => $"{d.Position}.{d.Index} {d.What.Split(' ', ':')[0]}").Should().Equal(found);
    }

    [Fact]
    public async Task A_redaction_whose_reason_is_redacted_still_counts_as_it_stands_since()
    {
        var (story, decision) = await RecordAsync();
        var original = decision.Events[^1];
        var first = Redact(story, decision, [new Redaction(original.Id, Story.Recorded(Story.NewId(), "[fjernet]"))]);
        await fixture.Log.AppendAsync(first);
        var blank = (TextRedacted)first.Events[^1].Data with { Reason = "[fjernet]" };
        await fixture.Log.AppendAsync(Redact(story, decision, [new Redaction(first.Events[^1].Id, blank)]));
        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Should().BeEmpty();

        await fixture.SqlAsync("update mt_events set data = data - 'hashes' where id = $1", first.Events[^1].Id);

        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Select(d => $"{d.Position}.{d.Index} {d.What.Split(' ', ':')[0]}").Should().Equal("2.2 payload", "3.1 payload");
    }

    [Fact]
    public async Task A_redaction_of_a_time_when_it_did_not_say_what_it_left_still_counts()
    {
        var (story, decision) = await RecordAsync();
        var redaction = new Redaction(decision.Events[^1].Id, Story.Recorded(Story.NewId(), "[fjernet]"));
        var old = new TextRedacted(new DecisionId(decision.Events[0].Decision!.Value), ["title"], [redaction.Event], "personvern");
        await fixture.Log.AppendAsync(story.Next(old) with { Redactions = [redaction] });

        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Should().BeEmpty();
    }

    [Fact]
    public async Task A_redaction_of_what_is_not_in_this_clusters_log_is_not_recorded()
    {
        var (story, decision) = await RecordAsync();
        var (_, foreign) = await RecordAsync();
        var redaction = new Redaction(foreign.Events[^1].Id, Story.Recorded(Story.NewId(), "[fjernet]"));

        await fixture.Log.Awaiting(log => log.AppendAsync(Redact(story, decision, [redaction]))).Should().ThrowAsync<InvalidOperationException>();
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
        story.Next(new TextRedacted(new DecisionId(decision.Events[0].Decision!.Value), ["title"], [.. redactions.Select(r => r.Event)], "personvern", Hashes: [.. redactions.Select(r => EventTypes.HashOf(r.Data, new()))])) with { Redactions = redactions };

    private Task<object?> PayloadHashAsync(Guid id) => fixture.SqlAsync("select headers->'governance'->>'payloadHash' from mt_events where id = $1", id);
}
