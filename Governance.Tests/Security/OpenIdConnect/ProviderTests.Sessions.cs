using System.Net;
using System.Web;
using Governance.Tests.Support;

namespace Governance.Tests.Security.OpenIdConnect;

// How long a session lasts that was begun at the provider.
public sealed partial class ProviderTests
{
    [Fact]
    public async Task Roles_by_claim_are_looked_at_again_within_an_hour()
    {
        using var browser = Browser();
        await ReturnAsync(browser, claims: Claims("Dina", "operations"));
        _clock.Move(TimeSpan.FromMinutes(29));
        (await browser.OpenAsync("/account")).Being(HttpStatusCode.OK);

        _clock.Move(TimeSpan.FromMinutes(2));
        (await browser.OpenAsync("/account?lang=en")).Being(HttpStatusCode.Redirect).Headers["Location"].Should().Be("/sign-in/provider?return=%2Faccount%3Flang%3Den");
        (await browser.OpenAsync("/api/keys")).Being(HttpStatusCode.OK);
        await ReturnAsync(browser, claims: Claims("Dina", "readers"));
        (await browser.OpenAsync("/account")).Being(HttpStatusCode.OK).Text.Should().Contain("leser i alrek");
        (await browser.OpenAsync("/api/keys")).Being(HttpStatusCode.Forbidden);

        _clock.Move(TimeSpan.FromMinutes(60));
        (await browser.OpenAsync("/api/keys")).Being(HttpStatusCode.Unauthorized);
        (await browser.OpenAsync("/account")).Being(HttpStatusCode.Redirect).Headers["Location"].Should().Be("/sign-in?return=%2Faccount");
    }

    [Fact]
    public async Task A_provider_that_is_away_when_roles_are_looked_at_again_ends_no_session_before_its_hour()
    {
        using var browser = Browser();
        await ReturnAsync(browser, claims: Claims("Dina", "operations"));
        await using var other = await TestApi.StartAsync([$"--ConnectionStrings:Governance={_api.ConnectionString}", "--Governance:OpenIdConnect:Authority=http://127.0.0.1:1", "--Governance:OpenIdConnect:ClientId=x", "--Governance:OpenIdConnect:RoleClaim=groups"], clock: _clock);
        _clock.Move(TimeSpan.FromMinutes(31));
        using var elsewhere = new FormBrowser(other.Client.BaseAddress!);
        elsewhere.Cookies.Add(other.Client.BaseAddress!, new Cookie(SignedInPerson.CookieName, browser.Cookies.GetCookies(_api.Client.BaseAddress!)[SignedInPerson.CookieName]!.Value));

        (await elsewhere.OpenAsync("/account")).Headers["Location"].Should().Be("/sign-in/provider?return=%2Faccount");
        (await elsewhere.OpenAsync("/sign-in/provider?return=%2Faccount")).Headers["Location"].Should().Be("/account");
        (await elsewhere.OpenAsync("/account")).Being(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whom_the_provider_does_not_let_in_again_goes_on_until_the_session_ends()
    {
        using var browser = Browser();
        await ReturnAsync(browser, claims: Claims("Dina", "operations"));
        _clock.Move(TimeSpan.FromMinutes(31));

        (await browser.OpenAsync("/account")).Headers["Location"].Should().Be("/sign-in/provider?return=%2Faccount");
        var asked = HttpUtility.ParseQueryString(new Uri((await browser.OpenAsync("/sign-in/provider?return=%2Faccount")).Headers["Location"]).Query);
        (await browser.OpenAsync($"/sign-in/provider/callback?error=access_denied&state={Uri.EscapeDataString(asked["state"]!)}")).Headers["Location"].Should().Be(Failed);

        (await browser.OpenAsync("/account")).Being(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_signs_out_signs_out_at_the_provider_where_that_can_be(bool signsOut)
    {
        _provider.SignsOut = signsOut;
        using var browser = Browser();
        await ReturnAsync(browser);
        var away = (await browser.SendAsync("/sign-out", [])).Being(HttpStatusCode.Redirect).Headers["Location"];
        (await browser.OpenAsync("/account")).Being(HttpStatusCode.Redirect);
        if (!signsOut)
        {
            away.Should().Be("/sign-in?done=sign-out");
            return;
        }

        away.Should().StartWith(_provider.Authority + "/signed-out?");
        var asked = HttpUtility.ParseQueryString(new Uri(away).Query);
        (asked["id_token_hint"], asked["client_id"]).Should().Be((_provider.Given.Last(), FakeProvider.ClientId));
        asked["post_logout_redirect_uri"].Should().Be(new Uri(_api.Client.BaseAddress!, "/sign-in/provider/signed-out").AbsoluteUri);
        (await browser.OpenAsync($"/sign-in/provider/signed-out?state={Uri.EscapeDataString(asked["state"]!)}")).Being(HttpStatusCode.Redirect).Headers["Location"].Should().EndWith("/sign-in?done=sign-out");
    }
}
