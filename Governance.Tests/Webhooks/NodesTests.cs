using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Support;
using Xunit.Abstractions;

namespace Governance.Tests.Webhooks;

public sealed class NodesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Changes = 1_000;
    private const string Timeout = "--Governance:Webhooks:Timeout=";
    private string _database = null!;
    private Subscriber _subscriber = null!;

    public async Task InitializeAsync() => (_database, _subscriber) = (await PostgresServer.CreateDatabaseAsync(), await Subscriber.StartAsync());

    public async Task DisposeAsync() => await _subscriber.DisposeAsync();

    [Fact]
    public async Task A_subscriber_that_was_away_gets_a_thousand_changes_in_order_across_restarts_and_the_death_of_a_node()
    {
        JsonNode hook;
        await using (var one = await NodeAsync())
        {
            await using var other = await NodeAsync();
            var cluster = await FoundAsync(one);
            hook = await cluster.HookAsync(_subscriber.Url());
            await cluster.TellAsync(1);
            await _subscriber.HasAsync(1);
            await _subscriber.GoAsync();
            await cluster.TellManyAsync(Changes - 1);
            await cluster.UntilAsync(hook, h => h["failure"]?["fault"]!.ToString() == "unreachable");
        }
        await using var process = await ServerProcess.ServeAsync([$"--ConnectionStrings:Governance={_database}", $"--Governance:AdminKey={TestApi.AdminKey}", .. WebhookHost.Settings, Timeout + "00:00:03"]);
        var took = System.Diagnostics.Stopwatch.StartNew();
        await _subscriber.ComeAsync();
        await _subscriber.HasAsync(Changes / 4);
        await process.KillAsync();
        await using var next = await NodeAsync();
        await using var last = await NodeAsync();

        var after = new ClusterClient(next.Client, "alrek", TestApi.AdminKey);
        await after.UntilAsync(hook, h => h["behind"]!.GetValue<long>() == 0);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Changes} changes were told in {took.Elapsed.TotalSeconds:N1} s, with a dead node and its lease between; {_subscriber.All.Count - Changes} came twice"));
        var positions = _subscriber.Positions().ToList();
        positions.Should().BeInAscendingOrder();
        positions.Distinct().Should().Equal(Enumerable.Range(2, Changes).Select(p => (long)p));
        positions.Should().HaveCountLessThanOrEqualTo(Changes + 1, "only what the dead node was sending may come twice");
        _subscriber.All.Select(r => r.Id).Distinct().Should().HaveCount(Changes);
    }

    [Fact]
    public async Task Two_nodes_send_each_message_once_in_order_one_at_a_time()
    {
        const int Subscribers = 8, Each = 40;
        await using var one = await NodeAsync();
        await using var other = await NodeAsync();
        var cluster = await FoundAsync(one);
        var there = cluster.As(TestApi.AdminKey, other.Client);
        var hooks = new List<JsonNode>();
        for (var n = 0; n < Subscribers; n++) hooks.Add(await cluster.HookAsync(_subscriber.Url($"/{n}")));

        await Task.WhenAll(cluster.TellAsync(Each), there.TellAsync(Each));

        foreach (var hook in hooks) await cluster.UntilAsync(hook, h => h["position"]!.GetValue<long>() == Each + Each + 1);
        for (var n = 0; n < Subscribers; n++) _subscriber.Positions($"/{n}").Should().Equal(Enumerable.Range(2, Each + Each).Select(p => (long)p));
        _subscriber.All.Should().OnlyContain(r => !r.Overlapped);
    }

    [Fact]
    public async Task Slow_and_poisoned_subscribers_hold_up_nobody_even_where_they_are_more_than_a_node_sends_to_at_once()
    {
        await using var one = await NodeAsync("--Governance:Webhooks:AtOnce=3", Timeout + "00:00:01");
        var cluster = await FoundAsync(one);
        _subscriber.Answer = async (got, response) =>
        {
            if (got.Path.StartsWith("/slow", StringComparison.Ordinal)) await Subscriber.HoldUpAsync(response);
            response.StatusCode = got.Path == "/poisoned" ? 400 : 204;
        };
        var slow = new List<JsonNode>();
        for (var n = 0; n < 4; n++) slow.Add(await cluster.HookAsync(_subscriber.Url($"/slow/{n}")));
        var poisoned = await cluster.HookAsync(_subscriber.Url("/poisoned"));
        var sound = await cluster.HookAsync(_subscriber.Url());

        await cluster.TellManyAsync(100);

        await cluster.UntilAsync(sound, h => h["behind"]!.GetValue<long>() == 0);
        _subscriber.Positions().Should().Equal(Enumerable.Range(2, 100).Select(p => (long)p));
        foreach (var hook in slow) (await cluster.HookedAsync(hook))["position"]!.GetValue<long>().Should().Be(1);
        await Eventually.TrueAsync(async () => (await cluster.GetAsync($"/webhooks/{poisoned["id"]}/dead-letters")).Json["deadLetters"]!.AsArray().Count > 1);
        await cluster.UntilAsync(slow[0], h => h["failure"]?["fault"]!.ToString() == "timed-out");
        var ready = await Reply.OfAsync(await one.SendAsync(HttpMethod.Get, "/health/ready", TestApi.AdminKey));
        ready.Being(HttpStatusCode.OK).Json["checks"]!["webhooks"]!["description"]!.ToString().Should().MatchRegex("^6: [345] failing, 0 stopped, behind by up to [0-9.]+ s; [0-9]+ dead letters\\.$");
        ready.Text.Should().NotContain("127.0.0.1").And.NotContain("alrek");
    }

    [Fact]
    public async Task What_a_node_records_that_leaves_sending_to_others_they_send()
    {
        await using var leaves = await NodeAsync("--Governance:Webhooks:AtOnce=0");
        var cluster = await FoundAsync(leaves);
        await cluster.HookAsync(_subscriber.Url());
        await cluster.TellAsync(1);
        await using var sends = await NodeAsync();
        await _subscriber.HasAsync(1);

        await cluster.TellAsync(2);

        await _subscriber.HasAsync(3);
        _subscriber.Positions().Should().Equal(2, 3, 4);
    }

    private Task<TestApi> NodeAsync(params string[] more) => TestApi.StartAsync([$"--ConnectionStrings:Governance={_database}", .. WebhookHost.Settings, .. more]);

    private static async Task<ClusterClient> FoundAsync(TestApi node)
    {
        using var content = new StringContent("""{"id": "alrek", "name": "Alrek helseklynge", "foundedOn": "2016"}""", System.Text.Encoding.UTF8, "application/json");
        (await Reply.OfAsync(await node.SendAsync(HttpMethod.Post, "/api/clusters", TestApi.AdminKey, content))).Being(HttpStatusCode.Created);
        return new(node.Client, "alrek", TestApi.AdminKey);
    }
}
