using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Webhooks;

public sealed class AdminTests(WebhookHost host) : IClassFixture<WebhookHost>
{
    private readonly Subscriber subscriber = host.Subscriber;

    [Fact]
    public async Task What_is_added_is_shown_changed_and_removed_in_its_own_cluster_alone()
    {
        var (cluster, other) = (await host.FoundAsync(), await host.FoundAsync());
        var hook = await cluster.HookAsync(subscriber.Url("/admin"), """, "description": "Nettstedet", "types": ["decision-recorded"], "lang": "en" """);
        var path = $"/webhooks/{hook["id"]}";

        var shown = (await cluster.GetAsync(path)).Being(HttpStatusCode.OK);
        shown.Without("id", "createdAt").ToJsonString().Should().Be(
            $$"""{"url":"{{subscriber.Url("/admin")}}","description":"Nettstedet","types":["decision-recorded"],"audience":"public","lang":"en","state":"active","position":1,"behind":0,"createdBy":"bootstrap"}""");
        (await cluster.GetAsync("/webhooks")).Json["webhooks"]!.ToJsonString().Should().Be($"[{shown.Json.ToJsonString()}]");
        var changed = (await cluster.PatchAsync(path, """{"description": null, "types": [], "audience": "reader", "enabled": false}""")).Being(HttpStatusCode.OK);
        changed.Without("id", "createdAt").ToJsonString().Should().Be(
            $$"""{"url":"{{subscriber.Url("/admin")}}","types":[],"audience":"reader","lang":"en","state":"paused","position":1,"behind":0,"createdBy":"bootstrap"}""");

        (await other.GetAsync("/webhooks")).Json["webhooks"]!.AsArray().Should().BeEmpty();
        foreach (var attempt in new[]
        {
            await other.GetAsync(path), await other.PatchAsync(path, """{"enabled": true}"""), await other.DeleteAsync(path), await other.PostAsync(path + "/secret", ""), await other.PostAsync(path + "/test", ""),
            await other.PostAsync(path + "/replay", """{"after": 0}"""), await other.GetAsync(path + "/deliveries"), await other.GetAsync(path + "/dead-letters"),
        })
            attempt.Being(HttpStatusCode.NotFound);
        (await cluster.GetAsync(path)).Text.Should().Be(changed.Text);

        (await cluster.DeleteAsync(path)).Being(HttpStatusCode.NoContent);
        (await cluster.GetAsync(path)).Being(HttpStatusCode.NotFound);
        (await cluster.DeleteAsync(path)).Being(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_cluster_has_no_more_than_so_many()
    {
        await using var few = await TestApi.StartAsync([.. WebhookHost.Settings, "--Governance:Webhooks:MostPerCluster=2", $"--ConnectionStrings:Governance={host.Api.ConnectionString}"]);
        var (cluster, other) = ((await host.FoundAsync()).As(TestApi.AdminKey, few.Client), (await host.FoundAsync()).As(TestApi.AdminKey, few.Client));
        var added = await cluster.HookAsync(subscriber.Url("/one"));
        await cluster.HookAsync(subscriber.Url("/two"));

        var refused = (await cluster.PostAsync("/webhooks", $$"""{"url": "{{subscriber.Url("/three")}}"}""")).Being(HttpStatusCode.BadRequest);
        refused.Text.Should().Contain("så mange webhooks som den kan ha");
        await other.HookAsync(subscriber.Url("/other"));
        (await cluster.DeleteAsync($"/webhooks/{added["id"]}")).Being(HttpStatusCode.NoContent);
        await cluster.HookAsync(subscriber.Url("/three"));
    }

    [Fact]
    public async Task A_removed_subscriber_is_sent_nothing_and_a_dead_letter_can_be_let_go()
    {
        var cluster = await host.FoundAsync();
        subscriber.Refuse(got => got.Path == "/refusing", HttpStatusCode.BadRequest);
        var removed = await cluster.HookAsync(subscriber.Url("/removed"));
        var refusing = await cluster.HookAsync(subscriber.Url("/refusing"));
        (await cluster.DeleteAsync($"/webhooks/{removed["id"]}")).Being(HttpStatusCode.NoContent);

        await cluster.TellAsync(2);

        await cluster.UntilAsync(refusing, h => h["behind"]!.GetValue<long>() == 0);
        subscriber.At("/removed").Should().BeEmpty();
        var letters = $"/webhooks/{refusing["id"]}/dead-letters";
        var first = (await cluster.GetAsync(letters + "?limit=1")).Json;
        first["deadLetters"]!.AsArray().Select(l => l!["position"]!.GetValue<long>()).Should().Equal(2);
        (await cluster.GetAsync($"{letters}?after={first["next"]}")).Json["deadLetters"]!.AsArray().Select(l => l!["position"]!.GetValue<long>()).Should().Equal(3);
        (await cluster.DeleteAsync($"{letters}/{first["next"]}")).Being(HttpStatusCode.NoContent);
        (await cluster.DeleteAsync($"{letters}/{first["next"]}")).Being(HttpStatusCode.NotFound);
        (await cluster.GetAsync(letters)).Json["deadLetters"]!.AsArray().Select(l => l!["position"]!.GetValue<long>()).Should().Equal(3);

        subscriber.Refuse(_ => false, HttpStatusCode.OK);
        (await cluster.PostAsync($"/webhooks/{refusing["id"]}/replay", """{"after": 1}""")).Being(HttpStatusCode.OK);
        await cluster.UntilAsync(refusing, h => h["behind"]!.GetValue<long>() == 0);
        (await cluster.GetAsync(letters)).Json["deadLetters"]!.AsArray().Should().BeEmpty("what has got through is no dead letter");
    }

    [Fact]
    public async Task A_position_that_has_not_come_is_refused()
    {
        var cluster = await host.FoundAsync();
        var hook = await cluster.HookAsync(subscriber.Url("/ahead"));

        var refused = (await cluster.PostAsync($"/webhooks/{hook["id"]}/replay?lang=en", """{"after": 2}""")).Being(HttpStatusCode.BadRequest);

        refused.Json["faults"]!.ToJsonString().Should().Be("""[{"path":"after","message":"Must be a whole number from 0 to 1."}]""");
    }
}
