using Governance.Tests.Support;

namespace Governance.Tests.Pages;

[Collection(PageTests.Name)]
public sealed class EveryPageTests(SiteFixture site)
{
    [Theory]
    [InlineData("lang=nb")]
    [InlineData("lang=en")]
    [InlineData("asOf=2021-12-31")]
    public async Task Is_fit_for_everybody(string parameter)
    {
        var pages = await PublicPages.OneOfEachAsync(site.Alrek, site.Api.Client);
        pages.Should().HaveCount(13);
        await using var visitor = await site.VisitAsync();
        foreach (var path in pages)
        {
            await visitor.OpenAsync(path.With(parameter));
            await visitor.FitForEverybodyAsync();
        }
    }

    [Theory]
    [InlineData("1000-01-01")]
    [InlineData("2016-01-01")]
    [InlineData("2018-06-01")]
    [InlineData("2999-12-31")]
    public async Task Can_be_looked_at_on_any_day(string day)
    {
        foreach (var path in await PublicPages.OfAsync(site.Alrek))
            (await site.Api.SendAsync(HttpMethod.Get, path.With($"asOf={day}"))).StatusCode.Should().Be(System.Net.HttpStatusCode.OK, "{0} on {1}", path, day);
    }

    [Fact]
    public async Task Says_the_same_without_scripts()
    {
        await using var visitor = await site.Browser.VisitAsync(site.Api.Client.BaseAddress!, new() { JavaScriptEnabled = false });
        foreach (var path in await PublicPages.OneOfEachAsync(site.Alrek, site.Api.Client))
        {
            await visitor.OpenAsync(path);
            (await visitor.Page.Locator("main").InnerTextAsync()).Length.Should().BeGreaterThan(20, path);
        }

        await visitor.OpenAsync("/alrek/committees");
        await visitor.Page.GetByLabel("Vis per dato").FillAsync("2021-12-31");
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Vis" }).ClickAsync();
        visitor.Page.Url.Should().EndWith("/alrek/committees?asOf=2021-12-31");
        (await visitor.Page.Locator("main").InnerTextAsync()).Should().Contain("Arbeidsgruppe").And.NotContain("Partnermøte");
    }

    [Fact]
    public async Task Is_light_and_takes_one_request_besides_the_stylesheet_and_the_slider()
    {
        foreach (var path in await PublicPages.OneOfEachAsync(site.Alrek, site.Api.Client))
        {
            await using var visitor = await site.VisitAsync();
            var answers = new List<Microsoft.Playwright.IResponse>();
            visitor.Page.Response += (_, response) => answers.Add(response);
            await visitor.OpenAsync(path);

            string[] scripts = path.EndsWith("/years", StringComparison.Ordinal) ? ["/assets/years."] : [];
            answers.Select(a => new Uri(a.Url).AbsolutePath).Should().BeEquivalentTo([path.Split('?')[0], "/assets/site.", .. scripts], o => o.Using<string>(c => c.Subject.Should().StartWith(c.Expectation)).WhenTypeIs<string>());
            foreach (var asset in answers.Skip(1)) (await asset.HeaderValueAsync("cache-control")).Should().Contain("immutable");
            (await Task.WhenAll(answers.Select(a => a.BodyAsync()))).Sum(b => b.Length).Should().BeLessThan(100_000, path);
        }
    }

    [Theory]
    [InlineData("/alrek/nowhere", 404, "Finnes ikke")]
    [InlineData("/nowhere?lang=en", 404, "Not found")]
    [InlineData("/alrek/committees?asOf=2022-13-01", 400, "Forespørselen har feil form")]
    public async Task That_is_refused_says_so_in_plain_words(string path, int status, string heading)
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync(path, status);
        (await visitor.Page.Locator("h1").InnerTextAsync()).Should().Be(heading);
    }
}
