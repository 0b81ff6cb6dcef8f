using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Pages;

[Collection(PageTests.Name)]
public sealed class MarkupTests(SiteFixture site) : IAsyncLifetime
{
    private const string Evil = "</title></script><script>document.title='owned'</script><img src=x onerror=\\\"document.title='owned'\\\">'\\\"&amp;";
    private const string Shown = "<script>document.title='owned'</script>";

    private ClusterClient _cluster = null!;

    public async Task InitializeAsync()
    {
        _cluster = new ClusterClient(site.Api.Client, "markup", TestApi.AdminKey);
        if ((await _cluster.GetAsync("")).Status == HttpStatusCode.OK) return;
        (await _cluster.PostAsync("/import", $$"""
            {"cluster": {"id": "markup", "name": "K {{Evil}}", "nameEn": "C {{Evil}}", "foundedOn": "2016"},
             "people": [{"id": "p", "name": "P {{Evil}}", "title": "T {{Evil}}", "organisation": "O {{Evil}}"}],
             "decisions": [
              {"caseNumber": "1/16 {{Evil}}", "title": "V {{Evil}}", "decidedByText": "D {{Evil}}", "decidedOn": "2016", "meeting": "M {{Evil}}", "note": "N {{Evil}}",
               "text": "{{Evil}} [lenke](javascript:document.title='owned') ![bilde](https://example.org/x.png) <javascript:document.title='owned'>\n\n# Tittel",
               "links": [{"title": "L {{Evil}}", "url": "https://example.org/?\"'"}],
               "changes": [
                {"type": "admit-partner", "ref": "partner", "name": "A {{Evil}}", "kind": "company"},
                {"type": "adopt-strategy", "title": "S {{Evil}}", "focusAreas": ["F {{Evil}}"]},
                {"type": "establish-body", "ref": "b", "kind": "board", "name": "B {{Evil}}"},
                {"type": "adopt-mandate", "body": "#b", "purpose": "Q {{Evil}}", "points": ["{{Evil}}", "- a\n- <b onclick='x'>b</b>"], "deliverable": "L {{Evil}}", "dueOn": "2030"},
                {"type": "create-seat", "ref": "s", "body": "#b", "role": "chair", "title": "R {{Evil}}", "represents": "U {{Evil}}"},
                {"type": "create-seat", "body": "#b", "role": "member", "represents": "#partner"},
                {"type": "appoint", "seat": "#s", "person": "p"}]},
              {"title": "X {{Evil}}", "decidedByText": "Y", "decidedOn": "2017", "changes": [{"type": "rename-body", "body": "#b", "name": "Z {{Evil}}"}]}]}
            """.Replace("#b\", \"name\": \"Z", "B " + Evil + "\", \"name\": \"Z", StringComparison.Ordinal))).Being(HttpStatusCode.Created);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Whatever_people_write_stands_as_text_on_every_page()
    {
        await using var visitor = await site.VisitAsync();
        foreach (var path in (await PublicPages.OfAsync(_cluster)).Select(p => p.Replace("q=bruker", "q=%3Cscript%3Edocument.title%3D'owned'%3C%2Fscript%3E", StringComparison.Ordinal)))
        {
            await visitor.OpenAsync(path);
            (await visitor.Page.TitleAsync()).Should().NotBe("owned", path);
            (await visitor.Page.Locator("body").InnerTextAsync()).Should().Contain(Shown, path);
            (await visitor.Page.Locator("script:not([type='application/ld+json'], [src^='/assets/']), img, [onclick], [onerror], [href^='javascript']").CountAsync()).Should().Be(0, path);
            (await visitor.Page.EvaluateAsync<bool>("[...document.querySelectorAll('script:not([src])')].every(s => JSON.parse(s.textContent)['@context'])")).Should().BeTrue(path);
            (await visitor.Page.Locator("h1").CountAsync()).Should().Be(1, path);
        }

        visitor.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task The_clusters_are_listed_by_their_names()
    {
        await using var visitor = await site.VisitAsync();
        await Eventually.TrueAsync(async () =>
        {
            await visitor.OpenAsync("/?lang=en");
            return (await visitor.Page.Locator("main a[href='/markup?lang=en']").InnerTextAsync()) is var name && name.StartsWith("C ", StringComparison.Ordinal) && name.Contains(Shown, StringComparison.Ordinal);
        });
        (await visitor.Page.Locator("main").InnerTextAsync()).Should().Contain("Alrek health cluster");
        await visitor.FitForEverybodyAsync();
    }

    [Fact]
    public async Task Long_words_and_markup_in_names_still_fit_a_phone()
    {
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/markup/committees");
        await visitor.FitForEverybodyAsync();
    }
}
