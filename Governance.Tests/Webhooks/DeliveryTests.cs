using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Webhooks;

public sealed class DeliveryTests(WebhookHost host) : IClassFixture<WebhookHost>
{
    private readonly Subscriber subscriber = host.Subscriber;

    [Fact]
    public async Task What_is_registered_is_told_in_order_as_the_feed_has_it()
    {
        var (cluster, path) = await FoundAsync();
        var hook = await cluster.HookAsync(subscriber.Url(path));

        await cluster.TellAsync(3);

        await subscriber.HasAsync(3, path);
        subscriber.Positions(path).Should().Equal(2, 3, 4);
        var first = subscriber.At(path)[0];
        first.Id.Should().Be($"msg_{hook["id"]!.ToString().Replace("-", "")}_2");
        first.Json["type"]!.ToString().Should().Be("decision-recorded");
        first.Json["cluster"]!.ToString().Should().Be(cluster.Id);
        var entry = (await cluster.As(null).GetAsync("/changes?after=1&limit=1")).Json["changes"]![0]!;
        first.Json["data"]!.ToJsonString().Should().Be(entry.ToJsonString());
        first.Json["timestamp"]!.ToString().Should().Be(entry["recordedAt"]!.ToString());
        await cluster.UntilAsync(hook, h => h["position"]!.GetValue<long>() == 4 && h["behind"]!.GetValue<long>() == 0 && h["failure"] is null);
    }

    [Fact]
    public async Task What_is_internal_is_told_to_those_alone_whom_an_admin_lets_see_it()
    {
        var (cluster, path) = await FoundAsync();
        var hook = await cluster.HookAsync(subscriber.Url(path));
        await cluster.HookAsync(subscriber.Url(path + "/inside"), """, "audience": "reader", "lang": "en" """);

        await cluster.TellAsync(1, "internal");
        await cluster.TellAsync(1);

        await subscriber.HasAsync(1, path);
        await subscriber.HasAsync(2, path + "/inside");
        subscriber.Positions(path).Should().Equal(3);
        subscriber.Positions(path + "/inside").Should().Equal(2, 3);
        subscriber.At(path + "/inside")[0].Json["data"]!["actor"].Should().NotBeNull();
        subscriber.At(path)[0].Json["data"]!["actor"].Should().BeNull();
        await cluster.TellAsync(1, "internal");
        await cluster.UntilAsync(hook, h => h["position"]!.GetValue<long>() == 4);
        subscriber.Positions(path).Should().Equal(3);
    }

    [Fact]
    public async Task Only_the_types_asked_for_are_told()
    {
        var (cluster, path) = await FoundAsync();
        var hook = await cluster.HookAsync(subscriber.Url(path), """, "types": ["cluster-corrected", "decision-annulled"] """);

        await cluster.TellAsync(1);
        (await cluster.PatchAsync("", """{"note": "Rettet"}""")).Being(HttpStatusCode.OK);
        await cluster.TellAsync(1);

        await cluster.UntilAsync(hook, h => h["position"]!.GetValue<long>() == 4);
        subscriber.At(path).Select(r => (r.Position, r.Json["type"]!.ToString())).Should().Equal((3, "cluster-corrected"));
    }

    [Fact]
    public async Task A_message_that_is_refused_is_laid_aside_and_the_rest_goes_on()
    {
        var (cluster, path) = await FoundAsync();
        subscriber.Refuse(got => got.Path == path && got.Position == 3, HttpStatusCode.UnprocessableEntity);
        var hook = await cluster.HookAsync(subscriber.Url(path));

        await cluster.TellAsync(3);

        await subscriber.HasAsync(5, path);
        subscriber.Positions(path).Should().Equal(2, 3, 3, 3, 4);
        subscriber.At(path).Where(r => r.Position == 3).Select(r => r.Id).Distinct().Should().ContainSingle();
        var dead = (await cluster.GetAsync($"/webhooks/{hook["id"]}/dead-letters?lang=en")).Json["deadLetters"]!.AsArray().Should().ContainSingle().Subject!;
        (dead["position"]!.GetValue<long>(), dead["attempts"]!.GetValue<int>(), dead["status"]!.GetValue<int>(), dead["fault"]!.ToString()).Should().Be((3, 3, 422, "refused"));
        dead["message"]!.ToString().Should().Be("The subscriber refused the message.");

        var letter = $"/webhooks/{hook["id"]}/dead-letters/{dead["number"]}";
        dead["messageId"]!.ToString().Should().Be(subscriber.At(path)[1].Id);
        var again = (await cluster.PostAsync(letter + "/retry", "")).Being(HttpStatusCode.OK).Json;
        again["delivered"]!.GetValue<bool>().Should().BeFalse();
        again["message"]!.ToString().Should().Be("Mottakeren avviste meldingen.");
        subscriber.Refuse(_ => false, HttpStatusCode.OK);
        (await cluster.PostAsync(letter + "/retry", "")).Being(HttpStatusCode.OK).Json["delivered"]!.GetValue<bool>().Should().BeTrue();
        subscriber.Positions(path).Should().Equal(2, 3, 3, 3, 4, 3, 3);
        (await cluster.GetAsync($"/webhooks/{hook["id"]}/dead-letters")).Json["deadLetters"]!.AsArray().Should().BeEmpty();
        (await cluster.PostAsync(letter + "/retry", "")).Being(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_subscriber_that_is_gone_is_sent_nothing_more_until_an_admin_says_so()
    {
        var (cluster, path) = await FoundAsync();
        subscriber.Refuse(got => got.Path == path, HttpStatusCode.Gone);
        var hook = await cluster.HookAsync(subscriber.Url(path));

        await cluster.TellAsync(2);

        await cluster.UntilAsync(hook, h => h["state"]!.ToString() == "stopped");
        (await cluster.HookedAsync(hook))["failure"]!["fault"]!.ToString().Should().Be("gone");
        subscriber.Refuse(_ => false, HttpStatusCode.OK);
        subscriber.Positions(path).Should().Equal(2);
        (await cluster.PatchAsync($"/webhooks/{hook["id"]}", """{"enabled": true}""")).Being(HttpStatusCode.OK).Json["state"]!.ToString().Should().Be("active");
        await subscriber.HasAsync(3, path);
        subscriber.Positions(path).Should().Equal(2, 2, 3);
    }

    [Fact]
    public async Task A_replay_sends_again_what_came_after_a_position_under_the_same_ids()
    {
        var (cluster, path) = await FoundAsync();
        var hook = await cluster.HookAsync(subscriber.Url(path));
        await cluster.TellAsync(3);
        await cluster.UntilAsync(hook, h => h["position"]!.GetValue<long>() == 4);

        (await cluster.PostAsync($"/webhooks/{hook["id"]}/replay", """{"after": 2}""")).Being(HttpStatusCode.OK).Json["behind"]!.GetValue<long>().Should().Be(2);

        await subscriber.HasAsync(5, path);
        subscriber.Positions(path).Should().Equal(2, 3, 4, 3, 4);
        subscriber.At(path).Select(r => r.Id).Distinct().Should().HaveCount(3);
    }

    [Fact]
    public async Task A_paused_subscriber_is_sent_nothing_and_a_resumed_one_all_of_it()
    {
        var (cluster, path) = await FoundAsync();
        var hook = await cluster.HookAsync(subscriber.Url(path), """, "enabled": false, "after": 0""");
        var other = await cluster.HookAsync(subscriber.Url(path + "/other"));
        await cluster.TellAsync(2);
        await cluster.UntilAsync(other, h => h["position"]!.GetValue<long>() == 3);

        (await cluster.HookedAsync(hook))["state"]!.ToString().Should().Be("paused");
        subscriber.At(path).Should().BeEmpty();
        (await cluster.PatchAsync($"/webhooks/{hook["id"]}", """{"enabled": true}""")).Being(HttpStatusCode.OK);
        await subscriber.HasAsync(3, path);
        subscriber.Positions(path).Should().Equal(1, 2, 3);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "failed")]
    [InlineData(HttpStatusCode.NotFound, "failed")]
    [InlineData(HttpStatusCode.Redirect, "redirected")]
    public async Task A_subscriber_that_is_away_holds_its_own_messages_back(HttpStatusCode status, string fault)
    {
        var (cluster, path) = await FoundAsync();
        subscriber.Answer = (got, response) =>
        {
            response.StatusCode = got.Path == path ? (int)status : 204;
            if (status == HttpStatusCode.Redirect) response.Headers.Location = subscriber.Url(path + "/elsewhere");
            return Task.CompletedTask;
        };
        var hook = await cluster.HookAsync(subscriber.Url(path));

        await cluster.TellAsync(2);

        await subscriber.HasAsync(4, path);
        subscriber.Positions(path).Should().OnlyContain(p => p == 2);
        await cluster.UntilAsync(hook, h => h["failure"]?["attempts"]!.GetValue<int>() >= 4);
        var failure = (await cluster.HookedAsync(hook))["failure"]!;
        (failure["fault"]!.ToString(), failure["status"]!.GetValue<int>()).Should().Be((fault, (int)status));
        subscriber.At(path + "/elsewhere").Should().BeEmpty();
        subscriber.Refuse(_ => false, HttpStatusCode.OK);
        await cluster.UntilAsync(hook, h => h["position"]!.GetValue<long>() == 3 && h["failure"] is null);
        subscriber.Positions(path).SkipWhile(p => p == 2).Should().Equal(3);
    }

    private async Task<(ClusterClient Cluster, string Path)> FoundAsync()
    {
        var cluster = await host.FoundAsync();
        return (cluster, "/" + cluster.Id);
    }
}
