using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Tests.Interop;
using Governance.Tests.Support;

namespace Governance.Tests.Webhooks;

public sealed class SignatureTests(WebhookHost host) : IClassFixture<WebhookHost>
{
    private readonly Subscriber subscriber = host.Subscriber;

    [Fact]
    public async Task A_library_that_is_not_ours_verifies_what_is_sent()
    {
        var (cluster, path) = await FoundAsync();
        var hook = await cluster.HookAsync(subscriber.Url(path));
        await cluster.TellAsync(1);
        await subscriber.HasAsync(1, path);
        var got = subscriber.At(path)[0];

        var verified = await VerifyAsync(hook, got);

        JsonNode.Parse(verified.Output)!["data"]!["position"]!.GetValue<long>().Should().Be(2);
        (await VerifyAsync(hook, got with { Body = got.Body.Replace("Vedtak", "Vedtatt") })).Errors.Should().Contain("No matching signature found");
        (await VerifyAsync(hook, got with { Id = got.Id + "0" })).Errors.Should().Contain("No matching signature found");
        (await VerifyAsync(JsonNode.Parse("""{"secret": "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}""")!, got)).Errors.Should().Contain("No matching signature found");
    }

    [Fact]
    public async Task While_a_secret_is_renewed_both_verify_and_the_one_before_them_does_not()
    {
        var (cluster, path) = await FoundAsync();
        var first = await cluster.HookAsync(subscriber.Url(path));
        var second = await RenewAsync(cluster, first);
        await cluster.TellAsync(1);
        await subscriber.HasAsync(1, path);
        var third = await RenewAsync(cluster, first);
        await cluster.TellAsync(1);
        await subscriber.HasAsync(2, path);
        var (one, two) = (subscriber.At(path)[0], subscriber.At(path)[1]);

        one.Signature.Split(' ').Should().HaveCount(2);
        new[] { first, second, third }.Select(h => h["secret"]!.ToString()).Should().OnlyHaveUniqueItems();
        second["previousSecretUntil"].Should().NotBeNull();
        (await VerifyAsync(first, one)).Exit.Should().Be(0);
        (await VerifyAsync(second, one)).Exit.Should().Be(0);
        (await VerifyAsync(second, two)).Exit.Should().Be(0);
        (await VerifyAsync(third, two)).Exit.Should().Be(0);
        (await VerifyAsync(first, two)).Errors.Should().Contain("No matching signature found");
    }

    [Fact]
    public async Task A_secret_is_shown_when_it_is_made_and_never_again()
    {
        var (cluster, path) = await FoundAsync();
        var hook = await cluster.HookAsync(subscriber.Url(path));

        var answers = new[]
        {
            await cluster.GetAsync("/webhooks"), await cluster.GetAsync($"/webhooks/{hook["id"]}"), await cluster.PatchAsync($"/webhooks/{hook["id"]}", """{"description": "Nettstedet"}"""),
            await cluster.PostAsync($"/webhooks/{hook["id"]}/replay", """{"after": 0}"""), await cluster.GetAsync($"/webhooks/{hook["id"]}/deliveries"),
        };

        hook["secret"]!.ToString().Should().StartWith("whsec_");
        Convert.FromBase64String(hook["secret"]!.ToString()["whsec_".Length..]).Should().HaveCount(32);
        foreach (var answer in answers)
        {
            answer.Being(HttpStatusCode.OK).Text.Should().NotContain("whsec_").And.NotContain("secret");
            answer.Headers["Cache-Control"].Should().Be("no-store");
        }
    }

    [Fact]
    public async Task A_test_is_a_signed_ping_and_says_at_once_what_came_of_it()
    {
        var (cluster, path) = await FoundAsync();
        var hook = await cluster.HookAsync(subscriber.Url(path));

        var taken = (await cluster.PostAsync($"/webhooks/{hook["id"]}/test", "")).Being(HttpStatusCode.OK).Json;
        subscriber.Refuse(got => got.Path == path, HttpStatusCode.InternalServerError);
        var refused = (await cluster.PostAsync($"/webhooks/{hook["id"]}/test?lang=en", "")).Being(HttpStatusCode.OK).Json;
        subscriber.Refuse(_ => false, HttpStatusCode.OK);

        (taken["delivered"]!.GetValue<bool>(), taken["status"]!.GetValue<int>()).Should().Be((true, 204));
        var ping = subscriber.At(path)[0];
        ping.Json["type"]!.ToString().Should().Be("ping");
        ping.Id.Should().Be(taken["messageId"]!.ToString());
        (await VerifyAsync(hook, ping)).Exit.Should().Be(0);
        (refused["delivered"]!.GetValue<bool>(), refused["status"]!.GetValue<int>(), refused["fault"]!.ToString(), refused["message"]!.ToString())
            .Should().Be((false, 500, "failed", "The subscriber cannot take anything now."));
        var listed = (await cluster.GetAsync($"/webhooks/{hook["id"]}/deliveries?lang=en")).Json["deliveries"]!.AsArray();
        listed.Select(d => d!.ToJsonString()).Should().Equal(refused.ToJsonString(), (await cluster.GetAsync($"/webhooks/{hook["id"]}/deliveries")).Json["deliveries"]![1]!.ToJsonString());
    }

    private static async Task<JsonNode> RenewAsync(ClusterClient cluster, JsonNode hook) => (await cluster.PostAsync($"/webhooks/{hook["id"]}/secret", "")).Being(HttpStatusCode.OK).Json;

    private static Task<(int Exit, string Output, string Errors)> VerifyAsync(JsonNode hook, Received got)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["webhook-id"] = got.Id, ["webhook-timestamp"] = got.Timestamp, ["webhook-signature"] = got.Signature };
        return Node.TryAsync("verify-webhook.mjs", [], JsonSerializer.Serialize(new { secret = hook["secret"]!.ToString(), headers, body = got.Body }));
    }

    private async Task<(ClusterClient Cluster, string Path)> FoundAsync()
    {
        var cluster = await host.FoundAsync();
        return (cluster, "/" + cluster.Id);
    }
}
