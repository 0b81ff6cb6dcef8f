using Governance.Api.EventStore;
using Governance.Tests.Support;

namespace Governance.Tests.EventStore;

public sealed class VerificationTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    private const string Third = "where tenant_id = $1 and headers->'governance'->>'position' = '3' and headers->'governance'->>'index' = '1'";

    [Fact]
    public async Task What_was_recorded_verifies()
    {
        var story = await RecordAsync();
        (await fixture.Log.VerifyAsync(story.Cluster)).Should().BeEquivalentTo(new Verification(5, 9, []), options => options.Excluding(v => v.RecordedAt));
    }

    [Theory]
    [InlineData("update mt_events set data = jsonb_set(data, '{name}', '\"decision 3\"') " + Third, "3.1 payload")]
    [InlineData("update mt_events set headers = jsonb_set(headers, '{governance,effectiveFrom}', '\"2022-07\"') " + Third, "3.1 chain")]
    [InlineData("update mt_events set headers = headers #- '{governance,decidedOn}' " + Third, "3.1 chain")]
    [InlineData("update mt_events set headers = headers || '{\"more\": 1}' " + Third, "3.1 chain")]
    [InlineData("update mt_events set headers = jsonb_set(headers, '{governance,payloadHash}', '\"00\"') " + Third, "3.1 payload", "3.1 chain")]
    [InlineData("update mt_events set headers = jsonb_set(headers, '{governance,chain}', to_jsonb(repeat('0', 64))) " + Third, "3.1 chain", "3.2 chain")]
    [InlineData("update mt_events set headers = jsonb_set(headers, '{governance,position}', '4') " + Third, "3.2 order", "3.2 chain", "4.1 chain", "4.1 time", "4.1 order", "4.1 chain", "4.1 time")]
    [InlineData("update mt_events set type = 'body_dissolved' " + Third, "3.1 type", "3.1 chain")]
    [InlineData("update mt_events set type = 'body_dissolved', mt_dotnet_type = 'Governance.Domain.Bodies.BodyDissolved, Governance.Domain' " + Third, "3.1 chain")]
    [InlineData("update mt_events set id = stream_id " + Third, "3.1 chain")]
    [InlineData("update mt_events set version = 70 " + Third, "3.1 chain", "3.1 version", "4.1 version")]
    [InlineData("update mt_events set timestamp = timestamp + interval '1 microsecond' " + Third, "3.1 chain", "3.2 time")]
    [InlineData("update mt_events set user_name = 'someone' " + Third, "3.1 actor")]
    [InlineData("update mt_events set headers = null " + Third, "3.1 unreadable")]
    [InlineData("update mt_events set headers = jsonb_set(headers, '{governance,actor}', 'null') " + Third, "3.1 unreadable")]
    [InlineData("update mt_events set headers = jsonb_set(headers, '{governance,payloadHash}', 'null') " + Third, "3.1 unreadable")]
    [InlineData("update mt_events set headers = headers #- '{governance,chain}' " + Third, "3.1 chain")]
    [InlineData("update mt_events set headers = '[]' " + Third, "3.1 unreadable")]
    [InlineData("update mt_events set data = '{\"x\": 1.5}' " + Third, "3.1 unreadable")]
    [InlineData("update mt_events set data = '{\"x\": 1.5}', user_name = 'someone', headers = jsonb_set(headers, '{governance,actor}', '\"someone\"') " + Third, "3.1 unreadable", "3.1 chain")]
    [InlineData("delete from mt_events " + Third, "3.2 order", "3.2 chain", "4.1 version")]
    [InlineData("delete from mt_events where tenant_id = $1 and headers->'governance'->>'position' = '5'", "4.0 stream", "4.0 stream")]
    [InlineData("update mt_streams set version = 6 where tenant_id = $1 and type = 'register'", "5.0 stream")]
    public async Task What_was_altered_is_found_and_named(string tampering, params string[] found)
    {
        var story = await RecordAsync();
        await fixture.SqlAsync(tampering, story.Cluster);

        var differences = (await fixture.Log.VerifyAsync(story.Cluster)).Differences;
        differences.Select(d => $"{d.Position}.{d.Index} {d.What.Split(' ', ':')[0]}").Should().Equal(found);
    }

    [Fact]
    public async Task The_sequence_is_no_part_of_what_was_recorded()
    {
        var story = await RecordAsync();
        await fixture.SqlAsync("update mt_events set seq_id = nextval('mt_events_sequence') " + Third, story.Cluster);
        (await fixture.Log.VerifyAsync(story.Cluster)).Should().BeEquivalentTo(new Verification(5, 9, []), options => options.Excluding(v => v.RecordedAt));
    }

    private async Task<Story> RecordAsync()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        for (var i = 2; i <= 5; i++) await fixture.Log.AppendAsync(story.Decide($"Decision {i}"));
        return story;
    }
}
