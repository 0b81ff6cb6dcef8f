using Governance.Tests.Support;

namespace Governance.Tests.Pages.Recording;

[Collection(RecordingPageTests.Name)]
public sealed class ComplaintTests(SiteFixture site)
{
    [Fact]
    public async Task What_stands_in_the_way_is_said_at_the_top_and_at_its_field_and_what_was_typed_is_kept()
    {
        await using var ada = await Secretary.SitDownAsync(site, "alrek");
        await ada.OpenAsync("/record?add=rename-body&body=Brukerpanelt");
        await ada.FillAsync("decidedOn", "1.1.2030");
        await ada.FillAsync("caseNumber", "x");
        await ada.FillAsync("changes[0].name", "Nytt");
        await ada.PushAsync("add:appoint");
        await ada.FillAsync("changes[1].role", "chair");
        await ada.PushAsync("preview");

        (await ada.FocusedAsync()).Should().Be("errors");
        (await ComplaintsAsync()).Should().Equal(("#f-title", "Tittel: Fyll ut dette."), ("#f-changes-1-body", "Endring 2, Oppnevne: Organ: Fyll ut dette."), ("#f-changes-1-person", "Endring 2, Oppnevne: Person: Fyll ut dette."));

        await ada.FillAsync("title", "Noe");
        await ada.FillAsync("changes[1].body", "Styringsgruppe");
        await ada.FillAsync("changes[1].person", "Kari Eksempel");
        await ada.PushAsync("preview");
        (await ComplaintsAsync()).Select(c => c.Href).Should().Equal("#f-decidedOn", "#f-changes-0-body");
        foreach (var href in new[] { "f-decidedOn", "f-changes-0-body" })
        {
            var field = ada.Page.Locator($"#{href}");
            (await field.GetAttributeAsync("aria-invalid")).Should().Be("true");
            (await field.GetAttributeAsync("aria-describedby")).Should().Contain($"{href}-error");
            (await ada.TextAsync($"#{href}-error")).Should().NotBeEmpty();
        }

        (await ada.Field("changes[1].person").InputValueAsync()).Should().Be("Kari Eksempel");
        (await ada.Field("changes[0].body").InputValueAsync()).Should().Be("Brukerpanelt");
        (await ada.Field("caseNumber").InputValueAsync()).Should().Be("x");

        async Task<IReadOnlyList<(string Href, string Text)>> ComplaintsAsync() =>
            [.. await Task.WhenAll((await ada.Page.Locator("#errors a").AllAsync()).Select(async a => ((await a.GetAttributeAsync("href"))!, await a.InnerTextAsync())))];
    }

    [Fact]
    public async Task A_fault_in_a_row_of_a_composition_stands_in_that_row()
    {
        await using var ada = await Secretary.SitDownAsync(site, "alrek");
        await ada.OpenAsync("/record?add=reconstitute-body&body=Brukerpanel");
        await ada.PushAsync("fill:0");
        await ada.FillAsync("title", "Nytt panel");
        await ada.FillAsync("changes[0].seats[3].deputyFor", "ingen");
        await ada.FillAsync("changes[0].seats[2].termThrough", "snart");
        await ada.PushAsync("preview");
        (await ada.Page.Locator("#errors a").GetAttributeAsync("href")).Should().Be("#f-changes-0-seats-2-termThrough");
        await ada.FillAsync("changes[0].seats[2].termThrough", "");
        await ada.PushAsync("preview");
        (await ada.Page.Locator("#errors a").GetAttributeAsync("href")).Should().Be("#f-changes-0-seats-3-deputyFor");
    }
}
