using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Recording;

public sealed class SwapTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task The_answer_tells_every_id_and_sentence_and_what_it_brings()
    {
        var (cluster, labels) = await Alrek.BeforeAsync(api);

        var answer = await cluster.DecideAsync(Alrek.Swap);

        labels.Name("swap", answer.Id);
        labels.Same(answer.Without("findings"),
            """
            {
              "id": "swap", "position": 3, "recordedAt": "@1",
              "changes": [
                {"type": "rename-body", "ref": "c1", "body": "work", "seats": [], "sentence": "Arbeidsgruppe fikk navnet Styringsgruppe."},
                {"type": "rename-body", "ref": "c2", "body": "top", "seats": [], "sentence": "Styringsgruppe fikk navnet Partnermøte."},
                {"type": "adopt-mandate", "ref": "c3", "body": "work", "seats": [], "sentence": "Styringsgruppe fikk mandat."},
                {"type": "establish-body", "ref": "senter", "body": "#1", "seats": [], "sentence": "Arbeidsgruppe for brukermedvirkning ble opprettet som arbeidsgruppe under Styringsgruppe."},
                {"type": "adopt-mandate", "ref": "c5", "body": "#1", "seats": [], "sentence": "Arbeidsgruppe for brukermedvirkning fikk mandat, med frist 2023."},
                {"type": "reconstitute-body", "ref": "c6", "body": "panel", "seats": [{"ref": "s1", "seat": "#2", "person": "#3"}, {"ref": "c6s2", "seat": "#4"}, {"ref": "c6s3", "seat": "#5"}, {"ref": "c6s4", "seat": "#6"}],
                 "sentence": "Brukerpanel ble konstituert med 4 plasser og 1 person."}
              ]
            }
            """);
        answer.Json["findings"]!.AsArray().Select(f => f!["code"]!.GetValue<string>()).Should()
            .Equal("no-chair", "no-members", "vacant-seat", "vacant-seat", "vacant-seat", "deliverable-overdue", "stale-name");
        labels.Same(answer.Json["findings"]![6],
            """
            {
              "id": "#7", "code": "stale-name", "severity": "notice",
              "message": "Mandatet til Brukerpanel sier «arbeidsgruppen», men organet som het Arbeidsgruppe da mandatet ble vedtatt, heter nå Styringsgruppe.",
              "since": "2022-06-15", "body": "panel"
            }
            """);
        answer.Headers["Location"].Should().Be($"/api/clusters/{cluster.Id}/decisions/{answer.Id}");
        answer.Headers["ETag"].Should().Be("\"3\"");
        answer.Headers["Governance-Position"].Should().Be("3");
        answer.Headers["Cache-Control"].Should().Be("no-store");
    }

    [Fact]
    public async Task Each_day_shows_the_names_and_the_order_of_that_day_and_the_ids_stay()
    {
        var (cluster, labels) = await Alrek.BeforeAsync(api);
        labels.Name("swap", (await cluster.DecideAsync(Alrek.Swap)).Id);

        labels.Same(Tree(await cluster.As(null).GetAsync("/structure?asOf=2022-06-14&minPosition=3")),
            """
            [
              {"id": "top", "name": "Styringsgruppe", "formerNames": [], "children": [{"id": "work", "name": "Arbeidsgruppe", "formerNames": [], "children": []}]},
              {"id": "panel", "name": "Brukerpanel", "formerNames": [], "children": []},
              {"id": "students", "name": "Studentpanel", "formerNames": [], "children": []}
            ]
            """);
        labels.Same(Tree(await cluster.As(null).GetAsync("/structure?asOf=2022-06-15")),
            """
            [
              {
                "id": "top", "name": "Partnermøte", "formerNames": ["Styringsgruppe"], "children": [
                  {
                    "id": "work", "name": "Styringsgruppe", "formerNames": ["Arbeidsgruppe"], "children": [
                      {"id": "#1", "name": "Arbeidsgruppe for brukermedvirkning", "formerNames": [], "children": []}
                    ]
                  }
                ]
              },
              {"id": "panel", "name": "Brukerpanel", "formerNames": [], "children": []},
              {"id": "students", "name": "Studentpanel", "formerNames": [], "children": []}
            ]
            """);
    }

    [Theory]
    [InlineData("2022-06-14")]
    [InlineData("2022-06-15")]
    [InlineData("2922-06-15")]
    public async Task As_known_before_it_was_recorded_every_day_shows_the_old_names(string asOf)
    {
        var (cluster, labels) = await Alrek.BeforeAsync(api);
        var swap = await cluster.DecideAsync(Alrek.Swap);

        var earlier = await cluster.GetAsync($"/structure?asOf={asOf}&knownAt={swap.JustBefore}");
        labels.Same(Tree(earlier)[0],
            """{"id": "top", "name": "Styringsgruppe", "formerNames": [], "children": [{"id": "work", "name": "Arbeidsgruppe", "formerNames": [], "children": []}]}""");
        var then = await cluster.GetAsync($"/structure?asOf=2922-06-15&knownAt={swap.RecordedAt}");
        Tree(then)[0]!["name"]!.GetValue<string>().Should().Be("Partnermøte", "the instant of the recording is included");
    }

    [Fact]
    public async Task The_mandate_that_uses_the_old_name_is_a_finding_from_that_day_on()
    {
        var (cluster, labels) = await Alrek.BeforeAsync(api);
        await cluster.DecideAsync(Alrek.Swap);

        Stale(await cluster.GetAsync("/findings?asOf=2022-06-14")).Should().BeEmpty();
        labels.Same(Stale(await cluster.GetAsync("/findings?asOf=2022-06-15&lang=en")).Single(),
            """
            {
              "id": "#1", "code": "stale-name", "severity": "notice",
              "message": "The mandate of Brukerpanel says 'arbeidsgruppen', but the body that was called Arbeidsgruppe when it was adopted is now called Styringsgruppe.",
              "since": "2022-06-15", "body": "panel"
            }
            """);
    }

    [Fact]
    public async Task The_name_is_two_bodies_over_time_and_one_on_any_day()
    {
        var (cluster, labels) = await Alrek.BeforeAsync(api);
        await cluster.DecideAsync(Alrek.Swap);

        labels.Same((await cluster.As(null).GetAsync("/names?name=styringsgruppe")).Being(HttpStatusCode.OK).Json,
            """
            {
              "name": "styringsgruppe",
              "entries": [
                {"body": {"id": "top", "name": "Partnermøte"}, "name": "Styringsgruppe", "validFrom": "2018", "validThrough": "2022-06-14"},
                {"body": {"id": "work", "name": "Styringsgruppe"}, "name": "Styringsgruppe", "validFrom": "2022-06-15"}
              ]
            }
            """);
        labels.Same((await cluster.GetAsync("/names?name=Styringsgruppe&asOf=2022-06-14")).Json["entries"],
            """[{"body": {"id": "top", "name": "Styringsgruppe"}, "name": "Styringsgruppe", "validFrom": "2018", "validThrough": "2022-06-14"}]""");
        labels.Same((await cluster.GetAsync("/names?name=Finnes ikke")).Json, """{"name": "Finnes ikke", "entries": []}""");
    }

    private static IEnumerable<JsonNode?> Stale(Reply findings) =>
        findings.Being(HttpStatusCode.OK).Json["findings"]!.AsArray().Where(f => f!["code"]!.GetValue<string>() == "stale-name");

    /// <summary>Of each body only what the swap is about.</summary>
    private static JsonArray Tree(Reply structure)
    {
        return Only(structure.Being(HttpStatusCode.OK).Json["bodies"]!.AsArray());

        static JsonArray Only(JsonArray bodies) => [.. bodies.Select(b => new JsonObject
        {
            ["id"] = b!["id"]!.DeepClone(), ["name"] = b["name"]!.DeepClone(), ["formerNames"] = b["formerNames"]!.DeepClone(), ["children"] = Only(b["children"]!.AsArray()),
        })];
    }
}
