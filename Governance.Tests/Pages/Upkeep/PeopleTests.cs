using System.Net;
using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Security;
using Governance.Tests.Pages.Recording;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Governance.Tests.Pages.Upkeep;

[Collection(UpkeepPageTests.Name)]
public sealed class PeopleTests(SiteFixture site)
{
    private const string TwoSeats = """
        {"title": "Begynnelsen", "decidedByText": "Partnerne", "decidedOn": "2016", "text": "Kari Eksempel leder.", "changes": [
          {"type": "establish-body", "ref": "top", "kind": "board", "name": "Styret"}, {"type": "establish-body", "ref": "other", "kind": "committee", "name": "Rådet"},
          {"type": "appoint", "body": "#top", "role": "member", "person": {"name": "Kari Eksempel"}},
          {"type": "appoint", "body": "#other", "role": "member", "person": {"name": "K. Eksempel"}}, {"type": "appoint", "body": "#top", "role": "member", "person": {"name": "Ola Eksempel"}}]}
        """;

    [Theory]
    [InlineData("nb")]
    [InlineData("en")]
    public async Task Every_page_is_fit_for_everybody(string language)
    {
        var person = (await site.Alrek.GetAsync("/people")).Json["people"]![0]!["id"]!.GetValue<string>();
        await using var ada = await Secretary.SitDownAsync(site, "alrek", role: Role.Admin);
        foreach (var path in new[] { "/desk", "/people", "/people?q=nobody", "/people/new", $"/people/{person}", $"/people/{person}/edit", $"/people/{person}/merge", $"/people/{person}/erase", $"/people/{person}/access", "/privacy" })
        {
            await ada.OpenAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
            await ada.Visitor.FitForEverybodyAsync();
        }
    }

    [Fact]
    public async Task A_person_is_registered_updated_from_a_day_and_put_right_and_what_is_refused_is_kept()
    {
        var cluster = await Secretary.FoundAsync(site);
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, options: new() { JavaScriptEnabled = false });
        await ada.OpenAsync("/people");
        (await ada.TextAsync()).Should().Contain("Ingen er registrert ennå.");
        await ada.Page.LeaveByAsync(() => ada.Page.GetByText("Registrer en person").ClickAsync());
        await ada.FillAsync("email", "kari@example.org");
        await ada.FillAsync("title", "lege");
        await SaveAsync(ada);
        (await ada.Page.Locator("#errors a").GetAttributeAsync("href")).Should().Be("#f-name");
        (await ada.Field("email").InputValueAsync()).Should().Be("kari@example.org");
        await ada.FillAsync("name", "Kari <b>Eksempel</b>");
        await SaveAsync(ada);
        (await ada.TextAsync()).Should().ContainAll("Personen er registrert.", "Kari <b>Eksempel</b>", "lege");

        await ada.Page.LeaveByAsync(() => ada.Page.GetByText("Rett eller oppdater").ClickAsync());
        await ada.FillAsync("effectiveFrom", "1.6.2022");
        await SaveAsync(ada);
        (await ada.TextAsync("#errors")).Should().Contain("Skriv den nye tittelen");
        await ada.FillAsync("title", "overlege");
        await SaveAsync(ada);
        (await ada.TextAsync()).Should().ContainAll("Endringen er lagret.", "overlege");
        await ada.Page.LeaveByAsync(() => ada.Page.GetByText("Rett eller oppdater").ClickAsync());
        await ada.FillAsync("name", "Kari Eksempel");
        await ada.FillAsync("email", "");
        await ada.FillAsync("externalIds[0].scheme", "orcid");
        await ada.FillAsync("externalIds[0].identifier", "0000-0002-1825-0097");
        await SaveAsync(ada);

        var kept = (await OneAsync(cluster, "Kari Eksempel")).Json;
        kept["email"].Should().BeNull();
        kept["externalIds"]![0]!["identifier"]!.GetValue<string>().Should().Be("0000-0002-1825-0097");
        kept["roles"]!.AsArray().Select(r => $"{r!["validFrom"]} {r["title"]}").Should().Equal(" lege", "2022-06-01 overlege");
    }

    [Fact]
    public async Task Two_who_keep_the_same_person_lose_nothing()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.DecideAsync(TwoSeats);
        var id = (await OneAsync(cluster, "Kari Eksempel")).Json["id"]!.GetValue<string>();
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await ada.OpenAsync($"/people/{id}/edit");
        await ada.FillAsync("phone", "55 55 55 55");
        (await cluster.PatchAsync($"/people/{id}", """{"email": "kari@example.org"}""")).Being(HttpStatusCode.OK);

        await SaveAsync(ada);
        (await ada.FocusedAsync()).Should().Be("since");
        (await ada.Field("email").InputValueAsync()).Should().Be("kari@example.org");
        await SaveAsync(ada);

        var kept = (await OneAsync(cluster, "Kari Eksempel")).Json;
        $"{kept["email"]} {kept["phone"]}".Should().Be("kari@example.org 55 55 55 55");
        ada.Visitor.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Two_entries_of_one_person_are_merged_after_a_look_at_what_comes_together()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.DecideAsync(TwoSeats);
        var twin = (await OneAsync(cluster, "K. Eksempel")).Json["id"]!.GetValue<string>();
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, options: new() { JavaScriptEnabled = false });
        await ada.OpenAsync($"/people/{twin}/merge");
        await ShowAsync("Nobody");
        (await ada.TextAsync()).Should().Contain("Velg en person fra listen.");
        (await ada.Field("into").InputValueAsync()).Should().Be("Nobody");
        await ShowAsync("Kari Eksempel");
        (await ada.Page.Locator(".wrong").CountAsync()).Should().Be(0);
        (await ada.TextAsync(".columns")).Should().ContainAll("Rådet", "Styret");
        await ada.Page.LeaveByAsync(() => ada.Page.GetByRole(AriaRole.Button, new() { Name = "Slå sammen" }).ClickAsync());

        (await ada.TextAsync()).Should().ContainAll("De to er nå én person.", "Kari Eksempel", "Rådet", "Styret");
        await ada.OpenAsync($"/people/{(await OneAsync(cluster, "Ola Eksempel")).Json["id"]}/merge");
        await ShowAsync("Kari Eksempel");
        (await ada.TextAsync()).Should().Contain("De to kan ikke være samme person");
        (await ada.Page.Locator("main form[method=post]").CountAsync()).Should().Be(0);

        Task ShowAsync(string into) => ada.Page.LeaveByAsync(async () =>
        {
            await ada.Field("into").First.FillAsync(into);
            await ada.Page.Locator("form.filters button").ClickAsync();
        });
    }

    [Fact]
    public async Task A_person_is_erased_when_another_admin_confirms_and_the_texts_with_the_name_are_shown()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.DecideAsync(TwoSeats);
        var id = (await OneAsync(cluster, "Kari Eksempel")).Json["id"]!.GetValue<string>();
        var meeting = (await cluster.PostAsync("/meetings", $$"""{"body": "Styret", "number": "1/2022", "heldOn": "2022-03-01", "attendance": [{"person": "{{id}}"}]}""")).Being(HttpStatusCode.Created).Json["id"];
        var draft = await DraftAsync(cluster, $$$"""
            {"title": "Takk til kari eksempel", "changes": [{"type": "appoint", "role": "chair", "person": "{{{id}}}"}, {"type": "appoint", "person": {"name": "Kari Eksempel", "title": "lege"}}, {"type": "adopt-mandate", "points": ["Kari Eksempels plan"]}]}
            """);
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, role: Role.Admin);
        await using var bo = await Secretary.SitDownAsync(site, cluster.Id, "Bo Eksempel", Role.Admin);
        await ada.OpenAsync($"/people/{id}/erase");
        (await ada.TextAsync()).Should().ContainAll("1 verv blir stående", "Begynnelsen");
        await PressAsync(ada, "Be om sletting");
        (await ada.TextAsync()).Should().Contain("Du ba om dette");
        (await ada.Page.Locator("main form").CountAsync()).Should().Be(0);

        await bo.OpenAsync($"/people/{id}/erase");
        await PressAsync(bo, "Bekreft og slett for godt");
        (await bo.TextAsync()).Should().ContainAll("Personen er slettet", "Begynnelsen").And.NotContain("Kari");
        (await site.Api.Client.GetStringAsync($"/{cluster.Id}/committees")).Should().NotContain("Kari");

        (await Drafts.FindAsync(cluster.Id, draft, default))!.Document.ToJsonString().Should().Be(
            """{"title":"Takk til slettet person","changes":[{"role":"chair","type":"appoint"},{"type":"appoint"},{"type":"adopt-mandate","points":["slettet persons plan"]}]}""");
        await bo.OpenAsync($"/meetings/{meeting}/edit");
        (await bo.Field("attendance[0].person").InputValueAsync()).Should().Be("slettet person");
        await bo.FillAsync("place", "Alrek");
        await SaveAsync(bo);
        (await cluster.GetAsync($"/meetings/{meeting}")).Json["attendance"]!.AsArray().Select(a => a!["person"]!["id"]!.GetValue<string>()).Should().Equal(id);

        static Task PressAsync(Secretary who, string button) => who.Page.LeaveByAsync(() => who.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
    }

    [Fact]
    public async Task The_public_sees_nothing_of_it()
    {
        var person = (await site.Alrek.GetAsync("/people")).Json["people"]![0]!["id"]!.GetValue<string>();
        (await site.Api.Client.GetStringAsync($"/alrek/people/{person}")).Should().NotContain("/edit").And.NotContain("/merge").And.NotContain("/erase");
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/alrek/people");
        visitor.Page.Url.Should().Contain("/sign-in");
        await using var reader = await Secretary.SitDownAsync(site, "alrek", role: Role.Reader);
        await reader.OpenAsync("/people");
        (await reader.TextAsync()).Should().NotContain("Registrer").And.NotContain("Rett eller oppdater");
    }

    private SavedDrafts Drafts => site.Api.Services.GetRequiredService<SavedDrafts>();

    private async Task<Guid> DraftAsync(ClusterClient cluster, string document)
    {
        var id = site.Api.Services.GetRequiredService<Ids>().New();
        (await Drafts.SaveAsync(new(id, cluster.Id, null, (JsonObject)JsonNode.Parse(document)!, 1, id, "Ada", "Ada", DateTimeOffset.UnixEpoch, null), default)).Should().BeTrue();
        return id;
    }

    private static Task SaveAsync(Secretary who) => who.Page.LeaveByAsync(() => who.Page.Locator("form.decision .buttons button").ClickAsync());

    private static async Task<Reply> OneAsync(ClusterClient cluster, string name)
    {
        var id = (await cluster.GetAsync("/people")).Json["people"]!.AsArray().OfType<JsonObject>().First(p => p["name"]!.GetValue<string>() == name)["id"]!.GetValue<string>();
        return await cluster.GetAsync($"/people/{id}");
    }
}
