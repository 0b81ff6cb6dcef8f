using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Governance.Tests.Support;

namespace Governance.Tests.Hosting;

public sealed class HealthTests
{
    [Fact]
    public async Task With_its_database_it_is_ready()
    {
        await using var api = await TestApi.StartAsync();
        using var answer = await api.SendAsync(HttpMethod.Get, "/health/ready");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().Be("""{"status":"healthy","checks":{"database":{"status":"healthy"},"reporting":{"status":"healthy","description":"Up to date."},"webhooks":{"status":"healthy","description":"None."}}}""");
    }

    [Fact]
    public async Task Without_its_database_it_lives_but_is_not_ready()
    {
        await using var cable = Cable.To(await PostgresServer.CreateDatabaseAsync());
        await using var api = await TestApi.StartAsync([$"--ConnectionStrings:Governance={cable.ConnectionString}"]);
        cable.Cut();

        await IsNotReadyAsync(api, "The database does not answer.");
    }

    [Fact]
    public async Task On_a_schema_that_is_not_its_own_it_lives_but_is_not_ready()
    {
        await using var api = await TestApi.StartAsync();
        await api.ExecuteAsync("delete from gov_migrations where number = (select max(number) from gov_migrations)");

        await IsNotReadyAsync(api, "The database's schema is not this program's.");
    }

    private static async Task IsNotReadyAsync(TestApi api, string why)
    {
        using var live = await api.SendAsync(HttpMethod.Get, "/health/live");
        using var ready = await api.SendAsync(HttpMethod.Get, "/health/ready");

        live.StatusCode.Should().Be(HttpStatusCode.OK);
        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        ready.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        var body = await ready.Content.ReadFromJsonAsync<JsonElement>();
        body.GetProperty("status").GetString().Should().Be("unhealthy");
        body.GetProperty("checks").GetProperty("database").GetProperty("description").GetString().Should().Be(why);
    }
}
