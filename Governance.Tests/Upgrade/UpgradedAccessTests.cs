using System.Net;
using Governance.Api.Security.SignIn;
using Governance.Tests.Support;

namespace Governance.Tests.Upgrade;

public sealed class UpgradedAccessTests(UpgradeFixture upgraded) : IClassFixture<UpgradeFixture>
{
    private readonly IReadOnlyDictionary<string, Manifest.Account> accounts = upgraded.Manifest.Accounts;

    [Theory]
    [InlineData("all admin", "201 200 200")]
    [InlineData("all secretary", "201 200 403")]
    [InlineData("all reader", "403 200 403")]
    [InlineData("tusen admin", "201 200 200")]
    [InlineData("tusen secretary", "201 200 403")]
    [InlineData("tusen reader", "403 200 403")]
    [InlineData("alrek secretary", "403 403 403")]
    [InlineData("expiring", "403 200 403")]
    [InlineData("revoked", "401 401 401")]
    public async Task A_key_opens_what_it_opened(string key, string statuses)
    {
        var tusen = upgraded.As(key);
        var written = await tusen.PostAsync("/decisions", $$"""{"title": "Av {{key}}", "decidedByText": "Partnerne", "decidedOn": "2026-11-30"}""");
        var (read, administered) = (await tusen.GetAsync("/findings"), await tusen.GetAsync("/webhooks"));
        $"{(int)written.Status} {(int)read.Status} {(int)administered.Status}".Should().Be(statuses);
    }

    [Fact]
    public async Task A_password_lets_in_and_that_of_a_disabled_account_does_not()
    {
        using var ada = await SignInAsync("secretary");
        (await ada.OpenAsync("/account")).Being(HttpStatusCode.OK).Text.Should().ContainAll("Ada Oppdiktet", "sekretær i tusen");
        using var dina = await SignInAsync("disabled");
        (await dina.OpenAsync("/account")).Being(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_and_its_codes_let_in_once_each()
    {
        var bo = accounts["second-factor"];
        await ComeInAsync(NextCode(bo), HttpStatusCode.OK);
        await ComeInAsync(bo.RecoveryCodes![3], HttpStatusCode.OK);
        await ComeInAsync(bo.RecoveryCodes[3], HttpStatusCode.Redirect);

        async Task ComeInAsync(string code, HttpStatusCode after)
        {
            using var browser = await SignInAsync("second-factor");
            (await browser.OpenAsync("/account")).Being(HttpStatusCode.Redirect);
            await browser.SendAsync("/sign-in/code", [("Code", code)]);
            (await browser.OpenAsync("/account")).Being(after);
        }
    }

    [Fact]
    public async Task Who_was_on_the_way_in_goes_on_with_the_code()
    {
        using var browser = Browsing("governance-code", accounts["second-factor"].CodeCookie!);
        (await browser.SendAsync("/sign-in/code", [("Code", accounts["second-factor"].RecoveryCodes![5])])).Being(HttpStatusCode.Redirect);
        (await browser.OpenAsync("/account")).Being(HttpStatusCode.OK).Text.Should().Contain("Bo Oppdiktet");
    }

    [Theory]
    [InlineData("secretary")]
    [InlineData("second-factor")]
    public async Task Who_was_signed_in_still_is(string who)
    {
        using var browser = Browsing(SignedInPerson.CookieName, accounts[who].Session!);
        (await browser.OpenAsync("/account")).Being(HttpStatusCode.OK).Text.Should().ContainAll(accounts[who].Name, "Firefox", "Denne nettleseren");
    }

    [Fact]
    public async Task A_link_sets_the_password_once()
    {
        var cato = accounts["linked"];
        using var browser = new FormBrowser(upgraded.Api.Client.BaseAddress!);
        (await browser.SendAsync(cato.Link!, [("Password", "enda en lang setning"), ("Again", "enda en lang setning")])).Being(HttpStatusCode.Redirect);
        (await browser.OpenAsync(cato.Link!)).Text.Should().Contain("Denne lenken gjelder ikke lenger.");
        await browser.SendAsync("/sign-in", [("Login", cato.Login), ("Password", "enda en lang setning")]);
        (await browser.OpenAsync("/account")).Being(HttpStatusCode.OK).Text.Should().Contain(cato.Name);
    }

    private async Task<FormBrowser> SignInAsync(string who)
    {
        var browser = new FormBrowser(upgraded.Api.Client.BaseAddress!);
        await browser.SendAsync("/sign-in", [("Login", accounts[who].Login), ("Password", accounts[who].Password!)]);
        return browser;
    }

    private FormBrowser Browsing(string cookie, string value)
    {
        var browser = new FormBrowser(upgraded.Api.Client.BaseAddress!);
        browser.Cookies.Add(upgraded.Api.Client.BaseAddress!, new Cookie(cookie, value));
        return browser;
    }

    /// <summary>Of the period to come, which is taken already: the one before may have been used when it was turned on.</summary>
    private string NextCode(Manifest.Account of)
    {
        var secret = SecondFactorSecret.OfBase32(of.TotpSecret!);
        return Totp.Code(secret, Totp.StepAt(upgraded.Clock.GetUtcNow()) + 1);
    }
}
