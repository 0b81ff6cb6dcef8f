using Governance.Tests.Support;
using Microsoft.Playwright;

namespace Governance.Tests.Pages.Meeting;

[Collection(PageTests.Name)]
public sealed class YearsPageTests(SiteFixture site)
{
    [Fact]
    public async Task The_slider_goes_through_the_years_by_keyboard_and_the_address_follows()
    {
        await using var visitor = await site.VisitAsync();
        var page = visitor.Page;
        await visitor.OpenAsync("/alrek/years?asOf=2021-12-31");
        (await page.Locator("svg.chart").TextContentAsync()).Should().Contain("Arbeidsgruppe").And.NotContain("Partnermøte");

        await page.PaintedAsync();
        await page.GetByRole(AriaRole.Slider).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.ArriveAsync("/alrek/years?asOf=2022-01-01");
        (await page.Locator("svg.chart").TextContentAsync()).Should().Contain("Partnermøte").And.NotContain("Arbeidsgruppe");
        (await page.Locator("#now").InnerTextAsync()).Should().Be("2022");
        (await page.GetByRole(AriaRole.Slider).GetAttributeAsync("aria-valuetext")).Should().Be("2022, 10 endringer");
        (await page.Locator("#said").TextContentAsync()).Should().StartWith("2022, 10 endringer. Arbeidsgruppe fikk navnet Styringsgruppe.");
        (await page.Locator(".looking").InnerTextAsync()).Should().Contain("1. januar 2022");
        (await page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("place");

        await page.Keyboard.PressAsync("Home");
        await page.ArriveAsync("/alrek/years?asOf=2016-01-01");
        await page.GetByRole(AriaRole.Link, new() { Name = "Neste, januar 2017" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("/alrek/years?asOf=2017-01-01");
        (await page.EvaluateAsync<string>("document.activeElement.rel")).Should().Be("next");
        (await page.GetByRole(AriaRole.Slider).InputValueAsync()).Should().Be("1");
        await visitor.FitForEverybodyAsync();
    }

    [Fact]
    public async Task Without_scripts_the_days_are_a_list_and_links()
    {
        await using var visitor = await site.Browser.VisitAsync(site.Api.Client.BaseAddress!, new() { JavaScriptEnabled = false });
        await visitor.OpenAsync("/alrek/years?lang=en");
        (await visitor.Page.GetByRole(AriaRole.Slider).CountAsync()).Should().Be(0);
        await visitor.Page.GetByLabel("Days on which something changed").SelectOptionAsync("2022-01-01");
        await visitor.Page.Locator("#days button").ClickAsync();
        visitor.Page.Url.Should().EndWith("/alrek/years?lang=en&asOf=2022-01-01");
        (await visitor.Page.Locator("svg.chart .changed .name").AllTextContentsAsync()).Select(t => t.Trim()).Should().BeEquivalentTo("Partner meeting", "Steering group");
        await visitor.Page.Locator("#shown a[rel=prev]").ClickAsync();
        (await visitor.Page.Locator("#now").InnerTextAsync()).Should().Be("29 March 2021");
    }

    [Fact]
    public async Task Before_anything_had_happened_the_page_leads_to_the_beginning()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/alrek/years?asOf=2010-01-01");
        await visitor.FitForEverybodyAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Gå til begynnelsen" }).ClickAsync();
        await visitor.Page.ArriveAsync("/alrek/years?asOf=2016-01-01");
    }
}
