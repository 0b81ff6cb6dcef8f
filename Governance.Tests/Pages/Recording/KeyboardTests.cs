using Governance.Tests.Support;

namespace Governance.Tests.Pages.Recording;

[Collection(RecordingPageTests.Name)]
public sealed class KeyboardTests(SiteFixture site)
{
    [Fact]
    public async Task The_reorganisation_of_Alrek_is_recorded_from_an_empty_cluster_without_a_mouse()
    {
        var cluster = await Secretary.FoundAsync(site);
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        var keys = new Keyboard(ada.Page);

        await ada.OpenAsync("/record");
        await keys.PushAsync("add:establish-body");
        (await ada.FocusedAsync()).Should().Be("f-changes-0-name");
        await EstablishAsync(0, "Styringsgruppe", "styre", parent: "");
        await keys.PushAsync("add:establish-body");
        await EstablishAsync(1, "Arbeidsgruppe", "styringsgruppe", "Styringsgruppe");
        await keys.PushAsync("add:establish-body");
        await EstablishAsync(2, "Brukerpanel", "panel", "");
        await HeadAsync(("decidedByText", "Partnerne"), ("decidedOn", "2016"), ("title", "Klyngen opprettes"));
        await keys.RecordAsync();
        (await ada.TextAsync("#done")).Should().Be("Vedtaket er protokollført.");

        await ada.OpenAsync("/record");
        await keys.PushAsync("add:rename-body");
        await keys.FillAsync("changes[0].body", "Arbeidsgruppe");
        await keys.FillAsync("changes[0].name", "Styringsgruppe");
        await keys.PushAsync("add:rename-body");
        await keys.FillAsync("changes[1].body", "Styringsgruppe");
        await keys.FillAsync("changes[1].name", "Partnermøte");
        await keys.PushAsync("add:adopt-mandate");
        await keys.FillAsync("changes[2].body", "Arbeidsgruppe");
        await keys.FillAsync("changes[2].points", "Fremme samarbeid mellom partnerne\nBehandle årsrapporten");
        await HeadAsync(("decidedBy", "Styringsgruppe"), ("decidedOn", "15.6.2022"), ("caseNumber", "12/22"), ("title", "Ny organisering"));
        (await ada.TextAsync()).Should().Contain("Vedtaket er fra 15. juni 2022 og gjelder fra da av, ikke fra i dag.");
        await keys.RecordAsync();

        await ada.OpenAsync("/record");
        await keys.PushAsync("add:reconstitute-body");
        await keys.FillAsync("changes[0].body", "Brukerpanel");
        await RowAsync(0, "leder", "Kari Eksempel", "FFO Vestland");
        await RowAsync(1, "vara", "Ola Eksempel", "FFO Vestland");
        await keys.FillAsync("changes[0].seats[1].deputyFor", "endring 1, rad 1: leder, FFO Vestland, Kari Eksempel");
        await RowAsync(2, "observ", "", "Studentpanelet");
        await HeadAsync(("decidedBy", "Styringsgruppe"), ("decidedOn", "29.3.2023"), ("title", "Nytt brukerpanel"));
        await keys.RecordAsync();

        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync($"/{cluster.Id}/committees");
        var now = await visitor.Page.Locator("main").InnerTextAsync();
        now.Should().ContainAll("Partnermøte", "Styringsgruppe", "Fremme samarbeid mellom partnerne", "Behandle årsrapporten", "Kari Eksempel", "Ola Eksempel", "Studentpanelet");
        await visitor.OpenAsync($"/{cluster.Id}/committees?asOf=2022-06-14");
        var before = await visitor.Page.Locator("main").InnerTextAsync();
        before.Should().ContainAll("Styringsgruppe", "Arbeidsgruppe").And.NotContainAny("Partnermøte", "Fremme samarbeid", "Kari Eksempel");
        ada.Visitor.Complaints.Should().BeEmpty();

        async Task EstablishAsync(int change, string name, string kind, string parent)
        {
            await keys.TypeAsync(name);
            await keys.FillAsync($"changes[{change}].kind", kind);
            if (parent.Length > 0) await keys.FillAsync($"changes[{change}].parent", parent);
        }

        async Task RowAsync(int row, string role, string person, string represents)
        {
            await keys.PushAsync("add-row:0");
            (await ada.FocusedAsync()).Should().Be($"f-changes-0-seats-{row}-role");
            await keys.TypeAsync(role);
            if (person.Length > 0) await keys.FillAsync($"changes[0].seats[{row}].person", person);
            await keys.FillAsync($"changes[0].seats[{row}].represents", represents);
        }

        async Task HeadAsync(params IReadOnlyList<(string Word, string Text)> fields)
        {
            foreach (var (word, text) in fields) await keys.FillAsync(word, text);
            await keys.EnterAsync();
            ada.Page.Url.Should().EndWith("/preview", await ada.TextAsync());
        }
    }

    [Fact]
    public async Task A_new_leader_is_recorded_with_few_keys()
    {
        await using var ada = await Secretary.SitDownAsync(site, "alrek");
        var keys = new Keyboard(ada.Page);
        await ada.OpenAsync("/record");

        await keys.EnterAsync();
        await keys.TypeAsync("Brukerpanel");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("l");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Kari Eksempel");
        await keys.EnterAsync();
        (await ada.TextAsync(".sentences")).Should().Be("Kari Eksempel ble oppnevnt som leder i Brukerpanel.");
        (await ada.FocusedAsync()).Should().Be("outcome");
        await keys.PressAsync("Tab");
        await keys.EnterAsync();

        (await ada.TextAsync("#done")).Should().Be("Vedtaket er protokollført.");
        keys.Presses.Should().BeLessThan("Brukerpanel".Length + "Kari Eksempel".Length + 10);
    }
}
