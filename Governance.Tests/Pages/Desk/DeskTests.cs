using Governance.Api.Security;
using Governance.Tests.Pages.Recording;
using Governance.Tests.Support;
using Microsoft.Playwright;

namespace Governance.Tests.Pages.Desk;

[Collection(UpkeepPageTests.Name)]
public sealed class DeskTests(SiteFixture site)
{
    [Theory]
    [InlineData("nb")]
    [InlineData("en")]
    public async Task Is_fit_for_everybody(string language)
    {
        await using var ada = await Secretary.SitDownAsync(site, "alrek");
        await ada.OpenAsync($"/desk?lang={language}");
        await ada.Visitor.FitForEverybodyAsync();
        await ada.Page.Locator("details").EvaluateAllAsync<bool>("all => all.forEach(d => d.open = true) ?? true");
        await ada.Visitor.FitForEverybodyAsync();
    }

    [Fact]
    public async Task Leads_from_a_vacant_seat_to_a_decision_that_fills_it()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.EstablishAsync("2016", "Styret");
        await cluster.DecideAsync("""{"title": "Leder", "decidedBy": "Styret", "decidedOn": "2017", "changes": [{"type": "create-seat", "body": "Styret", "role": "chair"}]}""");
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await ada.OpenAsync("/desk");
        (await ada.TextAsync()).Should().ContainAll("Bør rettes", "Styret");

        await ada.Page.LeaveByAsync(() => ada.Page.GetByRole(AriaRole.Link, new() { Name = "Oppnevn" }).First.ClickAsync());
        await ada.FillAsync("changes[0].person", "Kari Eksempel");
        await ada.FillAsync("decidedBy", "Styret");
        await ada.PushAsync("preview");
        await ada.RecordAsync();

        await ada.OpenAsync("/desk");
        (await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Oppnevn" }).CountAsync()).Should().Be(0);
        (await ada.TextAsync()).Should().Contain("Ingen perioder, frister eller vedtatte endringer ligger foran.", "no term was set");
    }

    [Fact]
    public async Task Accepts_a_finding_with_a_note_and_asks_for_one()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.EstablishAsync("2016", "Styret");
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, options: new() { JavaScriptEnabled = false });
        await ada.OpenAsync("/desk");
        var open = await ada.Page.Locator(".findings > li").CountAsync();

        await AcceptAsync("  ");
        (await ada.TextAsync()).Should().Contain("Skriv hvorfor.");
        await AcceptAsync("Styret velges i høst.");
        (await ada.TextAsync()).Should().Contain("Funnet er godtatt");
        (await ada.Page.Locator(".findings > li").CountAsync()).Should().Be(open - 1);
        await ada.Page.GetByText("Godtatt (1)").ClickAsync();
        (await ada.TextAsync()).Should().Contain("Styret velges i høst.");

        async Task AcceptAsync(string note)
        {
            var form = ada.Page.Locator(".findings > li").First.Locator("details");
            if (await form.GetAttributeAsync("open") is null) await form.Locator("summary").ClickAsync();
            await form.GetByRole(AriaRole.Textbox).FillAsync(note);
            await ada.Page.LeaveByAsync(() => form.GetByRole(AriaRole.Button).ClickAsync());
        }
    }

    [Fact]
    public async Task Shows_a_reader_what_waits_but_lets_only_a_secretary_act()
    {
        await using var reader = await Secretary.SitDownAsync(site, "alrek", role: Role.Reader);
        await reader.OpenAsync("/desk");
        (await reader.Page.Locator(".findings > li").CountAsync()).Should().BePositive();
        (await reader.Page.Locator("main form").CountAsync()).Should().Be(0);
    }
}
