using Governance.Tests.Support;

namespace Governance.Tests.Pages.Recording;

[Collection(RecordingPageTests.Name)]
public sealed class PreviewTests(SiteFixture site)
{
    [Fact]
    public async Task What_is_previewed_is_what_is_recorded()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.EstablishAsync("2016", "Styret", "Panelet");
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await ada.OpenAsync("/record?add=rename-body&body=Panelet");
        await ada.FillAsync("changes[0].name", "Brukerpanelet");
        await ada.FillAsync("decidedBy", "Styret");
        await ada.PushAsync("add:appoint");
        await ada.FillAsync("changes[1].body", "Panelet");
        await ada.FillAsync("changes[1].role", "chair");
        await ada.FillAsync("changes[1].person", "Kari Eksempel");
        await ada.PushAsync("preview");
        var (sentences, after) = (await ada.TextAsync(".sentences"), await ada.TextAsync("section[aria-labelledby='bodies-after']"));
        sentences.Split('\n').Should().Equal("Panelet fikk navnet Brukerpanelet.", "Kari Eksempel ble oppnevnt som leder i Brukerpanelet.");
        after.Should().Contain("Brukerpanelet").And.Contain("leder: Kari Eksempel");
        (await ada.TextAsync("section[aria-labelledby='before']")).Should().Contain("Panelet").And.NotContain("Brukerpanelet");
        var asked = await ada.DocumentAsync();

        var tried = await cluster.PostAsync("/decisions?dryRun=true", asked.ToJsonString());
        string.Join('\n', tried.Json["sentences"]!.AsArray().Select(s => s!.GetValue<string>())).Should().Be(sentences);
        await ada.RecordAsync();

        (await ada.TextAsync()).Should().ContainAll("Vedtaket er protokollført.", "leder: Kari Eksempel");
        (await ada.TextAsync()).Split('\n').Should().Contain(sentences.Split('\n'));
        (await ada.TextAsync("h1")).Should().Be(asked["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task Who_records_on_what_others_have_changed_meanwhile_sees_what_they_did_and_previews_again()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.EstablishAsync("2016", "Styret", "Panelet");
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await ada.OpenAsync("/record?add=rename-body&body=Panelet");
        await ada.FillAsync("changes[0].name", "Brukerpanelet");
        await ada.FillAsync("decidedBy", "Styret");
        await ada.PushAsync("preview");
        var before = await cluster.PositionAsync();
        await cluster.DecideAsync("""{"title": "Rådet opprettes", "decidedByText": "Partnerne", "decidedOn": "2020", "changes": [{"type": "establish-body", "kind": "council", "name": "Rådet"}]}""");

        await ada.RecordAsync();

        (await ada.FocusedAsync()).Should().Be("since");
        (await ada.TextAsync("#since")).Should().ContainAll("Andre har protokollført noe", "Rådet opprettes");
        (await cluster.PositionAsync()).Should().Be(before + 1, "nothing is recorded yet");
        (await ada.TextAsync("section[aria-labelledby='before']")).Should().Contain("Rådet");
        await ada.RecordAsync();
        (await ada.TextAsync("#done")).Should().Be("Vedtaket er protokollført.");
        (await cluster.PositionAsync()).Should().Be(before + 2);
    }

    [Fact]
    public async Task To_press_twice_records_once()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.EstablishAsync("2016", "Styret");
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await ada.OpenAsync("/record?add=rename-body&body=Styret");
        await ada.FillAsync("changes[0].name", "Hovedstyret");
        await ada.FillAsync("decidedBy", "Styret");
        await ada.PushAsync("preview");
        var before = await cluster.PositionAsync();

        var fields = await ada.Page.EvaluateAsync<Dictionary<string, string>>("Object.fromEntries(new FormData(document.querySelector('#record')))");
        async Task<int> PressAsync()
        {
            var form = ada.Page.Context.APIRequest.CreateFormData();
            foreach (var (name, value) in fields) form.Set(name, value);
            return (await ada.Page.Context.APIRequest.PostAsync(ada.Page.Url, new() { Form = form })).Status;
        }

        var statuses = await Task.WhenAll(PressAsync(), PressAsync());

        statuses.Should().Equal(200, 200);
        (await cluster.PositionAsync()).Should().Be(before + 1);
    }

    [Fact]
    public async Task Other_days_than_the_decision_s_own_are_said_plainly()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.EstablishAsync("2016", "Styret");
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await ada.OpenAsync("/record?add=rename-body&body=Styret");
        await ada.FillAsync("changes[0].name", "Hovedstyret");
        await ada.FillAsync("decidedBy", "Styret");
        await ada.FillAsync("decidedOn", "15.6.2022");
        await ada.FillAsync("effectiveFrom", "1.2022");
        await ada.PushAsync("preview");

        (await ada.TextAsync()).Should().ContainAll("Vedtaket får virkning tilbake i tid fra januar 2022.", "Dette endrer det som vises for tidligere datoer", "fra januar 2022");
        await ada.OpenAsync($"/drafts/{ada.Draft}?lang=en");
        await ada.FillAsync("effectiveFrom", "1.1.2999");
        await ada.PushAsync("preview");
        (await ada.TextAsync()).Should().Contain("The decision does not take effect until 1 January 2999.");
    }
}
