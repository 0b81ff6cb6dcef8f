using Governance.Tests.Support;

namespace Governance.Tests.Pages.Recording;

[Collection(RecordingPageTests.Name)]
public sealed class CorrectionTests(SiteFixture site)
{
    [Fact]
    public async Task A_decision_is_corrected_from_what_was_recorded_with_the_consequences_shown()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.EstablishAsync("2016", "Styringsgruppe", "Arbeidsgruppe");
        var swap = await cluster.DecideAsync("""
            {"caseNumber": "12/22", "title": "Nye navn", "decidedBy": "Styringsgruppe", "decidedOn": "2022-06-15", "changes": [
             {"type": "rename-body", "body": "Arbeidsgruppe", "name": "Styringsgruppe"}, {"type": "rename-body", "body": "Styringsgruppe", "name": "Partnermte"}]}
            """);
        var id = swap.Json["id"]!.GetValue<string>();
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await ada.OpenAsync($"/decisions/{id}");
        await ada.Page.LeaveByAsync(() => ada.Page.GetByText("Rett registreringen").ClickAsync());

        (await ada.Field("changes[0].body").InputValueAsync()).Should().Be("Arbeidsgruppe");
        (await ada.Field("changes[1].body").InputValueAsync()).Should().Be("Styringsgruppe");
        await ada.FillAsync("changes[1].name", "Partnermøte");
        await ada.PushAsync("preview");
        (await ada.Page.Locator("#errors a").GetAttributeAsync("href")).Should().Be("#f-reason");
        await ada.FillAsync("reason", "Skrivefeil");
        await ada.PushAsync("preview");
        (await ada.TextAsync()).Should().ContainAll("utkast til en retting av vedtaket 12/22 Nye navn", "Skrivefeil", "Dette endrer det som vises for tidligere datoer", "Styringsgruppe fikk navnet Partnermøte.");
        await ada.RecordAsync();

        (await ada.TextAsync()).Should().ContainAll("Rettingen er protokollført.", "Partnermøte");
        (await cluster.GetAsync("/structure?asOf=2022-06-15")).Json["bodies"]!.AsArray().Select(b => b!["name"]!.GetValue<string>()).Should().BeEquivalentTo("Partnermøte", "Styringsgruppe");
    }

    [Fact]
    public async Task A_decision_is_annulled_for_a_reason_with_the_consequences_shown()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.EstablishAsync("2016", "Styret");
        var made = await cluster.DecideAsync("""{"title": "Nytt navn", "decidedBy": "Styret", "decidedOn": "2022-06-15", "changes": [{"type": "rename-body", "body": "Styret", "name": "Hovedstyret"}]}""");
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await ada.OpenAsync($"/decisions/{made.Json["id"]!.GetValue<string>()}/annul");
        (await ada.TextAsync()).Should().ContainAll("ugyldig helt fra begynnelsen", "Dette endrer det som vises for tidligere datoer", "Hovedstyret");
        await ada.Page.LeaveByAsync(() => ada.Page.Locator("form.decision button").ClickAsync());
        (await ada.Page.Locator("#errors a").GetAttributeAsync("href")).Should().Be("#f-reason");

        await ada.FillAsync("reason", "Møtet var ikke vedtaksført");
        await ada.Page.LeaveByAsync(() => ada.Page.Locator("form.decision button").ClickAsync());

        (await ada.TextAsync()).Should().ContainAll("Vedtaket er annullert.", "Møtet var ikke vedtaksført");
        (await cluster.GetAsync("/structure")).Json["bodies"]![0]!["name"]!.GetValue<string>().Should().Be("Styret");
    }
}
