using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Governance.Tests.Webhooks;

public sealed class WebhookDescriptionTests(WebhookHost host) : IClassFixture<WebhookHost>
{
    [Fact]
    public async Task What_is_sent_is_described_as_it_is_sent()
    {
        var cluster = await host.FoundAsync();
        await cluster.HookAsync(host.Subscriber.Url(), """, "audience": "reader" """);
        await cluster.TellAsync(1);
        await host.Subscriber.HasAsync(1);
        var json = await host.Api.Client.GetStringAsync("/openapi/v1.json");
        var description = JsonNode.Parse(json)!;

        OpenApiDocument.Parse(json, "json").Diagnostic!.Errors.Should().BeEmpty();
        var post = description["webhooks"]!["registration"]!["post"]!;
        var body = post["requestBody"]!["content"]!["application/json"]!;
        Undescribed(host.Subscriber.All[0].Json, body["schema"]!, description).Should().BeEmpty();
        Undescribed(body["examples"]!["decision"]!["value"]!, body["schema"]!, description).Should().BeEmpty();
        post["parameters"]!.AsArray().Select(p => p!["name"]!.ToString()).Should().Equal("webhook-id", "webhook-timestamp", "webhook-signature");
    }

    /// <summary>The members of a message that its schema does not know.</summary>
    private static IEnumerable<string> Undescribed(JsonNode? said, JsonNode schema, JsonNode description)
    {
        if (schema["$ref"] is { } reference) return Undescribed(said, reference.ToString().Split('/').Skip(1).Aggregate(description, (node, part) => node[part]!), description);
        return said is not JsonObject members ? [] : members.SelectMany(m => schema["properties"]?[m.Key] is { } known ? Undescribed(m.Value, known, description) : [m.Key]);
    }
}
