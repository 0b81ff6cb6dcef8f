using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Interop;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Exports;

public sealed class ExportTests : IAsyncLifetime
{
    private TestApi _api = null!;
    private ClusterClient _cluster = null!;

    public static TheoryData<string> Days => ["2015-12-31", "2016-09-01", "2019-01-01", "2021-12-31", "2022-06-14", "2022-06-15", "2023-02-01", "2026-01-01"];

    public async Task InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        _cluster = await Demo.LoadEventfulAsync(_api);
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory, MemberData(nameof(Days))]
    public async Task Popolo_keeps_the_rules_of_its_schemas_and_says_what_the_structure_says(string day)
    {
        var popolo = (await _cluster.GetAsync($"/export/popolo.json?asOf={day}")).Being(HttpStatusCode.OK).Json;
        PopoloRules.Faults(popolo).Should().BeEmpty();

        var structure = (await _cluster.GetAsync($"/structure?asOf={day}")).Json;
        var bodies = structure["bodies"]!.AsArray().SelectMany(b => Flat(b!)).ToList();
        var partners = structure["partners"]!.AsArray();
        var seats = bodies.SelectMany(b => b["seats"]!.AsArray()).ToList();
        Ids(popolo, "organizations").Should().BeEquivalentTo(bodies.Concat(partners).Select(b => (string)b!["id"]!).Concat(day == "2015-12-31" ? [] : ["alrek"]));
        Ids(popolo, "posts").Should().BeEquivalentTo(seats.Select(s => (string)s!["id"]!));
        popolo["memberships"]!.AsArray().Select(m => $"{m!["post_id"]} {m["person_id"]} {m["start_date"]}")
            .Should().BeEquivalentTo(seats.Where(s => s!["holder"] is not null).Select(s => $"{s!["id"]} {s["holder"]!["id"]} {s["holder"]!["validFrom"]}"));
        popolo["meta"]!["as_of"]!.GetValue<string>().Should().Be(day);
    }

    [Fact]
    public async Task Popolo_tells_of_former_names_with_their_last_day()
    {
        var popolo = (await _cluster.GetAsync("/export/popolo.json?asOf=2022-12-31")).Json;
        popolo["organizations"]!.AsArray().Where(o => (string)o!["name"]! == "Partnermøte").SelectMany(o => o!["other_names"]!.AsArray())
            .Select(n => $"{n!["name"]} {n["end_date"]}").Should().Contain("Styringsgruppe 2021");
    }

    [Fact]
    public async Task The_public_exports_show_nothing_internal_and_no_unlisted_name()
    {
        await _cluster.DecideAsync("""
            {"title": "Lukket vedtak", "decidedByText": "Partnerne", "decidedOn": "2023", "visibility": "internal", "changes": [
              {"type": "establish-body", "ref": "i", "kind": "committee", "name": "Lukket utvalg", "visibility": "internal"},
              {"type": "establish-body", "ref": "o", "kind": "committee", "name": "Åpent utvalg"},
              {"type": "appoint", "body": "#o", "role": "chair", "person": {"name": "Hemmelig Navn"}, "termThrough": "2931"}]}
            """);
        var person = (await _cluster.GetAsync("/people")).Json["people"]!.AsArray().Single(p => (string)p!["name"]! == "Hemmelig Navn")!["id"];
        (await _cluster.PatchAsync($"/people/{person}", """{"unlisted": true}""")).Being(HttpStatusCode.OK);

        foreach (var path in new[] { "/export/popolo.json", "/export/members.csv" })
        {
            (await _cluster.GetAsync(path)).Text.Should().Contain("Hemmelig Navn").And.Contain("Åpent utvalg");
            var open = (await _cluster.As(null).GetAsync(path)).Being(HttpStatusCode.OK).Text;
            open.Should().Contain("Åpent utvalg").And.NotContain("Hemmelig").And.NotContain("Lukket").And.NotContain($"{person}");
        }
        PopoloRules.Faults((await _cluster.As(null).GetAsync("/export/popolo.json")).Json).Should().BeEmpty();
    }

    [Fact]
    public async Task Members_come_as_rows_that_no_spreadsheet_computes()
    {
        var plain = (await _cluster.GetAsync("/export/members.csv?asOf=2023-02-01")).Being(HttpStatusCode.OK);
        plain.MediaType.Should().Be("text/csv");
        plain.Text.Should().StartWith("body,bodyId,kind,").And.Contain("\"'=1+1;\"\"Oppdiktet\"\" Æøå\"").And.Contain(",2023-02-01,");
        plain.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(1 + (await _cluster.GetAsync("/export/popolo.json?asOf=2023-02-01")).Json["posts"]!.AsArray().Count);

        using var excel = await _api.SendAsync(HttpMethod.Get, "/api/clusters/alrek/export/members.csv?asOf=2023-02-01&excel=true");
        var bytes = await excel.Content.ReadAsByteArrayAsync();
        bytes.Take(3).Should().Equal(0xEF, 0xBB, 0xBF);
        System.Text.Encoding.UTF8.GetString(bytes).Should().Contain("body;bodyId;kind;");
    }

    private static IEnumerable<JsonNode> Flat(JsonNode body) => body["children"]!.AsArray().SelectMany(c => Flat(c!)).Prepend(body);

    private static IEnumerable<string> Ids(JsonNode popolo, string list) => popolo[list]!.AsArray().Select(item => (string)item!["id"]!);
}
