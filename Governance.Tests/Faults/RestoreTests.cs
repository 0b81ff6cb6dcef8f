using System.Net;
using Governance.Api.EventStore;
using Governance.Tests.Support;

namespace Governance.Tests.Faults;

/// <summary>A node that runs on while the database under it is set back, which it should not, but may.</summary>
public sealed class RestoreTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task What_a_restored_log_no_longer_holds_is_shown_no_more_and_never_built_on()
    {
        var cluster = await api.FoundAsync();
        await DecideAsync(cluster, "Bevart");
        await DecideAsync(cluster, "Mistet");
        (await cluster.As(null).GetAsync("/decisions")).Text.Should().Contain("Mistet");

        await SetBackAsync(cluster.Id, 2);

        await Eventually.TrueAsync(async () => !(await cluster.As(null).GetAsync("/decisions")).Text.Contains("Mistet", StringComparison.Ordinal));
        (await DecideAsync(cluster, "Nytt")).Position.Should().Be(3);
        (await cluster.As(null).GetAsync("/decisions")).Text.Should().Contain("Bevart").And.Contain("Nytt").And.NotContain("Mistet");
        await api.VerifyAsync(cluster);
    }

    [Fact]
    public async Task Nor_when_it_has_come_as_far_again_on_another_node()
    {
        var cluster = await api.FoundAsync();
        await DecideAsync(cluster, "Mistet");
        (await cluster.As(null).GetAsync("/decisions")).Text.Should().Contain("Mistet");
        await using var other = await TestApi.StartAsync([$"--ConnectionStrings:Governance={api.Api.ConnectionString}"]);

        await SetBackAsync(cluster.Id, 1);
        (await DecideAsync(cluster.As(TestApi.AdminKey, other.Client), "Nytt")).Position.Should().Be(2);

        await Eventually.TrueAsync(async () => (await cluster.As(null).GetAsync("/decisions")).Text is var text && text.Contains("Nytt", StringComparison.Ordinal) && !text.Contains("Mistet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cluster_that_a_restored_log_does_not_hold_is_not_there()
    {
        var cluster = await api.FoundAsync();
        (await cluster.GetAsync("")).Being(HttpStatusCode.OK);

        await SetBackAsync(cluster.Id, 0);

        await Eventually.TrueAsync(async () => (await cluster.GetAsync("")).Status == HttpStatusCode.NotFound);
    }

    private static Task<Reply> DecideAsync(ClusterClient cluster, string title) => cluster.DecideAsync($$"""{"title": "{{title}}", "decidedByText": "Partnerne", "decidedOn": "2020"}""");

    /// <summary>Takes the last acts out, all of which are on the register alone.</summary>
    private async Task SetBackAsync(string cluster, long position)
    {
        await using var batch = api.Api.Database.CreateBatch();
        batch.Then("delete from mt_events where tenant_id = $1 and version > $2", cluster, position)
            .Then("delete from mt_streams where tenant_id = $1 and $2 = 0", cluster, position)
            .Then("update mt_streams s set version = e.version, timestamp = e.timestamp from mt_events e where s.tenant_id = $1 and e.tenant_id = $1 and e.stream_id = s.id and e.version = $2", cluster, position);
        await batch.ExecuteNonQueryAsync();
    }
}
