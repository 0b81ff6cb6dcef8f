using System.Net;
using Governance.Api.Security;
using Governance.Tests.Pages.Recording;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Governance.Tests.Pages.Upkeep;

[Collection(UpkeepPageTests.Name)]
public sealed class KeysTests(SiteFixture site)
{
    private const string Markup = "Nettstedet <script>document.title='owned'</script>";

    [Theory]
    [InlineData("nb")]
    [InlineData("en")]
    public async Task Is_fit_for_everybody_empty_full_and_at_fault(string language)
    {
        var cluster = await Secretary.FoundAsync(site);
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, role: Role.Admin);
        await ada.OpenAsync($"/keys?lang={language}");
        await ada.Visitor.FitForEverybodyAsync();
        await MakeAsync(ada, "", "2020");
        await ada.Visitor.FitForEverybodyAsync();
        await MakeAsync(ada, Markup, "2999");
        (await ada.Page.TitleAsync()).Should().NotBe("owned");
        (await ada.TextAsync()).Should().Contain(Markup);
        await ada.Page.Locator("details").EvaluateAllAsync<bool>("all => all.forEach(d => d.open = true) ?? true");
        await ada.Visitor.FitForEverybodyAsync();
    }

    [Fact]
    public async Task A_key_is_made_shown_once_works_at_once_and_is_revoked()
    {
        var cluster = await Secretary.FoundAsync(site);
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, role: Role.Admin, options: new() { JavaScriptEnabled = false });
        await ada.OpenAsync("/desk");
        await ada.Page.LeaveByAsync(() => ada.Page.GetByRole(AriaRole.Link, new() { Name = "Nøkler" }).ClickAsync());
        (await ada.TextAsync()).Should().Contain("Ingen nøkler gjelder.").And.NotContain("For alle klynger");
        await MakeAsync(ada, "Regnearket", "31.12.2020", "secretary");
        (await ada.TextAsync()).Should().Contain("Er alt forbi.");
        (await ada.Field("name").InputValueAsync()).Should().Be("Regnearket");
        await MakeAsync(ada, "Regnearket", "31.12.2998", "secretary");
        var secret = await ada.TextAsync("#secret");
        (await ada.TextAsync()).Should().ContainAll("«Regnearket» er laget", "gjelder til og med 31. desember 2998", "av Ada Eksempel (ada", "sekretær");
        (await FindingsAsync(cluster, secret)).Should().Be(HttpStatusCode.OK);

        await ada.Page.LeaveByAsync(() => ada.Page.ReloadAsync());
        (await ada.TextAsync()).Should().Contain("Nøkkelen er alt laget").And.NotContain(secret);
        (await ada.Page.Locator(".findings > li").CountAsync()).Should().Be(1);
        await ada.Page.GetByText("Trekk tilbake", new() { Exact = false }).First.ClickAsync();
        await ada.Page.LeaveByAsync(() => ada.Page.GetByRole(AriaRole.Button, new() { Name = "Trekk tilbake for godt" }).ClickAsync());
        (await ada.TextAsync()).Should().ContainAll("Nøkkelen er trukket tilbake.", "Ingen nøkler gjelder.", "Utløpt eller trukket tilbake (1)");
        await Eventually.TrueAsync(async () => await FindingsAsync(cluster, secret) == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_key_of_somebody_who_is_no_longer_admin_says_so()
    {
        var cluster = await Secretary.FoundAsync(site);
        await site.Api.Services.GetRequiredService<ApiKeys>().CreateAsync("Regnearket", new(Role.Reader, cluster.Id), null, "somebody-erased", default);
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, role: Role.Admin);
        await ada.OpenAsync("/keys");
        (await ada.TextAsync()).Should().Contain("den som laget den, er ikke lenger administrator");
        await ada.Visitor.FitForEverybodyAsync();
    }

    [Fact]
    public async Task An_admin_sees_and_makes_keys_for_what_they_keep_alone()
    {
        var (cluster, other) = (await Secretary.FoundAsync(site), await Secretary.FoundAsync(site));
        await using var bo = await Secretary.SitDownAsync(site, other.Id, "Bo Eksempel", Role.Admin);
        await bo.OpenAsync("/keys");
        await MakeAsync(bo, "En annens nøkkel", "");
        var theirs = await bo.Page.Locator("input[name=key]").GetAttributeAsync("value");

        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, role: Role.Admin);
        await ada.OpenAsync("/keys");
        await MakeAsync(ada, "Min nøkkel", "");
        (await ada.TextAsync()).Should().Contain("gjelder til den trekkes tilbake").And.NotContain("En annens nøkkel");
        await ada.Page.Locator("details").EvaluateAllAsync<bool>("all => all.forEach(d => d.open = true) ?? true");
        await ada.Page.Locator("input[name=key]").EvaluateAsync("(input, key) => input.value = key", theirs);
        await ada.Page.LeaveByAsync(() => ada.Page.GetByRole(AriaRole.Button, new() { Name = "Trekk tilbake for godt" }).ClickAsync());
        await bo.OpenAsync("/keys");
        (await bo.TextAsync("main .findings")).Should().Contain("En annens nøkkel");

        await ada.OpenAsync("/keys");
        await ada.Page.Locator("#make").EvaluateAsync("form => form.insertAdjacentHTML('beforeend', '<input type=hidden name=everywhere value=true>')");
        await MakeAsync(ada, "For alle", "");
        (await ada.TextAsync("h1")).Should().Be("Ikke tillatt");
    }

    private static async Task MakeAsync(Secretary who, string name, string through, string role = "reader")
    {
        await who.FillAsync("name", name);
        await who.FillAsync("role", role);
        await who.FillAsync("expires", through);
        await who.Page.LeaveByAsync(() => who.Page.Locator("#make button").ClickAsync());
    }

    private static async Task<HttpStatusCode> FindingsAsync(ClusterClient cluster, string key) => (await cluster.As(key).GetAsync("/findings")).Status;
}
