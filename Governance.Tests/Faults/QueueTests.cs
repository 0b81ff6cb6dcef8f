using System.Net;
using Governance.Api.Clusters;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Faults;

public sealed class QueueTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Decision = """{"title": "Vedtak", "decidedByText": "Partnerne", "decidedOn": "2020"}""";

    [Fact]
    public async Task More_writers_than_can_wait_are_told_to_come_again_and_nothing_of_theirs_is_stored()
    {
        var (cluster, other) = (await api.FoundAsync(), await api.FoundAsync());
        await using var held = await HoldAsync(api.Api, cluster.Id);

        var writes = Enumerable.Range(0, ClusterEntry.MostWriters + 20).Select(_ => cluster.PostAsync("/decisions", Decision)).ToList();
        await Eventually.TrueAsync(() => Task.FromResult(writes.Count(w => w.IsCompleted) >= 20));
        var turnedAway = writes.Where(w => w.IsCompleted).Select(w => w.Result).ToList();
        (await other.PostAsync("/decisions", Decision)).Being(HttpStatusCode.Created);
        await held.RollbackAsync();

        turnedAway.Should().HaveCount(20).And.OnlyContain(r => r.Status == HttpStatusCode.ServiceUnavailable && r.Headers["Retry-After"] == "1");
        turnedAway[0].Json["type"]!.GetValue<string>().Should().Be("/problems/too-busy");
        (await Task.WhenAll(writes)).Count(r => r.Status == HttpStatusCode.Created).Should().Be(ClusterEntry.MostWriters);
        (await cluster.PositionAsync()).Should().Be(1 + ClusterEntry.MostWriters);
        (await cluster.PostAsync("/decisions", Decision)).Being(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Told_to_stop_a_node_finishes_what_it_took()
    {
        var cluster = await api.FoundAsync();
        await using var server = await ServerProcess.ServeAsync($"--ConnectionStrings:Governance={PostgresServer.Serving(api.Api.ConnectionString)}", $"--Governance:AdminKey={TestApi.AdminKey}");
        var there = cluster.As(TestApi.AdminKey, server.Client);
        (await there.GetAsync("")).Being(HttpStatusCode.OK);
        await using var held = await HoldAsync(api.Api, cluster.Id);
        var writes = Enumerable.Range(0, 12).Select(_ => there.PostAsync("/decisions", Decision)).ToList();
        await Eventually.TrueAsync(async () => await WaitingAsync() > 0);

        var stopped = server.StopAsync();
        await Eventually.TrueAsync(IsClosedAsync);
        writes.Should().OnlyContain(w => !w.IsCompleted);
        await held.RollbackAsync();

        (await Task.WhenAll(writes)).Select(r => r.Being(HttpStatusCode.Created).Position).Should().BeEquivalentTo(Enumerable.Range(2, 12).Select(n => (long)n));
        (await stopped).Should().Be(0);
        await Eventually.TrueAsync(async () => await cluster.PositionAsync() == 13);

        async Task<bool> IsClosedAsync()
        {
            using var fresh = new HttpClient { BaseAddress = server.Client.BaseAddress };
            try
            {
                await fresh.GetAsync(new Uri("/health/live", UriKind.Relative));
                return false;
            }
            catch (HttpRequestException)
            {
                return true;
            }
        }
    }

    /// <summary>Holds a cluster's register until it is rolled back.</summary>
    private static async Task<NpgsqlTransaction> HoldAsync(TestApi api, string cluster)
    {
        var connection = await api.Database.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("select from mt_streams where tenant_id = $1 and type = 'register' for update", connection) { Parameters = { new() { Value = cluster } } };
        await hold.ExecuteNonQueryAsync();
        return transaction;
    }

    /// <summary>How many wait for a lock in this database.</summary>
    private async Task<long> WaitingAsync()
    {
        await using var command = api.Api.Database.CreateCommand("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
