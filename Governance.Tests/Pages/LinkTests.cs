using System.Text.RegularExpressions;
using Governance.Tests.Support;

namespace Governance.Tests.Pages;

[Collection(PageTests.Name)]
public sealed partial class LinkTests(SiteFixture site)
{
    [Fact]
    public async Task Every_link_of_a_page_keeps_language_day_and_knowledge_and_leads_somewhere()
    {
        const string kept = "lang=en&asOf=2023-04-01&knownAt=2900-01-01T00%3A00%3A00.000000Z";
        var (seen, waiting) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([$"/alrek?{kept}"]));
        while (waiting.TryDequeue(out var address))
        {
            if (!seen.Add(address)) continue;
            var page = await Reply.OfAsync(await site.Api.Client.GetAsync(address));
            page.Being(System.Net.HttpStatusCode.OK);
            foreach (var link in Links().Matches(page.Text[page.Text.IndexOf("<main", StringComparison.Ordinal)..]).Select(m => System.Net.WebUtility.HtmlDecode(m.Groups["to"].Value)))
            {
                if (!link.StartsWith('/') || link == "/api/docs") continue;
                if (OtherDay().IsMatch(address) && !link.Contains(kept, StringComparison.Ordinal))
                {
                    link.Should().MatchRegex("lang=en&asOf=[0-9-]{10}&knownAt=", "on {0}", address);
                    continue;
                }

                link.Should().Contain(kept, "on {0}", address);
                if (!link.StartsWith("/api/", StringComparison.Ordinal)) waiting.Enqueue(link);
            }
        }

        seen.Should().HaveCountGreaterThan(30);
    }

    [Fact]
    public async Task A_visitor_reads_the_same_page_in_the_other_language_and_on_another_day()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/alrek/decisions?asOf=2022-06-15&q=organisering&year=2022");

        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "English" }).ClickAsync();
        (await visitor.Page.Locator("html").GetAttributeAsync("lang")).Should().Be("en");
        (await visitor.Page.Locator("h1").InnerTextAsync()).Should().Be("Decisions");
        await visitor.Page.GetByLabel("Show as of").FillAsync("2016-12-31");
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        visitor.Page.Url.Should().EndWith("?lang=en&year=2022&q=organisering&asOf=2016-12-31");
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Go to today" }).ClickAsync();
        visitor.Page.Url.Should().EndWith("?lang=en&year=2022&q=organisering");
    }

    [Fact]
    public async Task What_nobody_asked_a_page_for_is_not_passed_on_by_it()
    {
        (await (await site.Api.Client.GetAsync("/alrek/partners?from=a%22letter")).Content.ReadAsStringAsync()).Should().NotContain("letter");
        (await site.Api.Client.GetStringAsync("/alrek/partners?utm_source=a%22letter")).Should().NotContain("letter");
        (await site.Api.Client.GetStringAsync("/alrek/partners?asOf=&lang=en")).Should().Contain("<html lang=\"en\">").And.NotContain("asOf=");
    }

    /// <summary>Pages that show other days than the one looked at, and lead there.</summary>
    [GeneratedRegex("^/alrek/(compare|years)[?]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherDay();

    [GeneratedRegex("<a [^>]*href=\"(?<to>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();
}
