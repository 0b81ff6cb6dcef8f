using Governance.Tests.Support;
using Microsoft.Playwright;

namespace Governance.Tests.Pages.Meeting;

[Collection(PageTests.Name)]
public sealed class HistoryPageTests(SiteFixture site)
{
    private const string Swap = "Arbeidsgruppe overtok navnet Styringsgruppe, og organet som het det, heter nå Partnermøte.";

    [Theory]
    [InlineData("/alrek/history")]
    [InlineData("/alrek/history?topic=renames&from=2022-01-01&to=2022-12-31")]
    [InlineData("/alrek/compare?from=2021-12-31&to=2022-12-31")]
    [InlineData("/alrek/compare?from=2022-12-31&to=2021-12-31")]
    [InlineData("/alrek/reports/2022")]
    [InlineData("/alrek/years?asOf=2022-02-02")]
    public async Task The_names_that_changed_hands_are_told_of_as_one(string path)
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync(path);
        (await visitor.Page.Locator("main .swap").AllInnerTextsAsync()).Should().Equal(Swap);
    }

    [Fact]
    public async Task History_is_narrowed_down_and_gone_through_by_year_without_scripts()
    {
        await using var visitor = await site.Browser.VisitAsync(site.Api.Client.BaseAddress!, new() { JavaScriptEnabled = false });
        await visitor.OpenAsync("/alrek");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Alt som har skjedd" }).ClickAsync();
        (await visitor.Page.Locator("main h2").AllInnerTextsAsync()).Should().BeInAscendingOrder(StringComparer.Ordinal).And.Contain("2022");
        await visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Gå til år" }).GetByText("2022").ClickAsync();
        visitor.Page.Url.Should().EndWith("/alrek/history#y2022");

        await visitor.Page.GetByLabel("Hva det gjelder").SelectOptionAsync("composition");
        await visitor.Page.GetByLabel("Person").FillAsync("specht");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Filtrer" }).ClickAsync();
        visitor.Page.Url.Should().EndWith("/alrek/history?from=&to=&topic=composition&body=&person=specht&partner=");
        (await visitor.Page.Locator("main .event").AllInnerTextsAsync()).Should().Equal("Karsten Specht ble oppnevnt som styreleder i Arbeidsgruppe.");
        (await visitor.Page.GetByLabel("Person").InputValueAsync()).Should().Be("Karsten Specht");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Ny organisering" }).ClickAsync();
        (await visitor.Page.Locator("h1").InnerTextAsync()).Should().Be("Ny organisering");
    }

    [Theory]
    [InlineData("person=oppdiktet%20eksempel", "Flere heter noe slikt.")]
    [InlineData("person=Ingen%20Slik", "Ingen her heter «Ingen Slik».")]
    [InlineData("from=2029-01-01&to=2029-12-31", "Ingenting passer.")]
    public async Task What_finds_nothing_says_what_to_do(string question, string told)
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync($"/alrek/history?{question}");
        (await visitor.Page.Locator("main .notice").InnerTextAsync()).Should().StartWith(told);
        await visitor.FitForEverybodyAsync();
    }

    [Fact]
    public async Task What_is_to_come_on_the_day_is_marked()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/alrek/history?asOf=2023-03-01&from=2023-02-01&lang=en");
        (await visitor.Page.Locator("main .when").AllInnerTextsAsync()).Should().Equal("1 February 2023", "29 March 2023 to come");
    }

    [Fact]
    public async Task Readers_see_every_registration_with_what_corrected_and_annulled_it_under_it()
    {
        await using var reader = await site.Browser.VisitAsync(site.Api.Client.BaseAddress!, new() { ExtraHTTPHeaders = new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = $"Bearer {TestApi.AdminKey}" } });
        await reader.OpenAsync("/alrek/history");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Vis hvordan det ble registrert, av hvem og når" }).ClickAsync();
        reader.Page.Url.Should().EndWith("/alrek/history?view=audit");
        var trial = reader.Page.Locator("main .timeline > li").Filter(new() { HasText = "Vedtak «Prøvegruppe» ble protokollført." });
        (await trial.Locator(".later > li strong").AllInnerTextsAsync()).Should().HaveCount(2).And.Contain(t => t.Contains("rettet", StringComparison.OrdinalIgnoreCase));
        (await trial.Locator(".later .diff").AllInnerTextsAsync()).Should().ContainSingle().Which.Should().StartWith("Endringer:").And.Contain("Forsøksgruppe").And.Contain("Prøvegruppe");
        (await trial.Locator(".later").InnerTextAsync()).Should().Contain("Begrunnelse: Feil navn.").And.Contain("Forsøksgruppe ble opprettet");
        (await trial.First.InnerTextAsync()).Should().Contain("registrert av den første nøkkelen");
        await reader.FitForEverybodyAsync();
    }

    [Fact]
    public async Task A_long_history_comes_in_pieces_and_each_year_can_be_gone_to()
    {
        var cluster = new ClusterClient(site.Api.Client, "long", TestApi.AdminKey);
        var decisions = Enumerable.Range(2017, 3).Select(year => $$"""{"title": "Partnere {{year}}", "decidedByText": "Partnerne", "decidedOn": "{{year}}", "changes": [{{string.Join(", ", Enumerable.Range(1, 60).Select(n => $$"""{"type": "admit-partner", "name": "Oppdiktet {{year}} {{n}}", "kind": "company"}"""))}}]}""");
        (await cluster.PostAsync("/import", $$"""{"cluster": {"id": "long", "name": "Lang klynge", "foundedOn": "2016"}, "people": [], "decisions": [{{string.Join(", ", decisions)}}]}""")).Being(System.Net.HttpStatusCode.Created);

        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/long/history?topic=partners");
        (await visitor.Page.Locator("main .event").CountAsync()).Should().Be(100);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Vis det som kom etter" }).ClickAsync();
        (await visitor.Page.Locator("main .event").CountAsync()).Should().Be(80);
        await visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Gå til år" }).GetByText("2017").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Gå til år" }).GetByText("2019").ClickAsync();
        visitor.Page.Url.Should().EndWith("?topic=partners&after=20190101#y2019");
        (await visitor.Page.Locator("main .event").AllInnerTextsAsync()).Should().HaveCount(60).And.OnlyContain(t => t.StartsWith("Oppdiktet 2019"));
    }
}
