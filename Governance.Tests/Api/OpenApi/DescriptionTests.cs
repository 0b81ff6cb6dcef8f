using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Governance.Api.Http.Binding;
using Governance.Domain.Decisions;
using Governance.Tests.Api.Binding;
using Microsoft.OpenApi;

namespace Governance.Tests.Api.OpenApi;

public sealed partial class DescriptionTests(DescribedHost host) : IClassFixture<DescribedHost>
{
    private readonly JsonNode description = host.Description;

    [Fact]
    public void It_is_a_valid_description_in_which_every_reference_leads_somewhere()
    {
        var read = OpenApiDocument.Parse(description.ToJsonString(), "json");

        read.Diagnostic!.Errors.Should().BeEmpty();
        description["openapi"]!.GetValue<string>().Should().StartWith("3.1");
        foreach (var reference in References(description).Distinct())
            reference.Split('/').Skip(1).Aggregate(description, (node, part) => node?[part]!).Should().NotBeNull(reference);
    }

    [Fact]
    public void It_describes_every_change_and_tells_them_apart_by_type()
    {
        var change = Schema("Change");

        change["oneOf"]!.AsArray().Should().HaveCount(Samples.ChangeTypes.Count());
        change["discriminator"]!["propertyName"]!.GetValue<string>().Should().Be("type");
        change["discriminator"]!["mapping"]!["rename-body"]!.GetValue<string>().Should().Be("#/components/schemas/RenameBody");
        var rename = Schema("RenameBody");
        rename["required"]!.AsArray().Select(word => word!.GetValue<string>()).Should().BeEquivalentTo("type", "body", "name");
        rename["properties"]!.AsObject().Select(member => member.Key).Should().BeEquivalentTo("type", "ref", "body", "name", "nameEn", "effectiveFrom");
        rename["additionalProperties"]!.GetValue<bool>().Should().BeFalse();
        rename["properties"]!["type"]!["enum"]![0]!.GetValue<string>().Should().Be("rename-body");
        Schema("Appoint")["anyOf"]!.AsArray().Should().HaveCount(2);
        Schema("DissolveBody")["not"]!["required"]!.AsArray().Should().HaveCount(2);
        Schema("BodyKind")["enum"]!.AsArray().Select(word => word!.GetValue<string>()).Should().Contain("working-group");
    }

    [Fact]
    public void It_describes_all_that_an_endpoint_takes_and_how_it_can_refuse()
    {
        var post = description["paths"]!["/api/clusters/{cluster}/decisions"]!["post"]!;

        post["operationId"]!.GetValue<string>().Should().Be("RecordDecision");
        post["parameters"]!.AsArray().Select(parameter => $"{parameter!["in"]} {parameter["name"]}").Should()
            .BeEquivalentTo("path cluster", "header Idempotency-Key", "header If-Match", "query dryRun", "query lang");
        post["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>().Should().Be("#/components/schemas/Decision");
        post["responses"]!.AsObject().Select(response => response.Key).Should()
            .BeEquivalentTo("201", "400", "401", "403", "404", "409", "412", "413", "415", "422", "429", "500", "503");
        post["responses"]!["422"]!["content"]!["application/problem+json"]!["examples"]!.AsObject().Select(example => example.Key).Should()
            .BeEquivalentTo("rule-violated", "idempotency-key-reused");
        post["security"]!.AsArray().Should().HaveCount(2, "a key or a sign-in");
    }

    [Fact]
    public void It_describes_reading_with_its_parameters_and_headers_open_to_all()
    {
        var get = description["paths"]!["/api/clusters/{cluster}/structure"]!["get"]!;

        get["parameters"]!.AsArray().Select(parameter => $"{parameter!["in"]} {parameter["name"]}").Should().BeEquivalentTo("path cluster", "query asOf", "query knownAt", "query lang");
        get["responses"]!["200"]!["headers"]!.AsObject().Select(header => header.Key).Should().BeEquivalentTo("ETag", "Governance-Position", "Cache-Control");
        get["responses"]!.AsObject().Should().ContainKey("304");
        get["security"]!.AsArray().Should().HaveCount(3, "neither is needed");
    }

    [Fact]
    public void What_is_answered_is_described_as_it_is_written()
    {
        Schema("View").AsObject().Should().NotContainKey("additionalProperties");
        var view = Schema("View")["properties"]!;

        view["at"]!["format"]!.GetValue<string>().Should().Be("date-time");
        Schema("Name")["type"]!.GetValue<string>().Should().Be("string");
        Schema("DecisionId")["format"]!.GetValue<string>().Should().Be("uuid");
        view["position"]!["type"]!.ToJsonString().Should().Be("\"integer\"");
        view["names"]!["items"]!["type"]!.GetValue<string>().Should().Be("string");
        Schema("View")["required"]!.AsArray().Select(word => word!.GetValue<string>()).Should().NotContain("unset").And.Contain("names");
        view["decision"]!.ToJsonString().Should().Contain("#/components/schemas/Decision");
    }

    [Fact]
    public void The_example_is_a_sound_decision()
    {
        var reading = new RequestReader();

        Requests.Read<Decision>(Encoding.UTF8.GetBytes(Samples.Reorganisation), reading)!.Changes.Should().HaveCount(6);
    }

    [Fact]
    public async Task The_page_that_shows_it_loads_nothing_from_elsewhere()
    {
        var page = await host.Client.GetAsync("/api/docs/index.html");
        var html = await page.Content.ReadAsStringAsync();

        page.StatusCode.Should().Be(HttpStatusCode.OK);
        html.Should().NotContain("https://").And.NotContain("http://");
        string.Join(' ', page.Headers.GetValues("Content-Security-Policy")).Should().Contain("script-src 'self';");
        InlineScript().Matches(html).Should().BeEmpty();
    }

    private JsonNode Schema(string name) => description["components"]!["schemas"]![name]!;

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "$ref", Value: JsonValue reference } ? [reference.GetValue<string>()] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    [GeneratedRegex("<script(?![^>]*src=)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlineScript();
}
