using System.Net;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Faults;

public sealed class PoisonTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("'from_the_future'", "data", "from_the_future")]
    [InlineData("type", "'[]'", "could not be converted")]
    public async Task An_event_that_cannot_be_read_stops_its_own_cluster_alone(string type, string data, string said)
    {
        var (poisoned, sound) = (await api.FoundAsync(), await api.FoundAsync());
        await poisoned.DecideAsync("""{"title": "Vedtak", "decidedByText": "Partnerne", "decidedOn": "2020"}""");

        await using var command = api.Api.Database.CreateCommand($"""
            with act as (
              insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived)
              select nextval('mt_events_sequence'), gen_random_uuid(), stream_id, version + 1, {data}, {type}, timestamp + interval '1 second', tenant_id, mt_dotnet_type,
                     headers || jsonb_build_object('position', version + 1), false
                from mt_events where tenant_id = $1 and type = 'decision_recorded' returning stream_id, version)
            update mt_streams s set version = act.version from act where s.tenant_id = $1 and s.id = act.stream_id
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = poisoned.Id });
        (await command.ExecuteNonQueryAsync()).Should().Be(1);

        await Eventually.TrueAsync(async () => (await poisoned.GetAsync("/structure")).Status == HttpStatusCode.InternalServerError);
        (await sound.DecideAsync("""{"title": "Vedtak", "decidedByText": "Partnerne", "decidedOn": "2020"}""")).Position.Should().Be(2);
        (await sound.GetAsync("/structure?minPosition=2")).Being(HttpStatusCode.OK);
        await Eventually.TrueAsync(async () => (await sound.GetAsync("/search?q=vedtak")).Text.Contains("Vedtak", StringComparison.Ordinal));

        await using var fault = api.Api.Database.CreateCommand("select coalesce(min(fault), '') from reporting.checkpoints where cluster = $1");
        fault.Parameters.Add(new NpgsqlParameter<string> { TypedValue = poisoned.Id });
        await Eventually.TrueAsync(async () => ((string)(await fault.ExecuteScalarAsync())!).Contains(said, StringComparison.Ordinal));
        (await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Get, "/health/ready", TestApi.AdminKey))).Text.Should().Contain("degraded").And.Contain("Stopped: alrek-");
    }
}
