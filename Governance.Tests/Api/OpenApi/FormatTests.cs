using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Governance.Tests.Interop;
using Governance.Tests.Support;

namespace Governance.Tests.Api.OpenApi;

public sealed class FormatTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string[] Ours = ["ReadChanges", "Search", "ReadAnnualReport"];

    [Fact]
    public async Task Every_export_feed_and_search_is_described_with_an_example_of_each_of_its_forms_and_a_link_to_what_others_say_of_it()
    {
        var operations = await OperationsAsync();

        var described = operations.Where(o => o["tags"]!.AsArray().Any(t => (string)t! is "Exports" or "Changes" or "Search" or "Committees") || (string)o["operationId"]! is "ImportPopolo" or "ReadAnnualReport").ToList();
        described.Select(o => (string)o["operationId"]!).Should().Contain(["ExportPopolo", "ExportTurtle", "ExportJsonLd", "ExportMembers", "ExportEvents", "ReadAtom", "ReadCalendar", "StreamChanges", "ReadChanges", "Search", "ReadCommittees", "ImportPopolo"]);
        foreach (var operation in described)
        {
            var name = (string)operation["operationId"]!;
            var content = (operation["requestBody"]?["content"] ?? operation["responses"]!["200"]!["content"])!.AsObject();
            foreach (var (mediaType, form) in content.Where(c => c.Key is not "application/json" || name != "ReadCommittees"))
                if ((name, mediaType) is not ("ReadAnnualReport", "text/html")) form!["examples"]!.AsObject().Should().NotBeEmpty("{0} as {1}", name, mediaType);
            if (!Ours.Contains(name)) operation["externalDocs"]!["url"]!.GetValue<string>().Should().StartWith("https://", name);
        }
    }

    [Fact]
    public async Task The_examples_are_sound()
    {
        var examples = (await OperationsAsync()).ToDictionary(o => (string)o["operationId"]!, o => o);
        JsonNode Example(string operation, string mediaType) => examples[operation]["responses"]!["200"]!["content"]![mediaType]!["examples"]!["example"]!["value"]!;

        PopoloRules.Faults(Example("ExportPopolo", "application/json")).Should().BeEmpty();
        XDocument.Parse((string)Example("ReadAtom", "application/atom+xml")!).Root!.Name.LocalName.Should().Be("feed");
        JsonNode.Parse((string)Example("ExportJsonLd", "application/ld+json")!)!["@graph"].Should().NotBeNull();
        JsonNode.Parse((string)Example("ReadCommittees", "application/ld+json")!)!["@type"]!.GetValue<string>().Should().Be("Organization");
        ((string)Example("ExportEvents", "application/x-ndjson")!).Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().AllSatisfy(line => JsonNode.Parse(line)!["seal"].Should().NotBeNull());
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes((string)Example("StreamChanges", "text/event-stream")!));
        SseParser.Create(stream).Enumerate().Select(e => e.EventType).Should().Equal("decision-recorded", "took-effect", "beat");
        ((string)Example("ReadCalendar", "text/calendar")!).Should().StartWith("BEGIN:VCALENDAR").And.Contain("END:VEVENT");
        var popolo = examples["ImportPopolo"]["requestBody"]!["content"]!["application/json"]!["examples"]!["example"]!["value"]!;
        (await api.Unfounded().PostAsync("/import/popolo", popolo.ToJsonString())).Being(HttpStatusCode.Created);
    }

    private async Task<List<JsonNode>> OperationsAsync()
    {
        var description = (await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Get, "/openapi/v1.json"))).Being(HttpStatusCode.OK).Json;
        return [.. description["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Where(o => o.Value is JsonObject).Select(o => o.Value!)];
    }
}
