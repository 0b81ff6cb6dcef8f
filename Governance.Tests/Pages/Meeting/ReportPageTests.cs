using Governance.Tests.Support;
using Microsoft.Playwright;

namespace Governance.Tests.Pages.Meeting;

[Collection(PageTests.Name)]
public sealed class ReportPageTests(SiteFixture site)
{
    [Fact]
    public async Task The_report_of_a_year_has_numbers_and_changes_and_can_be_taken_along()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/alrek/reports/2022");
        (await visitor.Page.Locator("h1").InnerTextAsync()).Should().Be("Organisatoriske endringer 2022");
        (await visitor.Page.GetByRole(AriaRole.Row, new() { Name = "Plasser" }).First.Locator("td").AllInnerTextsAsync()).Should().Equal("18", "21");
        foreach (var (link, name, holds) in new[] { ("Last ned som Markdown", "organisatoriske-endringer-2022.md", "# Organisatoriske endringer 2022"), ("Last ned til Word (HTML)", "organisatoriske-endringer-2022.html", "<h1>Organisatoriske endringer 2022</h1>") })
        {
            var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
            download.SuggestedFilename.Should().Be(name);
            (await File.ReadAllTextAsync((await download.PathAsync())!)).Should().Contain(holds);
        }

        await visitor.Page.Locator("main a[rel=next]").ClickAsync();
        (await visitor.Page.Locator("h1").InnerTextAsync()).Should().Be("Organisatoriske endringer 2023");
    }

    [Theory]
    [InlineData("/alrek/reports/2016", 0, 1)]
    [InlineData("/alrek/reports/1990", 0, 1)]
    [InlineData("/alrek/reports/2999", 1, 0)]
    public async Task Neighbouring_years_are_those_of_the_cluster(string path, int before, int after)
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync(path);
        (await visitor.Page.Locator("main a[rel=prev]").CountAsync()).Should().Be(before);
        (await visitor.Page.Locator("main a[rel=next]").CountAsync()).Should().Be(after);
        await visitor.OpenAsync("/alrek/reports/999", 404);
    }

    [Fact]
    public async Task On_paper_there_is_only_the_report()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/alrek/reports/2022");
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var shown in await visitor.Page.Locator(".tabs, .no-print, nav, .filters").AllAsync()) (await shown.IsVisibleAsync()).Should().BeFalse();
        (await visitor.Page.Locator("h1").IsVisibleAsync()).Should().BeTrue();
    }
}
