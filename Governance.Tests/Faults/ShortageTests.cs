using System.Diagnostics;
using System.Net;
using Governance.Api.Security;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Governance.Tests.Faults;

/// <summary>Too few connections, too slow a disk, a clock that was wrong.</summary>
public sealed class ShortageTests : IAsyncLifetime
{
    private const string Decision = """{"title": "Vedtak", "decidedByText": "Partnerne", "decidedOn": "2020"}""";
    private readonly ApiFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task With_every_connection_taken_it_says_so_and_goes_on_when_they_are_back()
    {
        await using var few = await TestApi.StartAsync([$"--ConnectionStrings:Governance={_fixture.Api.ConnectionString};Maximum Pool Size=6;Timeout=1"]);
        var clusters = new List<ClusterClient>();
        for (var n = 0; n < 12; n++) clusters.Add((await _fixture.FoundAsync()).As(TestApi.AdminKey, few.Client));

        Reply[] turnedAway;
        Task<Reply>[] writes;
        await using (var holder = await HoldAsync())
        {
            writes = [.. clusters.Select((cluster, n) => cluster.PostAsync("/decisions", Decision, ("Idempotency-Key", $"{n}")))];
            await Eventually.TrueAsync(() => Task.FromResult(writes.Any(w => w.IsCompleted)));
            turnedAway = [.. writes.Where(w => w.IsCompleted).Select(w => w.Result)];
        }
        foreach (var answer in turnedAway)
        {
            answer.Being(HttpStatusCode.ServiceUnavailable);
            answer.Headers["Retry-After"].Should().Be("1");
        }
        await Task.WhenAll(writes);

        for (var n = 0; n < clusters.Count; n++)
        {
            (await clusters[n].PostAsync("/decisions", Decision, ("Idempotency-Key", $"{n}"))).Being(HttpStatusCode.Created).Position.Should().Be(2);
            await _fixture.VerifyAsync(clusters[n]);
        }
    }

    [Fact]
    public async Task A_database_that_answers_late_is_not_taken_for_a_line_gone_silent()
    {
        await using var late = await TestApi.StartAsync([$"--ConnectionStrings:Governance={_fixture.Api.ConnectionString};Application Name=late"]);
        var cluster = (await _fixture.FoundAsync()).As(TestApi.AdminKey, late.Client);
        (await cluster.GetAsync("/structure")).Being(HttpStatusCode.OK);
        var lines = await LinesAsync(late, 5);

        await using (await HoldAsync("access exclusive")) await Eventually.TrueAsync(async () => (await cluster.GetAsync("/structure")).Status == HttpStatusCode.ServiceUnavailable);
        await Eventually.TrueAsync(async () => (await cluster.GetAsync("/structure")).Status == HttpStatusCode.OK);

        await using var kept = _fixture.Api.Database.CreateCommand("select count(*) from pg_stat_activity where pid = any($1)");
        kept.Parameters.Add(new() { Value = lines });
        (await kept.ExecuteScalarAsync()).Should().Be(5L);
    }

    [Fact]
    public async Task On_a_slow_disk_reading_waits_for_nobody_who_writes()
    {
        await using var postgres = await Instance.StartAsync("commit_delay = 100000", "commit_siblings = 0");
        await LogHost.MigrateAsync(postgres.ConnectionString);
        await using var api = await TestApi.StartAsync([$"--ConnectionStrings:Governance={postgres.ConnectionString}"]);
        var writers = new Writers(TestApi.AdminKey, clients: 8);
        await writers.FoundAsync(api.Client);
        writers.Start(_ => api.Client);
        await writers.MoreAsync(8);

        var reads = 0;
        var watch = Stopwatch.StartNew();
        for (var goal = writers.Acknowledged.Count + 16; writers.Acknowledged.Count < goal; reads++)
            (await api.Client.GetAsync(new Uri("/api/clusters/alrek/structure", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);
        watch.Stop();
        await writers.StopAsync();

        reads.Should().BeGreaterThan(20, "{0} took {1}", reads, watch.Elapsed);
        await Checker.CheckAsync(postgres.ConnectionString, writers.Acknowledged);
    }

    [Fact]
    public async Task Set_back_an_hour_the_clock_does_not_set_back_what_is_known()
    {
        var clock = new LaterClock();
        await using var node = await TestApi.StartAsync([$"--ConnectionStrings:Governance={_fixture.Api.ConnectionString}"], clock: clock);
        var cluster = (await _fixture.FoundAsync()).As(TestApi.AdminKey, node.Client);
        clock.Move(TimeSpan.FromHours(1));
        await cluster.DecideAsync(Decision);
        clock.Move(TimeSpan.FromHours(-1));

        var first = await cluster.DecideAsync(Decision.Replace("Vedtak", "Etter", StringComparison.Ordinal));
        var next = await cluster.DecideAsync(Decision.Replace("Vedtak", "Senere", StringComparison.Ordinal));

        DateTimeOffset.Parse(next.RecordedAt).Should().BeAfter(DateTimeOffset.Parse(first.RecordedAt));
        (await cluster.GetAsync($"/decisions?knownAt={first.RecordedAt}")).Text.Should().Contain("Etter").And.NotContain("Senere");
        (await cluster.GetAsync($"/decisions?knownAt={next.RecordedAt}")).Text.Should().Contain("Senere");
        await _fixture.VerifyAsync(cluster);
    }

    [Fact]
    public async Task Nor_does_the_clock_of_a_node()
    {
        var (clock, cluster) = (new LaterClock(), await _fixture.FoundAsync());
        await using var node = await TestApi.StartAsync([$"--ConnectionStrings:Governance={_fixture.Api.ConnectionString}"], clock: clock);
        var there = cluster.As(await _fixture.KeyAsync(Role.Secretary, cluster.Id), node.Client);
        var first = await there.DecideAsync(Decision);

        clock.Move(TimeSpan.FromHours(-1));

        var next = await there.DecideAsync(Decision.Replace("Vedtak", "Etter", StringComparison.Ordinal));
        DateTimeOffset.Parse(next.RecordedAt).Should().BeAfter(DateTimeOffset.Parse(first.RecordedAt));
        (await there.GetAsync("/decisions")).Text.Should().Contain("Etter");
        (await there.GetAsync($"/decisions?knownAt={first.RecordedAt}")).Text.Should().NotContain("Etter");
        await _fixture.VerifyAsync(cluster);
    }

    /// <summary>Has a node open some connections and put them back.</summary>
    /// <returns>Their processes in the database.</returns>
    private static async Task<int[]> LinesAsync(TestApi node, int count)
    {
        var lines = new List<NpgsqlConnection>();
        for (var n = 0; n < count; n++) lines.Add(await node.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync());
        int[] processes = [.. lines.Select(l => l.ProcessID)];
        foreach (var line in lines) await line.DisposeAsync();
        return processes;
    }

    /// <summary>Nobody can write to a stream until it is let go.</summary>
    private async Task<NpgsqlConnection> HoldAsync(string mode = "exclusive")
    {
        var connection = new NpgsqlConnection(_fixture.Api.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand($"begin; lock table mt_streams in {mode} mode", connection);
        await hold.ExecuteNonQueryAsync();
        return connection;
    }
}
