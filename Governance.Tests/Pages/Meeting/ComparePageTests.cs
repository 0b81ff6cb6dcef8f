using Governance.Tests.Support;
using Microsoft.Playwright;

namespace Governance.Tests.Pages.Meeting;

[Collection(PageTests.Name)]
public sealed class ComparePageTests(SiteFixture site)
{
    [Fact]
    public async Task Two_days_stand_side_by_side_with_words_and_signs_on_what_differs()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/alrek/compare?from=2021-12-31&to=2023-12-31");
        var (before, after) = (visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Før, 31. desember 2021" }), visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Etter, 31. desember 2023" }));

        (await before.Locator(".badge").AllInnerTextsAsync()).Should().Equal("senere Partnermøte", "senere Styringsgruppe");
        (await after.Locator(".badge").AllInnerTextsAsync()).Should().Contain("tidligere Styringsgruppe").And.Contain("tidligere Arbeidsgruppe").And.Contain("ny");
        (await after.Locator("ins").AllTextContentsAsync()).Should().Contain("Kommet til: Forsøksgruppe");
        (await visitor.Page.Locator("li.added p").AllTextContentsAsync()).Should().Contain(t => t.StartsWith("Kommet til: Karsten Specht kom inn i Styringsgruppe"));
        (await visitor.Page.Locator("li.removed p").AllTextContentsAsync()).Should().NotBeEmpty().And.OnlyContain(t => t.StartsWith("Falt bort: "));
        await before.GetByRole(AriaRole.Link, new() { Name = "Arbeidsgruppe" }).ClickAsync();
        (await visitor.Page.Locator("h1").InnerTextAsync()).Should().Be("Arbeidsgruppe");
    }

    [Fact]
    public async Task A_mandate_shows_the_words_that_went_and_came()
    {
        var cluster = new ClusterClient(site.Api.Client, "mandates", TestApi.AdminKey);
        (await cluster.PostAsync("/import", """
            {"cluster": {"id": "mandates", "name": "Mandatklyngen", "foundedOn": "2016"}, "people": [], "decisions": [
              {"title": "Først", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "ref": "b", "kind": "board", "name": "Styre"}, {"type": "adopt-mandate", "body": "#b", "points": ["Fremme samarbeid mellom partnerne"]}]},
              {"title": "Så", "decidedByText": "Partnerne", "decidedOn": "2018", "changes": [{"type": "adopt-mandate", "body": "Styre", "points": ["Fremme forskning mellom partnerne"]}]}]}
            """)).Being(System.Net.HttpStatusCode.Created);

        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/mandates/compare");
        (await visitor.Page.Locator("main .lead").InnerTextAsync()).Should().EndWith("ingen forskjeller.");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Året 2018" }).ClickAsync();
        (await visitor.Page.Locator(".diff").TextContentAsync()).Should().Be("Fremme [fjernet: samarbeid][nytt: forskning] mellom partnerne");
        await visitor.FitForEverybodyAsync();
    }

    [Fact]
    public async Task What_was_known_at_a_moment_is_asked_for_by_the_clock_of_the_cluster()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/alrek/compare?from=2022-12-31&to=2022-12-31");
        await visitor.Page.GetByText("Slik det var kjent på et tidspunkt").ClickAsync();
        await visitor.Page.GetByLabel("Den ene, slik den var kjent").FillAsync("2000-01-01T12:00");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sammenlign" }).ClickAsync();
        (await visitor.Page.Locator("#before + p").InnerTextAsync()).Should().Be("Slik det var kjent 1. januar 2000 kl. 12.00");
        (await visitor.Page.Locator("section[aria-labelledby=before]").InnerTextAsync()).Should().Contain("Ingen organer fantes denne dagen.");
        (await visitor.Page.Locator("section[aria-labelledby=after] ins").CountAsync()).Should().BeGreaterThan(5);
        await visitor.FitForEverybodyAsync();
        await visitor.OpenAsync("/alrek/compare?fromKnownAt=i%20fjor", 400);
    }

    [Fact]
    public async Task The_meeting_before_is_a_click_away()
    {
        var cluster = new ClusterClient(site.Api.Client, "meetings", TestApi.AdminKey);
        (await cluster.PostAsync("/import", """
            {"cluster": {"id": "meetings", "name": "Møteklyngen", "foundedOn": "2016"}, "people": [], "decisions": [
              {"title": "Først", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "kind": "board", "name": "Styre"}]}]}
            """)).Being(System.Net.HttpStatusCode.Created);
        (await cluster.PostAsync("/meetings", """{"body": "Styre", "number": "1/2018", "heldOn": "2018-05-03"}""")).Being(System.Net.HttpStatusCode.Created);

        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/meetings/compare?asOf=2019-01-01");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Siden forrige møte (Styre 1/2018, 3. mai 2018)" }).ClickAsync();
        visitor.Page.Url.Should().EndWith("?asOf=2019-01-01&from=2018-05-03&to=2019-01-01");
    }
}
