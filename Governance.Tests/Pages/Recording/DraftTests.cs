using System.Net;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Pages.Recording;

[Collection(RecordingPageTests.Name)]
public sealed class DraftTests(SiteFixture site)
{
    [Fact]
    public async Task Two_who_write_on_one_draft_lose_nothing_and_choose_what_is_to_stand()
    {
        await using var ada = await Secretary.SitDownAsync(site, "alrek");
        await using var grace = await Secretary.SitDownAsync(site, "alrek", "Grace Eksempel");
        await ada.OpenAsync("/record?add=rename-body&body=Brukerpanel");
        await ada.FillAsync("changes[0].name", "Panelet");
        await ada.PushAsync("save");
        await grace.OpenAsync($"/drafts/{ada.Draft}");
        (await grace.Field("changes[0].name").InputValueAsync()).Should().Be("Panelet");

        await ada.FillAsync("title", "Adas tittel");
        await ada.FillAsync("changes[0].name", "Brukerrådet");
        await ada.PushAsync("save");
        await grace.FillAsync("title", "Graces tittel");
        await grace.FillAsync("note", "Graces merknad");
        await grace.FillAsync("changes[0].name", "Brukerforum");
        await grace.PushAsync("save");

        var told = await grace.TextAsync("#conflict");
        told.Should().ContainAll("Ada Eksempel har lagret dette utkastet mens du skrev", "Adas tittel", "Graces tittel", "Graces merknad", "Brukerrådet", "Brukerforum");
        (await grace.Field("title").InputValueAsync()).Should().Be("Graces tittel");
        (await ada.DocumentAsync())["title"]!.GetValue<string>().Should().Be("Adas tittel", "the second saved nothing yet");
        await grace.Page.Locator("[name='take:title'][value=theirs]").CheckAsync();
        await grace.Page.LeaveByAsync(() => grace.Page.Locator("#conflict button").ClickAsync());

        var document = await grace.DocumentAsync();
        document["title"]!.GetValue<string>().Should().Be("Adas tittel");
        document["note"]!.GetValue<string>().Should().Be("Graces merknad");
        document["changes"]![0]!["name"]!.GetValue<string>().Should().Be("Brukerforum");
    }

    [Fact]
    public async Task A_draft_is_listed_resumed_looked_at_by_readers_and_thrown_away()
    {
        await using var ada = await Secretary.SitDownAsync(site, "alrek");
        await ada.OpenAsync("/record?add=establish-body");
        await ada.FillAsync("title", "Halvferdig <b>vedtak</b>");
        await ada.FillAsync("decidedOn", "neste tirsdag");
        await ada.PushAsync("save");
        var id = ada.Draft;

        await using var elsewhere = await Secretary.SitDownAsync(site, "alrek", "Ada Eksempel");
        await elsewhere.OpenAsync("/drafts");
        await elsewhere.Page.LeaveByAsync(() => elsewhere.Page.Locator($"a[href$='{id}']").ClickAsync());
        (await elsewhere.Field("decidedOn").InputValueAsync()).Should().Be("neste tirsdag");

        await using var chair = await Secretary.SitDownAsync(site, "alrek", "Lise Leder", Role.Reader);
        await chair.OpenAsync("/drafts");
        (await chair.TextAsync(".drafts")).Should().Contain("Halvferdig <b>vedtak</b>").And.NotContain("Slett");
        await chair.OpenAsync($"/drafts/{id}/preview");
        (await chair.TextAsync()).Should().ContainAll("Dette er et utkast.", "Halvferdig <b>vedtak</b>", "Er ikke en dato.");
        (await chair.Page.Locator("#record").CountAsync()).Should().Be(0);
        await chair.Visitor.OpenAsync($"/alrek/drafts/{id}", 403);
        await chair.Visitor.OpenAsync("/alrek/record", 403);

        await elsewhere.OpenAsync("/drafts");
        await elsewhere.Page.LeaveByAsync(() => elsewhere.Page.Locator($"li:has(a[href$='{id}']) button").ClickAsync());
        await elsewhere.Visitor.OpenAsync($"/alrek/drafts/{id}", 404);
    }

    [Fact]
    public async Task Nothing_is_taken_from_a_form_that_is_not_ours()
    {
        using var ada = await SignedInPerson.WithAsync(site.Api, Role.Secretary, "alrek");
        using var form = new FormUrlEncodedContent([new("sent", Guid.Empty.ToString()), new("do", "save")]);
        (await ada.SendAsync(HttpMethod.Post, "/alrek/record", form)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_public_sees_no_draft()
    {
        await using var ada = await Secretary.SitDownAsync(site, "alrek");
        await ada.OpenAsync("/record?add=rename-cluster");
        await ada.PushAsync("save");
        await using var visitor = await site.VisitAsync();
        foreach (var path in new[] { "/drafts", $"/drafts/{ada.Draft}", $"/drafts/{ada.Draft}/preview" })
        {
            await visitor.Page.GotoAsync("/alrek" + path);
            visitor.Page.Url.Should().Contain("/sign-in");
        }
    }
}
