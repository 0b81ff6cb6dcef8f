using System.Net;
using Governance.Api.Features.Recording.Words;
using Governance.Api.Security;
using Governance.Tests.Pages.Recording;
using Governance.Tests.Support;
using Governance.Tests.Webhooks;
using Microsoft.Playwright;

namespace Governance.Tests.Pages.Upkeep;

[Collection(UpkeepPageTests.Name)]
public sealed class WebhooksTests(SiteFixture site) : IAsyncLifetime
{
    private const string Markup = "Nettstedet <script>document.title='owned'</script>";

    private Subscriber _receiver = null!;

    public async Task InitializeAsync() => _receiver = await Subscriber.StartAsync();

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    [Fact]
    public void Everything_there_is_to_tell_of_has_words_of_its_own() => EventWords.Options.Should().OnlyContain(option => option.Label.Nb != option.Word && option.Label.Nb != option.Label.En);

    [Theory]
    [InlineData("nb")]
    [InlineData("en")]
    public async Task Every_page_is_fit_for_everybody(string language)
    {
        var cluster = await Secretary.FoundAsync(site);
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, role: Role.Admin);
        await ada.OpenAsync($"/webhooks?lang={language}");
        await ada.Visitor.FitForEverybodyAsync();
        _receiver.Refuse(_ => true, HttpStatusCode.BadRequest);
        var hook = await cluster.HookAsync(_receiver.Url(), $$""", "description": "{{Markup}}", "types": ["decision-recorded"]""");
        await cluster.TellAsync(1);
        await cluster.UntilAsync(hook, h => h["behind"]!.GetValue<long>() == 0);
        foreach (var path in new[] { "/webhooks", "/webhooks/new", $"/webhooks/{hook["id"]}", $"/webhooks/{hook["id"]}/edit" })
        {
            await ada.OpenAsync($"{path}?lang={language}");
            await ada.Page.Locator("details").EvaluateAllAsync<bool>("all => all.forEach(d => d.open = true) ?? true");
            await ada.Visitor.FitForEverybodyAsync();
            (await ada.Page.TitleAsync()).Should().NotBe("owned");
            if (path != "/webhooks/new") (await ada.Page.Locator("main").InnerHTMLAsync()).Should().Contain("Nettstedet &lt;script&gt;");
        }
    }

    [Fact]
    public async Task A_receiver_is_added_tried_paused_changed_given_a_new_secret_and_removed()
    {
        var cluster = await Secretary.FoundAsync(site);
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, role: Role.Admin, options: new() { JavaScriptEnabled = false });
        await ada.OpenAsync("/desk");
        await ada.Page.LeaveByAsync(() => ada.Page.GetByRole(AriaRole.Link, new() { Name = "Varsler til andre systemer" }).ClickAsync());
        (await ada.TextAsync()).Should().Contain("Ingen får varsler ennå.");
        await ada.Page.LeaveByAsync(() => ada.Page.GetByRole(AriaRole.Link, new() { Name = "Legg til en mottaker" }).ClickAsync());
        await ada.FillAsync("description", "Nettstedet");
        await ada.FillAsync("url", "nettstedet.example");
        await ada.FillAsync("types[0]", "");
        await SaveAsync(ada);
        (await ada.TextAsync("#errors")).Should().Contain("Adressen det sendes til");
        (await ada.Field("types[0]").IsCheckedAsync()).Should().BeTrue();
        await ada.FillAsync("url", _receiver.Url());
        await SaveAsync(ada);
        var secret = await ada.TextAsync("#secret");
        await ada.Page.LeaveByAsync(() => ada.Page.ReloadAsync());
        (await ada.TextAsync()).Should().ContainAll("Nettstedet", "har fått alt", "Et vedtak protokollføres", "Ingenting er sendt ennå.").And.NotContain(secret);
        var hook = (await cluster.GetAsync("/webhooks")).Json["webhooks"]!.AsArray().Should().ContainSingle().Which!;
        hook["types"]!.AsArray().Select(t => t!.GetValue<string>()).Should().Equal("decision-recorded");

        await PressAsync(ada, "Send en prøve");
        (await ada.TextAsync()).Should().ContainAll("Mottakeren tok imot.", "Svar 204", "levert");
        _receiver.All.Should().ContainSingle().Which.Body.Should().Contain("\"type\":\"ping\"");
        await PressAsync(ada, "Sett på pause");
        (await ada.TextAsync()).Should().Contain("satt på pause");
        await PressAsync(ada, "Sett i gang igjen");
        (await ada.TextAsync()).Should().Contain("har fått alt");

        await ada.Page.LeaveByAsync(() => ada.Page.GetByRole(AriaRole.Link, new() { Name = "Endre", Exact = true }).ClickAsync());
        await ada.Field("types[0]").UncheckAsync();
        await ada.FillAsync("description", "");
        await ada.FillAsync("audience", "reader");
        await SaveAsync(ada);
        (await ada.TextAsync()).Should().ContainAll("Endringen er lagret.", "også det som er internt");
        var changed = (await cluster.HookedAsync(hook)).AsObject();
        changed["types"]!.AsArray().Should().BeEmpty();
        changed["description"].Should().BeNull();

        await ada.Page.GetByText("Lag en ny hemmelighet").First.ClickAsync();
        await PressAsync(ada, "Lag en ny hemmelighet");
        (await ada.TextAsync("#secret")).Should().StartWith("whsec_").And.NotBe(secret);
        await ada.Page.LeaveByAsync(() => ada.Page.ReloadAsync());
        (await ada.Page.Locator("#secret").CountAsync()).Should().Be(0);
        (await ada.TextAsync()).Should().Contain("signerer også til");
        await ada.Page.GetByText("Fjern mottakeren").ClickAsync();
        await PressAsync(ada, "Fjern for godt");
        (await ada.TextAsync()).Should().Contain("Ingen får varsler ennå.");
    }

    [Fact]
    public async Task What_a_receiver_refused_is_sent_once_more_or_let_go_and_what_it_had_is_sent_again()
    {
        var cluster = await Secretary.FoundAsync(site);
        _receiver.Refuse(_ => true, HttpStatusCode.BadRequest);
        var hook = await cluster.HookAsync(_receiver.Url());
        await cluster.TellAsync(2);
        await cluster.UntilAsync(hook, h => h["behind"]!.GetValue<long>() == 0);
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, role: Role.Admin, options: new() { JavaScriptEnabled = false });
        await ada.OpenAsync($"/webhooks/{hook["id"]}");
        (await ada.Page.Locator(".findings > li").CountAsync()).Should().Be(2);
        await PressFirstAsync(ada, "Retry");
        (await ada.TextAsync("#tried")).Should().ContainAll("Mottakeren tok ikke imot.", "Mottakeren avviste meldingen.", "Svar 400");
        _receiver.Refuse(_ => false, HttpStatusCode.OK);
        await PressFirstAsync(ada, "Retry");
        (await ada.TextAsync("#tried")).Should().Contain("Mottakeren tok imot.");
        await PressFirstAsync(ada, "LetGo");
        (await ada.TextAsync()).Should().Contain("Ingenting er lagt til side.");

        await ada.Page.GetByText("Send noe på nytt").ClickAsync();
        await ada.FillAsync("after", "99");
        await PressAsync(ada, "Fortsett derfra");
        (await ada.TextAsync(".wrong")).Should().Contain("0 til 3");
        var before = _receiver.All.Count;
        await ada.FillAsync("after", "2");
        await PressAsync(ada, "Fortsett derfra");
        await Eventually.TrueAsync(() => Task.FromResult(_receiver.All.Skip(before).Any(r => r.Position == 3)));
    }

    private static Task PressAsync(Secretary who, string button) => who.Page.LeaveByAsync(() => who.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync());

    private static Task PressFirstAsync(Secretary who, string handler) => who.Page.LeaveByAsync(() => who.Page.Locator($"form[action*='handler={handler}'] button").First.ClickAsync());

    private static Task SaveAsync(Secretary who) => who.Page.LeaveByAsync(() => who.Page.Locator("form.decision .buttons button").ClickAsync());
}
