using Governance.Tests.Support;

namespace Governance.Tests.Pages.Recording;

[Collection(RecordingPageTests.Name)]
public sealed class EverybodyTests(SiteFixture site)
{
    private const string Evil = "</title><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">'\"&";

    [Theory]
    [InlineData("nb")]
    [InlineData("en")]
    public async Task Every_page_is_fit_for_everybody_and_shows_markup_as_text(string language)
    {
        await using var ada = await Secretary.SitDownAsync(site, "alrek", "Ada <b>Eksempel</b>");
        await ada.OpenAsync($"/record?lang={language}");
        await FitAsync();
        await ada.FillAsync("title", Evil);
        await ada.FillAsync("text", Evil);
        await ada.PushAsync("add:establish-body");
        await ada.FillAsync("changes[0].name", Evil);
        await ada.FillAsync("changes[0].kind", "panel");
        await ada.PushAsync("add:reconstitute-body");
        await ada.FillAsync("changes[1].body", "Brukerpanel");
        await ada.PushAsync("fill:1");
        await ada.FillAsync("changes[1].seats[0].person", Evil);
        await ada.FillAsync("changes[1].seats[1].termThrough", Evil);
        await ada.PushAsync("preview");
        await FitAsync();
        (await ada.FocusedAsync()).Should().Be("errors");
        await ada.FillAsync("changes[1].seats[1].termThrough", "");
        await ada.PushAsync("preview");
        ada.Page.Url.Should().Contain("/preview");
        await FitAsync();
        (await ada.TextAsync()).Should().Contain("<script>document.title='owned'</script>");
        await ada.OpenAsync($"/drafts?lang={language}");
        await FitAsync();
        var decision = (await site.Alrek.GetAsync("/decisions")).Json["decisions"]![0]!["id"]!.GetValue<string>();
        await ada.OpenAsync($"/decisions/{decision}/correct?lang={language}");
        await FitAsync();
        await ada.OpenAsync($"/decisions/{decision}/annul?lang={language}");
        await FitAsync();

        async Task FitAsync()
        {
            await ada.Visitor.FitForEverybodyAsync();
            (await ada.Page.TitleAsync()).Should().NotBe("owned");
            (await ada.Page.Locator("main :is(script, img, [onerror])").CountAsync()).Should().Be(0);
        }
    }

    [Fact]
    public async Task Everything_works_without_scripts()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.EstablishAsync("2016", "Styret");
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, options: new() { JavaScriptEnabled = false });
        await ada.OpenAsync("/record");
        await ada.PushAsync("add:rename-body");
        await ada.FillAsync("changes[0].body", "Styret");
        await ada.FillAsync("changes[0].name", "Hovedstyret");
        await ada.PushAsync("add:appoint");
        await ada.PushAsync("up:1");
        (await ada.TextAsync("fieldset.change >> nth=0")).Should().StartWith("1. Oppnevne");
        await ada.PushAsync("remove:0");
        await ada.FillAsync("decidedBy", "Styret");
        await ada.PushAsync("preview");
        await ada.RecordAsync();
        (await ada.TextAsync()).Should().ContainAll("Vedtaket er protokollført.", "Styret fikk navnet Hovedstyret.");
    }
}
