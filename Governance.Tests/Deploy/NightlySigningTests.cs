using System.Text.Json.Nodes;
using Governance.Api.Cli;
using Governance.Api.Hosting;
using Governance.Tests.EventStore;
using Governance.Tests.Interop;
using Governance.Tests.Support;

namespace Governance.Tests.Deploy;

/// <summary>What compose and Kubernetes run every night: the logs are verified, and where they stand is signed.</summary>
public sealed class NightlySigningTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy");

    [Fact]
    public async Task Compose_runs_it_by_a_key_that_neither_nodes_nor_database_have()
    {
        var services = (await ReadAsync("compose.yaml"))[0]!["services"]!.AsObject();
        var heads = services["heads"]!;

        string.Join(' ', heads["command"]!.AsArray()).Should().Be("heads sign --verify --nightly /heads/heads.ndjson");
        heads["environment"]!["Governance__SigningKey"]!.ToString().Should().Be("/heads/heads.pem");
        heads["environment"]!["ConnectionStrings__Governance"]!.ToString().Should().Contain("Username=governance;", "it verifies as the owner");
        heads["restart"]!.ToString().Should().Be("unless-stopped");
        heads["depends_on"]!["heads-folder"]!["condition"]!.ToString().Should().Be("service_completed_successfully");
        services.Where(s => s.Value!["volumes"]?.AsArray().Any(v => v!.ToString().StartsWith("heads:", StringComparison.Ordinal)) == true).Select(s => s.Key).Should().Equal("heads-folder", "heads");
    }

    [Fact]
    public async Task So_does_Kubernetes()
    {
        var documents = await ReadAsync("kubernetes/heads.yaml");
        var job = documents[0]!["spec"]!;
        var pod = job["jobTemplate"]!["spec"]!["template"]!;
        var container = pod["spec"]!["containers"]![0]!;

        job["schedule"]!.ToString().Should().Be("45 2 * * *");
        string.Join(' ', container["args"]!.AsArray()).Should().Be("heads sign --verify /heads/heads.ndjson");
        container["env"]!.AsArray().Single(e => e!["name"]!.ToString() == "Governance__SigningKey")!["value"]!.ToString().Should().Be("/etc/heads/heads.pem");
        pod["spec"]!["volumes"]!.AsArray().Select(v => v!["secret"]?["secretName"]?.ToString()).Should().Contain("governance-heads");
        pod["spec"]!["volumes"]!.AsArray().Select(v => v!["persistentVolumeClaim"]?["claimName"]?.ToString()).Should().Contain(documents[1]!["metadata"]!["name"]!.ToString());

        var nodes = (await ReadAsync("kubernetes/governance.yaml")).ToList();
        nodes[0]!.ToJsonString().Should().NotContain("governance-heads");
        nodes[1]!["spec"]!["selector"]!.ToJsonString().Should().NotBe(pod["metadata"]!["labels"]!.ToJsonString(), "no request is to come to it");
        (await ReadAsync("kubernetes/network.yaml")).Select(p => p!["spec"]!["podSelector"]!["matchLabels"]!["app.kubernetes.io/name"]?.ToString()).Should().Contain(pod["metadata"]!["labels"]!["app.kubernetes.io/name"]!.ToString());
    }

    [Fact]
    public async Task It_signs_at_once_and_goes_on()
    {
        await using var fixture = await SignedLog.StartAsync();
        await using (var key = fixture.Run("heads", "key", fixture.Key)) (await key.EndAsync()).Should().Be(0);
        await using var nightly = fixture.Run("heads", "sign", "--verify", "--nightly", fixture.List, $"--Governance:SigningKey={fixture.Key}");
        (await nightly.LineAsync(fixture.List)).Should().EndWith(": 1 signed");
        nightly.HasEnded.Should().BeFalse("it waits for the night");
    }

    [Fact]
    public async Task A_log_that_does_not_hold_or_does_not_go_on_from_the_list_is_not_signed()
    {
        await using var fixture = await SignedLog.StartAsync();
        await using (var key = fixture.Run("heads", "key", fixture.Key)) (await key.EndAsync()).Should().Be(0);
        (await fixture.SignAsync()).Should().Be(0);
        await fixture.Log.SqlAsync("update mt_events set data = jsonb_set(data, '{name}', '\"Annet\"') where tenant_id = $1 and type = 'body_renamed' and version = 1", fixture.Cluster);
        (await fixture.SignAsync()).Should().Be(1, "hashes differ");

        await Rehashing.AnewAsync(fixture.Log, fixture.Cluster);
        (await fixture.SignAsync()).Should().Be(1, "the log is another than was signed");
        (await File.ReadAllLinesAsync(fixture.List)).Should().ContainSingle();
    }

    [Fact]
    public async Task What_failed_is_tried_again_an_hour_later()
    {
        using var enough = new CancellationTokenSource();
        var (clock, nights) = (new HastyClock(), 0);
        var run = () => Nightly.RunAsync(clock, _ =>
        {
            nights++;
            if (nights == 1) throw new CannotStartException("There is no key.");
            if (nights == 3) enough.Cancel();
            return Task.CompletedTask;
        }, enough.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
        clock.Waited.Should().Equal(TimeSpan.FromHours(1), TimeSpan.FromHours(14.75));
    }

    [Theory]
    [InlineData("02:44:00", "00:01:00")]
    [InlineData("02:45:00", "24:00:00")]
    [InlineData("23:00:00", "03:45:00")]
    public void The_night_is_at_a_quarter_to_three(string now, string pause) =>
        Nightly.UntilNight(new(new DateOnly(2026, 1, 1), TimeOnly.Parse(now), TimeSpan.Zero)).TotalHours.Should().Be(Hours(pause));

    private static double Hours(string text) => int.Parse(text[..2]) + int.Parse(text[3..5]) / 60d;

    /// <summary>It is always noon, and no wait takes time.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public List<TimeSpan> Waited { get; } = [];

        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waited.Add(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private static async Task<JsonArray> ReadAsync(string file) => JsonNode.Parse(await Node.RunAsync("read-yaml.mjs", [Path.Combine(Folder, file)]))![0]!.AsArray();
}
