using System.Net;
using Governance.Api.Http.Answers;
using Governance.Api.Reporting;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Api.Load;

/// <summary>Searches that all take long, because their table is held: so many get to the database, so many wait, and the rest hear at once that they are too many.</summary>
public sealed class HeavyReadTests : IAsyncLifetime
{
    private const int InLine = 3, Asked = 60;
    private readonly ApiFixture fixture = new();
    private TestApi node = null!;

    public async Task InitializeAsync()
    {
        await fixture.InitializeAsync();
        node = await TestApi.StartAsync([$"--ConnectionStrings:Governance={fixture.Api.ConnectionString}", $"--Governance:ReadsInLine={InLine}"]);
    }

    public async Task DisposeAsync()
    {
        await node.DisposeAsync();
        await fixture.DisposeAsync();
    }

    [Fact]
    public async Task A_few_at_once_get_to_the_database_and_the_rest_keep_nobody_waiting()
    {
        var (cluster, other) = ((await fixture.FoundAsync()).As(null, node.Client), (await fixture.FoundAsync()).As(TestApi.AdminKey, node.Client));
        (await other.As(null).GetAsync("/committees")).Being(HttpStatusCode.OK);
        (await cluster.GetAsync("/search?q=styre")).Being(HttpStatusCode.OK);
        Task<Reply>[] searches;
        await using (await HoldAsync())
        {
            searches = [.. Enumerable.Range(0, Asked).Select(n => cluster.GetAsync($"/search?q=styre{n}"))];
            await Eventually.TrueAsync(() => Task.FromResult(searches.Count(s => s.IsCompleted) >= Asked - ReadLimiter.Searches - InLine));

            var refused = (await searches.First(s => s.IsCompletedSuccessfully)).Being(HttpStatusCode.ServiceUnavailable);
            refused.Json["type"]!.GetValue<string>().Should().Be("/problems/too-many-reads");
            refused.Headers["Retry-After"].Should().Be("1");
            (await WaitingAsync()).Should().BeLessThanOrEqualTo(ReadLimiter.Searches);
            (await other.As(null).GetAsync("/committees")).Being(HttpStatusCode.OK);
            (await other.DecideAsync("""{"title": "Vedtak", "decidedByText": "Partnerne", "decidedOn": "2020"}""")).Position.Should().Be(2);
            (await Reply.OfAsync(await node.SendAsync(HttpMethod.Get, "/health/ready"))).Being(HttpStatusCode.OK);

            // Each is given up by the database after two seconds, and the next has its turn.
            foreach (var late in await Task.WhenAll(searches)) late.Being(HttpStatusCode.ServiceUnavailable).Headers["Retry-After"].Should().Be("1");
        }
        await Eventually.TrueAsync(async () => (await cluster.GetAsync("/search?q=styre")).Status == HttpStatusCode.OK);
    }

    private async Task<NpgsqlConnection> HoldAsync()
    {
        var connection = new NpgsqlConnection(fixture.Api.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand($"begin; lock table {Projection.Live}.searched in access exclusive mode", connection);
        await hold.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>How many statements of those that serve wait to read the search texts.</summary>
    private async Task<long> WaitingAsync()
    {
        await using var command = fixture.Api.Database.CreateCommand("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%gov_search_query%'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
