using System.Diagnostics;
using System.Net;
using Governance.Tests.Support;
using Xunit.Abstractions;

namespace Governance.Tests.Faults;

/// <summary>Two hundred ask a node for what takes much, again and again as they are told to, while others read what is kept, write, and ask how it is. How long those take is measured with FAULT_SECONDS in the environment.</summary>
public sealed class CrowdTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int People = 200, Events = 3_000, Words = 3_000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly string? Seconds = Environment.GetEnvironmentVariable("FAULT_SECONDS");
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(int.Parse(Seconds ?? "3"));

    private readonly ApiFixture _fixture = new();
    private ServerProcess _node = null!;
    private ClusterClient _cluster = null!;

    public async Task InitializeAsync()
    {
        await _fixture.InitializeAsync();
        await new LongHistory("long").AppendAsync(_fixture.Log, Events);
        _node = await ServerProcess.ServeAsync($"--ConnectionStrings:Governance={PostgresServer.Serving(_fixture.Api.ConnectionString)}", $"--Governance:AdminKey={TestApi.AdminKey}");
        _cluster = new(_node.Client, "long", TestApi.AdminKey);
        foreach (var seed in new[] { 7, 11 })
            await _cluster.DecideAsync($$"""
                {"title": "Mandat", "decidedByText": "Partnerne", "decidedOn": "20{{seed + 10}}", "changes": [{{(seed == 7 ? """{"type": "establish-body", "ref": "f", "kind": "forum", "name": "Faglig forum"},""" : "")}}
                  {"type": "adopt-mandate", "body": "{{(seed == 7 ? "#f" : "Faglig forum")}}", "points": ["{{string.Join(' ', Enumerable.Range(0, Words).Select(n => n * seed % 2_003))}}"]}]}
                """);
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _fixture.DisposeAsync();
    }

    [Fact]
    public async Task While_they_wait_what_is_kept_what_is_written_and_health_are_answered()
    {
        var other = (await _fixture.FoundAsync()).As(TestApi.AdminKey, _node.Client);
        await EachAsync(other, TimeSpan.Zero);
        var quiet = await EachAsync(other, Length);
        using var crowd = await Crowd.GatherAsync(_node.Client.BaseAddress!, _cluster.Id, People);

        var crowded = await EachAsync(other, Length);
        var (answered, turnedAway, broken) = await crowd.DisperseAsync();

        output.WriteLine($"Of the crowd {answered:N0} were answered and {turnedAway:N0} told to come again. Kept: {quiet.Kept.TotalMilliseconds:N2} ms, {crowded.Kept.TotalMilliseconds:N2} ms in the crowd; "
            + $"the slowest write {crowded.Write.TotalMilliseconds:N0} ms, health {crowded.Health.TotalMilliseconds:N0} ms");
        broken.Should().Be(0, "each is answered, or told to come again");
        answered.Should().BePositive();
        if (Seconds is null) return;
        crowded.Kept.Should().BeLessThan(3 * quiet.Kept);
        crowded.Write.Should().BeLessThan(Second);
        crowded.Health.Should().BeLessThan(Second);
    }

    /// <summary>The median of what is kept, and the slowest write and look at health, over so long.</summary>
    private async Task<(TimeSpan Kept, TimeSpan Write, TimeSpan Health)> EachAsync(ClusterClient other, TimeSpan length)
    {
        var (kept, write, health, watch) = (new List<TimeSpan>(), TimeSpan.Zero, TimeSpan.Zero, Stopwatch.StartNew());
        do
        {
            write = Longest(write, await TookAsync(() => other.DecideAsync("""{"title": "Vedtak", "decidedByText": "Partnerne", "decidedOn": "2020"}""")));
            health = Longest(health, await TookAsync(async () => (await _node.Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).EnsureSuccessStatusCode()));
            await other.As(null).GetAsync("/committees");
            for (var n = 0; n < 20; n++) kept.Add(await TookAsync(async () => (await other.As(null).GetAsync("/committees")).Being(HttpStatusCode.OK)));
        }
        while (watch.Elapsed < length);
        return (kept.Order().ElementAt(kept.Count / 2), write, health);
    }

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static async Task<TimeSpan> TookAsync(Func<Task> ask)
    {
        var started = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(started);
    }
}
