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

    private async Task<(int ExitCode, string Line)> VerifyAsync(string cluster, string line = "cluster-")
    {
        await using var verify = ServerProcess.Run("verify", "--cluster", cluster, $"--ConnectionStrings:Governance={fixture.ConnectionString}");
        return (await verify.EndAsync(), await verify.LineAsync(line));
    }
}
