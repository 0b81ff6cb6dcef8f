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
        Undescribed(host.Subscriber.All[0].Json, Body("registration")["schema"]!, description).Should().BeEmpty();
        foreach (var what in new[] { "registration", "took-effect" })
        {
            Undescribed(Body(what)["examples"]!["one"]!["value"]!, Body(what)["schema"]!, description).Should().BeEmpty();
            Body(what)["examples"]!["one"]!["value"]!["data"]!.AsObject().Count.Should().BeGreaterThan(5);
            Post(what)["parameters"]!.AsArray().Select(p => p!["name"]!.ToString()).Should().Equal("webhook-id", "webhook-timestamp", "webhook-signature");
        }

        JsonNode Post(string what) => description["webhooks"]![what]!["post"]!;
        JsonNode Body(string what) => Post(what)["requestBody"]!["content"]!["application/json"]!;
    }

    /// <summary>The members of a message that its schema does not know.</summary>
    private static IEnumerable<string> Undescribed(JsonNode? said, JsonNode schema, JsonNode description)
    {
        if (schema["$ref"] is { } reference) return Undescribed(said, reference.ToString().Split('/').Skip(1).Aggregate(description, (node, part) => node[part]!), description);
        return said is not JsonObject members ? [] : members.SelectMany(m => schema["properties"]?[m.Key] is { } known ? Undescribed(m.Value, known, description) : [m.Key]);
    }
}
