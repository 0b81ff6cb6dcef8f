using Governance.Tests.EventStore;
using Governance.Tests.Support;

namespace Governance.Tests.Cli;

public sealed class VerifyTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    [Fact]
    public async Task A_log_that_is_as_it_was_written_holds_and_one_that_is_not_is_told_of()
    {
        var story = fixture.NewCluster();
        foreach (var act in new[] { story.Found(), story.Decide("Styringsgruppe"), story.Decide("Partnermøte") }) await fixture.Log.AppendAsync(act);
        (await VerifyAsync(story.Cluster)).Should().Be((0, $"{story.Cluster}: position 3, 5 events, all as written"));

        await fixture.SqlAsync("update mt_events set data = jsonb_set(data, '{name}', '\"Arbeidsgruppe\"') where type = 'body_renamed' and version = 2");
        (await VerifyAsync(story.Cluster)).Should().Be((1, $"{story.Cluster}: position 3, 5 events, 1 not as written"));
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_is_told_of_too()
    {
        var story = fixture.NewCluster();
        foreach (var act in new[] { story.Found(), story.Decide("Styringsgruppe") }) await fixture.Log.AppendAsync(act);
        await fixture.SqlAsync($"update mt_events set type = 'body_sold' where type = 'body_renamed' and tenant_id = '{story.Cluster}'");
        await fixture.SqlAsync($"insert into reporting.checkpoints (cluster, position) values ('{story.Cluster}', 2)");

        (await VerifyAsync(story.Cluster, "  cannot be read")).Should().Match<(int ExitCode, string Line)>(told => told.ExitCode == 1 && told.Line.Contains("'body_sold'"));
    }

    [Fact]
    public async Task That_a_clock_was_ahead_is_told_and_is_no_difference()
    {
        var clock = new LaterClock();
        await using var node = await TestApi.StartAsync([$"--ConnectionStrings:Governance={fixture.ConnectionString}"], clock: clock);
        clock.Move(TimeSpan.FromDays(2));
        using var founding = new StringContent("""{"id": "ahead", "name": "Alrek", "foundedOn": "2016"}""", System.Text.Encoding.UTF8, "application/json");
        (await Reply.OfAsync(await node.SendAsync(HttpMethod.Post, "/api/clusters", TestApi.AdminKey, founding))).Being(System.Net.HttpStatusCode.Created);

        var (exit, line) = await VerifyAsync("ahead", "  clock:");

        exit.Should().Be(0);
        line.Should().Match("  clock: the last act is from *Z, which is yet to come: a clock was ahead");
    }

    private async Task<(int ExitCode, string Line)> VerifyAsync(string cluster, string line = "cluster-")
    {
        await using var verify = ServerProcess.Run("verify", "--cluster", cluster, $"--ConnectionStrings:Governance={fixture.ConnectionString}");
        return (await verify.EndAsync(), await verify.LineAsync(line));
    }
}
