using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Api.Hosting;
using Governance.Tests.Support;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Governance.Tests.Hosting;

public sealed class HealthTests
{
    [Fact]
    public async Task With_its_database_it_is_ready_and_more_than_that_is_told_to_admins_alone()
    {
        await using var api = await TestApi.StartAsync();
        var anybody = (await Reply.OfAsync(await api.SendAsync(HttpMethod.Get, "/health/ready"))).Being(HttpStatusCode.OK);
        var admin = (await Reply.OfAsync(await api.SendAsync(HttpMethod.Get, "/health/ready", TestApi.AdminKey))).Being(HttpStatusCode.OK);

        anybody.Text.Should().Be("""{"status":"healthy","checks":{"database":{"status":"healthy"},"reporting":{"status":"healthy"},"webhooks":{"status":"healthy"},"archive":{"status":"healthy"},"clock":{"status":"healthy"}}}""");
        admin.Text.Should().Be(
            """{"status":"healthy","checks":{"database":{"status":"healthy"},"reporting":{"status":"healthy","description":"Up to date."},"webhooks":{"status":"healthy","description":"None."},"archive":{"status":"healthy"},"clock":{"status":"healthy"}}}""");
    }

    [Fact]
    public async Task However_many_ask_it_looks_once_a_second()
    {
        var (checks, clock) = (new CountedChecks(), new Clock());
        var health = new KeptHealth(checks, clock);

        var asked = Enumerable.Range(0, 100).Select(_ => health.ReportAsync()).ToList();
        checks.Answer();
        await Task.WhenAll(asked);
        for (var n = 0; n < 100; n++) await health.ReportAsync();
        checks.Count.Should().Be(1);

        clock.Move(TimeSpan.FromSeconds(1));
        await health.ReportAsync();
        checks.Count.Should().Be(2);
    }

    [Fact]
    public async Task What_cannot_be_archived_is_told()
    {
        await using var postgres = await Instance.StartAsync("wal_level = replica", "archive_mode = on", "archive_command = 'false'");
        await LogHost.MigrateAsync(postgres.ConnectionString);
        await using var api = await TestApi.StartAsync([$"--ConnectionStrings:Governance={postgres.ConnectionString}"]);
        await postgres.ExecuteAsync("select pg_switch_wal()");

        await Eventually.TrueAsync(async () => (await CheckAsync(api, "archive"))["status"]!.GetValue<string>() == "degraded");
        (await CheckAsync(api, "archive"))["description"]!.GetValue<string>().Should().StartWith("Write-ahead files are not archived: 0").And.EndWith("the last that was: never.");

        await postgres.ExecuteAsync("alter system set archive_command = 'true'");
        await postgres.ExecuteAsync("select pg_reload_conf()");
        await Eventually.TrueAsync(async () => (await CheckAsync(api, "archive"))["status"]!.GetValue<string>() == "healthy");
    }

    [Fact]
    public async Task That_a_clock_was_ahead_is_told_until_its_time_has_come()
    {
        var clock = new LaterClock();
        await using var api = await TestApi.StartAsync(clock: clock);
        clock.Move(TimeSpan.FromHours(1));
        (await CheckAsync(api, "clock"))["description"]!.GetValue<string>().Should().MatchRegex("^This node's clock and the database's are 3(599|600) s apart\\.$");
        clock.Move(TimeSpan.FromHours(-1));
        await Eventually.TrueAsync(async () => (await CheckAsync(api, "clock"))["status"]!.GetValue<string>() == "healthy");

        using var content = new StringContent("""{"id": "alrek", "name": "Alrek", "foundedOn": "2016"}""", System.Text.Encoding.UTF8, "application/json");
        (await Reply.OfAsync(await api.SendAsync(HttpMethod.Post, "/api/clusters", TestApi.AdminKey, content))).Being(HttpStatusCode.Created);
        await api.ExecuteAsync("update mt_events set timestamp = timestamp '2999-01-01 12:00' at time zone 'UTC'");

        await Eventually.TrueAsync(async () => (await CheckAsync(api, "clock"))["status"]!.GetValue<string>() == "degraded");
        (await CheckAsync(api, "clock"))["description"]!.GetValue<string>().Should().Be("A clock was ahead: the last act of alrek is from 2999-01-01T12:00:00.000000Z, which is yet to come.");
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
        using var ready = await api.SendAsync(HttpMethod.Get, "/health/ready", TestApi.AdminKey);

        live.StatusCode.Should().Be(HttpStatusCode.OK);
        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        ready.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        var body = await ready.Content.ReadFromJsonAsync<JsonElement>();
        body.GetProperty("status").GetString().Should().Be("unhealthy");
        body.GetProperty("checks").GetProperty("database").GetProperty("description").GetString().Should().Be(why);
    }

    private static async Task<JsonNode> CheckAsync(TestApi api, string name) =>
        (await Reply.OfAsync(await api.SendAsync(HttpMethod.Get, "/health/ready", TestApi.AdminKey))).Json["checks"]![name]!;

    private sealed class CountedChecks : HealthCheckService
    {
        private readonly TaskCompletionSource<HealthReport> report = new();

        public int Count { get; private set; }

        public void Answer() => report.SetResult(new(new Dictionary<string, HealthReportEntry>(StringComparer.Ordinal), TimeSpan.Zero));

        public override Task<HealthReport> CheckHealthAsync(Func<HealthCheckRegistration, bool>? predicate, CancellationToken cancellationToken = default)
        {
            Count++;
            return report.Task;
        }
    }
}
