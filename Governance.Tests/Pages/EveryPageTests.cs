using Governance.Tests.Support;

namespace Governance.Tests.Pages;

[Collection(PageTests.Name)]
public sealed class EveryPageTests(SiteFixture site)
{
    [Theory]
    [InlineData("/alrek")]
    [InlineData("/alrek?lang=en")]
    [InlineData("/alrek?asOf=2021-12-31")]
    public async Task Is_fit_for_everybody(string path)
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync(path);
        await visitor.FitForEverybodyAsync();
    }

    [Theory]
    [InlineData("/alrek/nowhere", 404, "Finnes ikke")]
    [InlineData("/nowhere?lang=en", 404, "Not found")]
    [InlineData("/alrek?asOf=2022-13-01", 400, "Forespørselen har feil form")]
    public async Task That_is_refused_says_so_in_plain_words(string path, int status, string heading)
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync(path, status);
        (await visitor.Page.Locator("h1").InnerTextAsync()).Should().Be(heading);
    }
}
