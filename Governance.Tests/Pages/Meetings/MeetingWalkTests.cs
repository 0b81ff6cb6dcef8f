using Governance.Api.Security;
using Governance.Tests.Pages.Recording;
using Governance.Tests.Support;
using Microsoft.Playwright;

namespace Governance.Tests.Pages.Meetings;

[Collection(UpkeepPageTests.Name)]
public sealed class MeetingWalkTests(SiteFixture site)
{
    private const string Beginning = """
        {"title": "Begynnelsen", "decidedByText": "Partnerne", "decidedOn": "2016", "changes": [
          {"type": "establish-body", "ref": "top", "kind": "steering-group", "name": "Styringsgruppe"},
          {"type": "establish-body", "ref": "work", "kind": "working-group", "name": "Arbeidsgruppe", "parent": "#top"},
          {"type": "appoint", "body": "#top", "role": "chair", "person": {"name": "Leder Eksempel"}},
          {"type": "create-seat", "ref": "s", "body": "#top", "role": "member"}, {"type": "create-seat", "ref": "v", "body": "#top", "role": "deputy", "deputyFor": "#s"},
          {"type": "appoint", "seat": "#s", "person": {"name": "Medlem Eksempel"}}, {"type": "appoint", "seat": "#v", "person": {"name": "Vara Eksempel"}},
          {"type": "appoint", "body": "#top", "role": "member", "person": {"name": "Annet Eksempel"}}]}
        """;

    private const int MostClicks = 40;
    private int clicks;

    [Fact]
    public async Task A_meeting_is_planned_called_held_and_its_minutes_approved_and_published_in_few_clicks()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.DecideAsync(Beginning);
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await ada.OpenAsync("/meetings");
        await LinkAsync(ada, "Planlegg et møte");
        await ada.FillAsync("body", "Styringsgruppe");
        await ada.FillAsync("day", "15.6.2022");
        await ada.FillAsync("startsAt", "12.00");
        await ada.FillAsync("endsAt", "14:00");
        await ada.FillAsync("place", "Årstadveien 17");
        await ButtonAsync(ada, "Planlegg møtet");
        (await ada.TextAsync()).Should().ContainAll("Møte 1/2022", "Styringsgruppe", "15. juni 2022, kl. 12.00–14.00, Årstadveien 17", "planlagt", "Ingen saker ennå.", "Vedtaksført: 3 av 3 stemmer");
        await ada.Visitor.FitForEverybodyAsync();

        await AddAsync(ada, "Ny organisering", "Styringsgruppen og Arbeidsgruppen bytter navn.");
        await AddAsync(ada, "Årsrapport", null, "information");
        await ButtonAsync(ada, "Forbered vedtaket med endringer: Ny organisering");
        await ada.PushAsync("add:rename-body");
        await ada.FillAsync("changes[0].body", "Arbeidsgruppe");
        await ada.FillAsync("changes[0].name", "Styringsgruppe");
        await ada.PushAsync("add:rename-body");
        await ada.FillAsync("changes[1].body", "Styringsgruppe");
        await ada.FillAsync("changes[1].name", "Partnermøte");
        await ada.PushAsync("save");
        clicks += 3;

        await ada.OpenAsync("/meetings");
        await LinkAsync(ada, "Styringsgruppe 1/2022");
        await Summary(ada, "Melder forfall: Medlem Eksempel").ClickAsync();
        var member = ada.Page.Locator("#called ~ ul > li", new() { HasText = "Medlem Eksempel" }).First;
        await member.GetByLabel("Grunn").FillAsync("syk");
        await ButtonAsync(ada, "Før forfall", member);
        (await ada.TextAsync()).Should().ContainAll("Vara Eksempel medlem, møter for Medlem Eksempel", "forfall syk");
        await LinkAsync(ada, "Gå til innkallingen");
        (await ada.TextAsync()).Should().ContainAll("Innkalling til Styringsgruppe: møte 1/2022", "1/22 Ny organisering", "Forslag til vedtak: Styringsgruppen og", "Ingen adresse er kjent for");
        await ada.Visitor.FitForEverybodyAsync();
        await ButtonAsync(ada, "Ta saksnumrene uten å sende");

        await LinkAsync(ada, "I møtet");
        await ada.Visitor.FitForEverybodyAsync();
        foreach (var who in new[] { "Leder", "Vara", "Annet" }) await ButtonAsync(ada, $"Kommer nå: {who} Eksempel");
        (await ada.TextAsync()).Should().ContainAll("Vedtaksført: 3 av 3 stemmer", "Dette gjør vedtaket", "Arbeidsgruppe fikk navnet Styringsgruppe.");
        var item = ada.Page.Locator("li", new() { HasText = "1/22 Ny organisering" });
        await Summary(ada, "Votering, habilitet og merknad: Ny organisering").ClickAsync();
        await item.GetByLabel("For", new() { Exact = true }).FillAsync("2");
        await item.GetByRole(AriaRole.Checkbox, new() { Name = "Annet Eksempel" }).CheckAsync();
        await item.GetByLabel("Grunn, Annet Eksempel").FillAsync("i familie");
        clicks++;
        await ButtonAsync(ada, "Lagre saken: Ny organisering");
        (await item.InnerTextAsync()).Should().Contain("Vedtaksført: 2 av 3 stemmer");
        await ButtonAsync(ada, "Vedtatt: Ny organisering");
        (await ada.Page.Locator("li", new() { HasText = "1/22 Ny organisering" }).InnerTextAsync()).Should().Contain("Vedtatt: 1/22 Ny organisering");
        await ada.Page.Locator("li", new() { HasText = "2/22 Årsrapport" }).GetByLabel("Utfall").SelectOptionAsync("noted");
        await ButtonAsync(ada, "Lagre saken: Årsrapport");
        await ButtonAsync(ada, "Lukk møtet og lag protokollen");

        (await ada.TextAsync()).Should().ContainAll("Til stede", "Vara Eksempel", "Forfall", "Medlem Eksempel", "Annet Eksempel fratrådte som inhabil.", "Votering: 2 for, 0 mot, 0 blanke", "Vedtaket endret dette:", "Styringsgruppe fikk navnet Partnermøte.", "tatt til orientering");
        (await ada.TextAsync()).Should().NotContain("i familie").And.NotContain("syk");
        await ada.Visitor.FitForEverybodyAsync();
        foreach (var who in new[] { "Leder", "Vara" }) await ada.Page.GetByRole(AriaRole.Checkbox, new() { Name = $"{who} Eksempel" }).CheckAsync();
        clicks += 2;
        await ButtonAsync(ada, "Godkjenn");
        (await ada.TextAsync()).Should().ContainAll("av Leder Eksempel og Vara Eksempel", "(uendret)");
        var path = new Uri(ada.Page.Url).AbsolutePath;
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync(path, 404);
        await ButtonAsync(ada, "Offentliggjør protokollen");
        await visitor.OpenAsync(path);
        (await visitor.Page.Locator("main").InnerTextAsync()).Should().ContainAll("Møteprotokoll 1/2022", "Ny organisering").And.NotContain("Godkjenn protokollen");
        await visitor.OpenAsync(path + "?lang=en");
        (await visitor.Page.Locator("main").InnerTextAsync()).Should().ContainAll("Minutes of meeting 1/2022", "Arbeidsgruppe was renamed Styringsgruppe.");
        clicks.Should().BeLessThanOrEqualTo(MostClicks);
        (await cluster.GetAsync("/structure?asOf=2022-06-15")).Text.Should().Contain("Partnermøte").And.NotContain("\"name\":\"Arbeidsgruppe\"");
    }

    [Fact]
    public async Task Two_who_keep_the_same_meeting_lose_nothing_and_what_cannot_be_is_told()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.DecideAsync(Beginning);
        var id = (await cluster.PostAsync("/meetings/planned", """{"body": "Styringsgruppe", "day": "2022-06-15", "startsAt": "12:00", "endsAt": "14:00"}""")).Being(System.Net.HttpStatusCode.Created).Id;
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await using var bo = await Secretary.SitDownAsync(site, cluster.Id, "Bo Eksempel");
        await ada.OpenAsync($"/meetings/{id}/agenda");
        await bo.OpenAsync($"/meetings/{id}/agenda");
        await AddAsync(ada, "Adas sak", null);
        await AddAsync(bo, "Bos sak", null);
        (await bo.TextAsync()).Should().ContainAll("1/22 Adas sak", "2/22 Bos sak");
        await ada.OpenAsync($"/meetings/{id}/notice");
        await ButtonAsync(ada, "Ta saksnumrene uten å sende");
        await ada.OpenAsync($"/meetings/{id}/sitting");
        await ButtonAsync(ada, "Lukk møtet og lag protokollen");
        (await ada.FocusedAsync()).Should().Be("errors");
        (await ada.TextAsync("#errors")).Should().ContainAll("Saken «Adas sak» har ikke fått noe utfall ennå.", "Saken «Bos sak» har ikke fått noe utfall ennå.");
        await ada.OpenAsync($"/meetings/{id}/agenda");
        await Summary(ada, "Avlys møtet").ClickAsync();
        await ada.Page.GetByLabel("Grunn til avlysningen").FillAsync("For få saker");
        await ButtonAsync(ada, "Avlys møtet");
        (await ada.TextAsync()).Should().ContainAll("Møtet er avlyst.", "For få saker");
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("en")]
    public async Task Every_page_is_fit_for_everybody_and_closed_to_the_public(string language)
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.DecideAsync(Beginning);
        var id = (await cluster.PostAsync("/meetings/planned", """{"body": "Styringsgruppe", "day": "2027-01-12", "startsAt": "12:00", "endsAt": "14:00"}""")).Being(System.Net.HttpStatusCode.Created).Id;
        (await cluster.PostAsync($"/meetings/planned/{id}/items", """{"kind": "decision", "title": "Personalsak", "text": "Til behandling", "proposal": "Slik", "closedBy": "Offl. § 13", "minutes": 10}""")).Being(System.Net.HttpStatusCode.Created);
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync($"/{cluster.Id}/meetings?lang={language}");
        (await visitor.Page.Locator("main").InnerTextAsync()).Should().Contain("Styringsgruppe 1/2027").And.NotContain("Personalsak");
        await visitor.FitForEverybodyAsync();
        await visitor.OpenAsync($"/{cluster.Id}/meetings/{id}?lang={language}");
        (await visitor.Page.Locator("main").InnerTextAsync()).Should().Contain("2027").And.NotContain("Personalsak");
        foreach (var path in new[] { "/meetings/plan", $"/meetings/{id}/agenda", $"/meetings/{id}/notice", $"/meetings/{id}/sitting", $"/meetings/{id}/reschedule" })
        {
            await ada.OpenAsync($"{path}?lang={language}");
            await ada.Visitor.FitForEverybodyAsync();
            await visitor.OpenAsync($"/{cluster.Id}{path}");
            visitor.Page.Url.Should().Contain("/sign-in");
        }

        await using var reader = await Secretary.SitDownAsync(site, cluster.Id, role: Role.Reader);
        await reader.Visitor.OpenAsync($"/{cluster.Id}/meetings/{id}/agenda", 403);
        await ada.OpenAsync($"/meetings/{id}/reschedule?lang={language}");
        await ada.FillAsync("day", "19.1.2027");
        await ada.Page.LeaveByAsync(() => ada.Page.Locator("form.decision .buttons button").ClickAsync());
        (await cluster.GetAsync($"/meetings/planned/{id}")).Json["day"]!.GetValue<string>().Should().Be("2027-01-19");
    }

    private async Task AddAsync(Secretary who, string title, string? proposal, string kind = "decision")
    {
        var form = who.Page.Locator("#add + form");
        await form.Locator("[name=title]").FillAsync(title);
        await form.Locator("[name=kind]").SelectOptionAsync(kind);
        if (proposal is not null) await form.Locator("[name=proposal]").FillAsync(proposal);
        await ButtonAsync(who, "Legg til saken");
    }

    private static ILocator Summary(Secretary who, string name) => who.Page.Locator("summary", new() { HasText = name });

    private Task LinkAsync(Secretary who, string name) => ClickAsync(who, who.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }));

    private Task ButtonAsync(Secretary who, string name, ILocator? within = null) =>
        ClickAsync(who, (within ?? who.Page.Locator("main")).Locator("button:not(.hidden)", new() { HasText = name }).First);

    private Task ClickAsync(Secretary who, ILocator what)
    {
        clicks++;
        return who.Page.LeaveByAsync(() => what.ClickAsync());
    }
}
