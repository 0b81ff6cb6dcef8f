using System.Net;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Pages.SignIn;

public sealed class AccountPageTests : IAsyncLifetime
{
    private const string Other = "en annen lang setning";
    private TestApi _api = null!;
    private PersonWithPassword _ada = null!;
    private FormBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        _ada = await PersonWithPassword.WithAsync(_api, [new Grant(Role.Secretary, "alrek")]);
        _browser = await SignInAsync(PersonWithPassword.Password);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task One_sees_and_changes_ones_name()
    {
        (await _browser.OpenAsync("/account")).Text.Should().ContainAll("sekretær i alrek", _ada.Login, "Denne nettleseren");
        (await _browser.SendAsync("/account", [("Name", " <b>Ada</b> ")], "/account?handler=Name")).Being(HttpStatusCode.Redirect);
        (await _browser.OpenAsync("/account?lang=en")).Text.Should().ContainAll("&lt;b&gt;Ada&lt;/b&gt;", "secretary in alrek").And.NotContain("<b>Ada</b>");
        (await _browser.SendAsync("/account", [("Name", " ")], "/account?handler=Name")).Being(HttpStatusCode.OK).Text.Should().Contain("Skriv et navn");
    }

    [Fact]
    public async Task One_does_not_take_anothers_name()
    {
        var bo = await PersonWithPassword.WithAsync(_api, [], name: "Bo Eksempel");
        (await _browser.SendAsync("/account", [("Name", "BO eksempel")], "/account?handler=Name")).Being(HttpStatusCode.OK).Text.Should().Contain("En annen konto har dette navnet");
        (await _api.Services.GetRequiredService<Accounts>().FindAsync(_ada.Account.Id, default))!.Name.Should().Be(_ada.Account.Name).And.NotBe(bo.Account.Name);
    }

    [Fact]
    public async Task Who_was_guessed_at_is_told_on_every_page_until_they_know()
    {
        using var stranger = new FormBrowser(_api.Client.BaseAddress!);
        for (var times = 0; times < 4; times++) await stranger.SendAsync("/sign-in", [("Login", _ada.Login), ("Password", Other)]);
        await Eventually.TrueAsync(async () => (await _browser.OpenAsync("/")).Text.Contains("4 mislykkede forsøk", StringComparison.Ordinal) || (await _browser.OpenAsync("/")).Text.Contains("4 mislykkede fors&#xF8;k", StringComparison.Ordinal));
        (await _browser.OpenAsync("/account?lang=en")).Text.Should().Contain("Somebody has tried to sign in as you 4 times and failed.");
        (await _browser.SendAsync("/account", [], "/account?handler=Told")).Being(HttpStatusCode.Redirect);
        (await _browser.OpenAsync("/account?lang=en")).Text.Should().NotContain("Somebody has tried");

        (await stranger.SendAsync("/sign-in", [("Login", _ada.Login), ("Password", Other)])).Being(HttpStatusCode.OK);
        (await stranger.SendAsync("/sign-in", [("Login", _ada.Login), ("Password", PersonWithPassword.Password)])).Being(HttpStatusCode.OK).Text.Should().Contain("feil", "the network is locked");
        (await _browser.SendAsync("/sign-out", [])).Being(HttpStatusCode.Redirect);
        (await _browser.SendAsync("/sign-in", [("Login", _ada.Login), ("Password", PersonWithPassword.Password)])).Being(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Another_password_takes_the_old_one_and_ends_the_other_sessions()
    {
        using var elsewhere = await SignInAsync(PersonWithPassword.Password);
        (await ChangeAsync("feil og feil og feil", Other)).Being(HttpStatusCode.OK).Text.Should().Contain("Passordet er feil.");
        (await ChangeAsync(PersonWithPassword.Password, "kort")).Being(HttpStatusCode.OK).Text.Should().Contain("Passordet må ha");
        (await elsewhere.OpenAsync("/account")).Being(HttpStatusCode.OK);

        (await ChangeAsync(PersonWithPassword.Password, Other)).Being(HttpStatusCode.Redirect).Headers["Location"].Should().Be("/account?done=password");
        (await _browser.OpenAsync("/account")).Being(HttpStatusCode.OK);
        (await elsewhere.OpenAsync("/account")).Being(HttpStatusCode.Redirect);
        using var again = await SignInAsync(Other);

        Task<Reply> ChangeAsync(string current, string password) => _browser.SendAsync("/account/password", [("Current", current), ("Password", password), ("Again", password)]);
    }

    [Fact]
    public async Task A_session_elsewhere_is_seen_and_ended()
    {
        using var elsewhere = await SignInAsync(PersonWithPassword.Password);
        Sessions(await _browser.OpenAsync("/account")).Should().HaveCount(2);

        (await _browser.SendAsync("/account", [], "/account?handler=EndOthers")).Being(HttpStatusCode.Redirect);
        (await elsewhere.OpenAsync("/account")).Being(HttpStatusCode.Redirect);
        (await _browser.OpenAsync("/account")).Being(HttpStatusCode.OK);

        using var third = await SignInAsync(PersonWithPassword.Password);
        var own = Sessions(await third.OpenAsync("/account"))[0];
        (await _browser.SendAsync("/account", [("session", own)], "/account?handler=End")).Being(HttpStatusCode.Redirect);
        (await third.OpenAsync("/account")).Being(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_second_factor_is_set_up_used_renewed_and_turned_off()
    {
        (await PostAsync("Offer", ("Password", Other))).Being(HttpStatusCode.OK).Text.Should().Contain("Passordet er feil.");
        (await PostAsync("Offer", ("Password", PersonWithPassword.Password))).Being(HttpStatusCode.Redirect);
        var offered = (await _browser.OpenAsync("/account/second-factor")).Text;
        offered.Should().Contain("<svg class=\"qr\"");
        var secret = SecondFactorSecret.In(offered);

        using (var open = new FormBrowser(_api.Client.BaseAddress!))
        {
            open.Cookies.Add(_api.Client.BaseAddress!, _browser.Cookies.GetCookies(_api.Client.BaseAddress!)[SignedInPerson.CookieName]!);
            (await open.OpenAsync("/account/second-factor")).Being(HttpStatusCode.OK).Text.Should().NotContain("class=\"secret\"").And.Contain("type=\"password\"", "a session alone is not offered what only the password opens");
            (await open.SendAsync("/account/second-factor", [("Code", Totp.Code(secret, Totp.StepAt(TimeProvider.System.GetUtcNow())))], "/account/second-factor?handler=On")).Being(HttpStatusCode.Redirect);
            (await _api.Services.GetRequiredService<Accounts>().FindAsync(_ada.Account.Id, default))!.HasSecondFactor.Should().BeFalse();
        }

        (await PostAsync("On", ("Code", "000000"))).Being(HttpStatusCode.OK).Text.Should().Contain("Koden er ikke den som appen viser nå.");
        var on = (await PostAsync("On", ("Code", Totp.Code(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()))))).Being(HttpStatusCode.OK);
        var codes = on.Between("<code>", "</code>");
        codes.Should().HaveCount(RecoveryCode.Count);

        using var elsewhere = new FormBrowser(_api.Client.BaseAddress!);
        (await elsewhere.SendAsync("/sign-in", [("Login", _ada.Login), ("Password", PersonWithPassword.Password)])).Headers["Location"].Should().Be("/sign-in/code");
        (await elsewhere.SendAsync("/sign-in/code", [("Code", codes[0])])).Headers["Location"].Should().Be("/");

        (await PostAsync("Renew", ("Password", PersonWithPassword.Password))).Being(HttpStatusCode.OK).Text.Should().MatchRegex("<code>[a-z2-9-]{19}</code>").And.NotContain(codes[1]);
        (await PostAsync("Off", ("Password", PersonWithPassword.Password))).Being(HttpStatusCode.Redirect);
        using var again = await SignInAsync(PersonWithPassword.Password);

        Task<Reply> PostAsync(string handler, (string, string) field) => _browser.SendAsync("/account/second-factor", [field], $"/account/second-factor?handler={handler}");
    }

    [Fact]
    public async Task A_link_sets_a_password_once()
    {
        var path = StoredPasswords.LinkOf((await _api.Services.GetRequiredService<StoredPasswords>().ResetAsync(_ada.Account.Id, default))!);
        using var browser = new FormBrowser(_api.Client.BaseAddress!);
        (await browser.SendAsync(path, [("Password", Other), ("Again", "noe helt annet her")])).Being(HttpStatusCode.OK).Text.Should().Contain("De to er ikke like.");
        (await browser.SendAsync(path, [("Password", Other), ("Again", Other)])).Being(HttpStatusCode.Redirect).Headers["Location"].Should().Be("/sign-in?done=password");
        (await browser.OpenAsync(path)).Being(HttpStatusCode.OK).Text.Should().Contain("Denne lenken gjelder ikke lenger.");
        using var again = await SignInAsync(Other);
    }

    private static IReadOnlyList<string> Sessions(Reply page) => page.Between("name=\"session\" value=\"", "\"");

    private async Task<FormBrowser> SignInAsync(string password)
    {
        var browser = new FormBrowser(_api.Client.BaseAddress!);
        (await browser.SendAsync("/sign-in", [("Login", _ada.Login), ("Password", password)])).Being(HttpStatusCode.Redirect);
        return browser;
    }
}
