using System.Net;
using System.Text.Json.Nodes;
using Governance.Api.Features.Reports;
using Governance.Tests.Api.Recording;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Reports;

public sealed class AnnualReportTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Marked = """{"title": "<b>Ny</b> | *gruppe*", "decidedByText": "Partnerne", "decidedOn": "2022-03-01", "caseNumber": "7/22", "changes": [{"type": "establish-body", "kind": "working-group", "name": "<script>alert(1)</script> [x](javascript:1) *A*"}]}""";

    [Theory]
    [InlineData("", "text/html,*/*;q=0.8", "text/html")]
    [InlineData("", "text/markdown", "text/markdown")]
    [InlineData("", "*/*", "application/json")]
    [InlineData("?format=md", "text/html", "text/markdown")]
    [InlineData("?format=html", "application/json", "text/html")]
    [InlineData("?format=json", "text/html", "application/json")]
    public async Task It_comes_in_the_form_asked_for(string query, string accept, string mediaType)
    {
        var (cluster, _) = await Alrek.BeforeAsync(api);
        await cluster.DecideAsync(Alrek.Swap);

        var report = (await cluster.GetAsync($"/reports/annual/2022{query}", ("Accept", accept))).Being(HttpStatusCode.OK);

        report.MediaType.Should().Be(mediaType);
        report.Text.Should().Contain("Organisatoriske endringer 2022").And.Contain("Styringsgruppe fikk navnet Partnermøte.").And.Contain("12/22");
    }

    [Fact]
    public async Task It_gives_each_change_its_decision_and_the_year_its_numbers_in_both_languages()
    {
        var (cluster, _) = await Alrek.BeforeAsync(api);
        await cluster.DecideAsync(Alrek.Swap);

        var nb = (await cluster.GetAsync("/reports/annual/2022?format=md")).Text;
        var en = (await cluster.GetAsync("/reports/annual/2022?format=md&lang=en")).Text;

        nb.Should().Contain("- Styringsgruppe fikk mandat. (Vedtak 12/22, 15. juni 2022: Ny organisering)\n  - Fremme samarbeid mellom partnerne\n")
            .And.Contain("| | 31. desember 2021 | 31. desember 2022 |").And.Contain("| Organer | 4 | 5 |").And.Contain("## Partnere\n\nIngen endringer.");
        en.Should().Contain("# Organisational changes 2022").And.Contain("- Arbeidsgruppe was renamed Styringsgruppe. (Decision 12/22, 15 June 2022: Ny organisering)").And.Contain("| Bodies | 4 | 5 |");
        (await cluster.GetAsync("/reports/annual/999")).Being(HttpStatusCode.NotFound);
        (await cluster.GetAsync("/reports/annual/2022", ("Accept", "application/xml"))).Being(HttpStatusCode.NotAcceptable);
    }

    [Fact]
    public async Task What_people_wrote_shows_as_text()
    {
        var cluster = await api.FoundAsync();
        await cluster.DecideAsync(Marked);

        var html = (await cluster.GetAsync("/reports/annual/2022?format=html")).Text;

        html.Should().Contain("&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:1) *A* ble opprettet som arbeidsgruppe. (Vedtak 7/22, 1. mars 2022: &lt;b&gt;Ny&lt;/b&gt; | *gruppe*)")
            .And.NotContain("<script").And.NotContain("<a ").And.NotContain("<em>").And.Contain("<td style=\"text-align: right;\">");
    }

    [Theory]
    [InlineData("1. plass", @"1\. plass")]
    [InlineData("- a\n# b", @"\- a \# b")]
    [InlineData("Vår 2022", "Vår 2022")]
    public void Signs_lose_their_meaning(string text, string markdown) => ReportMarkdown.Text(text).Should().Be(markdown);

    [Fact]
    public async Task It_is_described_in_all_its_forms_with_an_example_of_its_own_form()
    {
        var cluster = await api.FoundAsync();
        var answer = (await cluster.GetAsync("/reports/annual/2022")).Json;

        var content = JsonNode.Parse(await api.Api.Client.GetStringAsync("/openapi/v1.json"))!["paths"]!["/api/clusters/{cluster}/reports/annual/{year}"]!["get"]!["responses"]!["200"]!["content"]!;

        content.AsObject().Select(c => c.Key).Should().BeEquivalentTo("application/json", "text/markdown", "text/html");
        content["application/json"]!["examples"]!["year"]!["value"]!.AsObject().Select(m => m.Key).Should().Equal(answer.AsObject().Select(m => m.Key));
    }
}
