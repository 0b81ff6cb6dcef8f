using System.Net;
using System.Text.Json.Nodes;
using Governance.Api.Security;
using Governance.Tests.Pages.Recording;
using Governance.Tests.Support;
using Microsoft.Playwright;

namespace Governance.Tests.Pages.Upkeep;

[Collection(UpkeepPageTests.Name)]
public sealed class MeetingTests(SiteFixture site)
{
    private const string Beginning = """
        {"title": "Begynnelsen", "decidedByText": "Partnerne", "decidedOn": "2016", "changes": [
          {"type": "establish-body", "ref": "top", "kind": "board", "name": "Styret"},
          {"type": "appoint", "body": "#top", "role": "chair", "person": {"name": "Kari Eksempel"}}, {"type": "appoint", "body": "#top", "role": "member", "person": {"name": "Ola Eksempel"}}]}
        """;

    [Fact]
    public async Task A_meeting_is_entered_with_those_who_sit_in_the_body_and_shows_what_it_decided()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.DecideAsync(Beginning);
        await cluster.DecideAsync("""{"title": "Plan for året", "decidedBy": "Styret", "decidedOn": "2022-03-01", "meeting": "1/2022", "changes": []}""");
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, options: new() { JavaScriptEnabled = false });
        await ada.OpenAsync("/meetings");
        (await ada.TextAsync()).Should().Contain("Ingen møter er registrert ennå.");
        await ada.Page.LeaveByAsync(() => ada.Page.GetByRole(AriaRole.Link, new() { Name = "Registrer møte" }).ClickAsync());
        await ada.PushAsync("fill");
        (await ada.TextAsync("#errors")).Should().Contain("Velg organet først.");
        await ada.FillAsync("body", "Styret");
        await ada.FillAsync("heldOn", "1.3.2022");
        await ada.FillAsync("place", "Alrek <b>2</b>");
        await ada.PushAsync("fill");
        (await ada.Field("attendance[0].person").InputValueAsync()).Should().Be("Kari Eksempel");
        (await ada.Field("attendance[1].person").InputValueAsync()).Should().Be("Ola Eksempel");
        await ada.FillAsync("attendance[1].present", "false");
        await ada.FillAsync("attendance[1].note", "syk");
        await ada.FillAsync("attendance[2].person", "Noen Andre");
        await SaveAsync(ada);
        (await ada.TextAsync("#errors")).Should().ContainAll("Møtenummer: Fyll ut dette.", "Velg fra listen.");
        (await ada.Field("attendance[2].person").InputValueAsync()).Should().Be("Noen Andre");
        await ada.FillAsync("attendance[2].person", "");
        await ada.FillAsync("number", "1/2022");
        await SaveAsync(ada);

        (await ada.TextAsync()).Should().ContainAll("Møtet er ført inn.", "Styret 1/2022", "Alrek <b>2</b>", "Til stede\n", "Kari Eksempel", "Forfall\n", "Ola Eksempel", "syk", "Plan for året");
        await ada.Page.LeaveByAsync(() => ada.Page.GetByText("Rediger møtet").ClickAsync());
        await ada.FillAsync("place", "");
        await ada.FillAsync("visibility", "internal");
        await SaveAsync(ada);
        var kept = (await cluster.GetAsync("/meetings")).Json["meetings"]!.AsArray().Single()!;
        kept["place"].Should().BeNull();
        kept["visibility"]!.GetValue<string>().Should().Be("internal");
        kept["attendance"]!.AsArray().Select(a => $"{a!["person"]!["name"]} {a["present"]} {a["note"]}").Should().Equal("Kari Eksempel true ", "Ola Eksempel false syk");
    }

    [Fact]
    public async Task Two_who_enter_the_same_meeting_lose_nothing_and_what_cannot_be_is_refused_at_its_field()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.DecideAsync(Beginning);
        const string meeting = """{"body": "Styret", "number": "1/2022", "heldOn": "2022-03-01"}""";
        var id = (await cluster.PostAsync("/meetings", meeting)).Being(HttpStatusCode.Created).Json["id"]!.GetValue<string>();
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await ada.OpenAsync($"/meetings/{id}/edit");
        await ada.FillAsync("place", "Årstadveien");
        var others = (JsonObject)JsonNode.Parse(meeting)!;
        (others["id"], others["minutes"]) = (id, "https://example.org/1");
        (await cluster.PostAsync("/meetings", others.ToJsonString())).Being(HttpStatusCode.OK);

        await SaveAsync(ada);
        (await ada.FocusedAsync()).Should().Be("since");
        (await ada.Field("minutes").InputValueAsync()).Should().Be("https://example.org/1");
        await ada.FillAsync("heldOn", "2999");
        await SaveAsync(ada);
        (await ada.Page.Locator("#errors a").GetAttributeAsync("href")).Should().Be("#f-heldOn");
        await ada.FillAsync("heldOn", "2.3.2022");
        await SaveAsync(ada);

        var kept = (await cluster.GetAsync($"/meetings/{id}")).Json;
        $"{kept["heldOn"]} {kept["place"]} {kept["minutes"]}".Should().Be("2022-03-02 Årstadveien https://example.org/1");
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("en")]
    public async Task Every_page_is_fit_for_everybody_and_closed_to_the_public(string language)
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.DecideAsync(Beginning);
        var person = (await cluster.GetAsync("/people")).Json["people"]![0]!["id"]!.GetValue<string>();
        var made = await cluster.PostAsync("/meetings", $$"""{"body": "Styret", "number": "1/2022", "heldOn": "2022-03-01", "place": "Alrek", "minutes": "https://example.org/1", "attendance": [{"person": "{{person}}"}], "visibility": "internal"}""");
        var id = made.Being(HttpStatusCode.Created).Json["id"]!.GetValue<string>();
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await using var visitor = await site.VisitAsync();
        foreach (var path in new[] { "/meetings", "/meetings/new", $"/meetings/{id}", $"/meetings/{id}/edit" })
        {
            await ada.OpenAsync($"{path}?lang={language}");
            await ada.Visitor.FitForEverybodyAsync();
            // The meeting is internal.
            await visitor.OpenAsync($"/{cluster.Id}{path}", path.EndsWith(id, StringComparison.Ordinal) ? 404 : 200);
            if (path != "/meetings" && !path.EndsWith(id, StringComparison.Ordinal)) visitor.Page.Url.Should().Contain("/sign-in");
            else (await visitor.Page.Locator("body").InnerTextAsync()).Should().NotContain("1/2022");
        }

        await using var reader = await Secretary.SitDownAsync(site, cluster.Id, role: Role.Reader);
        await reader.OpenAsync($"/meetings/{id}");
        (await reader.TextAsync()).Should().Contain("Alrek").And.NotContain("Rediger møtet");
    }

    private static Task SaveAsync(Secretary who) => who.Page.LeaveByAsync(() => who.Page.Locator("form.decision .buttons button").ClickAsync());
}
