using System.Text.Json.Nodes;
using Governance.Api.EventStore;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Security;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Governance.Tests.Pages.Recording;

[Collection(RecordingPageTests.Name)]
public sealed class RedactionTests(SiteFixture site)
{
    private const string Secret = "Kari Eksempel <script>document.title='owned'</script> var syk.";

    private static readonly string Told = $$"""
        {"caseNumber": "1/16", "title": "Begynnelsen", "decidedByText": "Partnerne", "decidedOn": "2016", "text": "{{Secret}}", "links": [{"title": "Referat", "url": "https://example.org/1"}], "changes": [
          {"type": "establish-body", "ref": "top", "kind": "board", "name": "Styret"}, {"type": "adopt-mandate", "body": "#top", "points": ["Lede", "Ta vare på Kari"]},
          {"type": "create-seat", "body": "#top", "role": "member", "title": "Karis plass"}]}
        """;

    [Fact]
    public async Task A_text_is_taken_out_after_a_look_at_what_will_come_of_it_and_the_log_still_verifies()
    {
        var cluster = await Secretary.FoundAsync(site);
        var id = (await cluster.DecideAsync(Told)).Json["id"]!.GetValue<string>();
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, role: Role.Admin, options: new() { JavaScriptEnabled = false });
        await ada.OpenAsync($"/decisions/{id}/correct");
        await ada.PushAsync("save");
        var draft = ada.Draft;
        await ada.OpenAsync($"/decisions/{id}");
        await ada.Page.LeaveByAsync(() => ada.Page.GetByRole(AriaRole.Link, new() { Name = "Sladd tekst" }).ClickAsync());
        (await ada.TextAsync()).Should().ContainAll("Vedtakstekst", Secret, "Lenke 1: Tittel på lenken", "Endring 2, Vedta mandat: Punktene i mandatet: Nummer 2", "Endring 3, Opprette en plass: Tittel på vervet", "Vedtatt av");
        await PressAsync(ada, "Se hva som skjer");
        (await ada.TextAsync()).Should().Contain("Velg minst én tekst.").And.NotContain("Dette skjer");
        await ada.Page.GetByLabel("Vedtakstekst").CheckAsync();
        await ada.Page.GetByLabel("Nummer 2").CheckAsync();
        await PressAsync(ada, "Se hva som skjer");
        (await ada.TextAsync("#gone")).Should().ContainAll(Secret, "Ta vare på Kari").And.NotContain("Karis plass");
        (await ada.TextAsync()).Should().ContainAll("Protokollen kan fortsatt kontrolleres", "Det kan ikke gjøres om.");

        await PressAsync(ada, "Sladd for godt");
        (await ada.TextAsync(".wrong")).Should().Contain("Skriv hvorfor.");
        await ada.FillAsync("reason", "Helseopplysning: ta vare på kari");
        await PressAsync(ada, "Sladd for godt");
        (await ada.TextAsync(".wrong")).Should().Contain("Skriv det uten.");
        await ada.FillAsync("reason", "Helseopplysning");
        await PressAsync(ada, "Sladd for godt");

        (await ada.TextAsync()).Should().ContainAll("Teksten er sladdet.", "[sladdet]").And.NotContain("Kari Eksempel");
        var read = (await cluster.GetAsync($"/decisions/{id}")).Text;
        read.Should().NotContain("syk").And.NotContain("vare på").And.Contain("Karis plass").And.Contain("[sladdet]");
        (await site.Api.Services.GetRequiredService<EventLog>().VerifyAsync(cluster.Id)).Differences.Should().BeEmpty();
        var document = (await site.Api.Services.GetRequiredService<SavedDrafts>().FindAsync(cluster.Id, draft, default))!.Document;
        document["text"]!.GetValue<string>().Should().Be("[sladdet]");
        document["changes"]![1]!["points"]!.AsArray().Select(p => p!.GetValue<string>()).Should().Equal("Lede", "[sladdet]");
        await ada.OpenAsync($"/decisions/{id}/redact");
        (await ada.TextAsync()).Should().Contain("Karis plass").And.NotContain("Vedtakstekst");
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("en")]
    public async Task Is_fit_for_everybody_names_every_text_and_is_shown_to_admins_alone(string language)
    {
        var cluster = await Secretary.FoundAsync(site);
        var id = (await cluster.DecideAsync(Told)).Json["id"]!.GetValue<string>();
        var corrected = (JsonObject)JsonNode.Parse(Told)!;
        corrected["reason"] = "Feil";
        (await cluster.PostAsync($"/decisions/{id}/correction", corrected.ToJsonString())).Status.Should().Be(System.Net.HttpStatusCode.OK);
        (await cluster.PostAsync($"/decisions/{id}/annulment", """{"reason": "Ugyldig"}""")).Status.Should().Be(System.Net.HttpStatusCode.OK);
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, role: Role.Admin);
        await ada.OpenAsync($"/decisions/{id}/redact?text=text&look=true&lang={language}");
        (await ada.Page.TitleAsync()).Should().NotBe("owned");
        (await ada.Page.Locator("main .rows label").AllInnerTextsAsync()).Should().OnlyHaveUniqueItems().And.HaveCount(18);
        await ada.Visitor.FitForEverybodyAsync();
        await ada.OpenAsync($"/decisions/{id}/redact?look=true&lang={language}");
        await ada.Visitor.FitForEverybodyAsync();

        await using var bo = await Secretary.SitDownAsync(site, cluster.Id, "Bo Eksempel");
        await bo.OpenAsync($"/decisions/{id}");
        (await bo.TextAsync()).Should().NotContain("Sladd tekst");
    }

    private static Task PressAsync(Secretary who, string button) => who.Page.LeaveByAsync(() => who.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
}
