using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Pages.SignIn;

[Collection(UpkeepPageTests.Name)]
public sealed class SignInBrowserTests(SiteFixture site)
{
    private static readonly Grant Secretary = new(Role.Secretary, "alrek");

    [Fact]
    public async Task Somebody_signs_in_with_password_and_code_by_keyboard_alone_and_out_again()
    {
        var person = await PersonWithPassword.WithAsync(site.Api, [Secretary], secondFactor: true, name: "Berit Prøve");
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/alrek");
        await visitor.Page.PaintedAsync();
        await FocusAsync(visitor, "Logg inn");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.ArriveAsync("/sign-in?return=");
        await visitor.Page.PaintedAsync();
        await visitor.Page.Keyboard.TypeAsync(person.Login);
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.TypeAsync(PersonWithPassword.Password);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.ArriveAsync("/sign-in/code?");
        await visitor.Page.PaintedAsync();
        await visitor.Page.Keyboard.TypeAsync(person.NextCode);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.ArriveAsync("/alrek");
        await visitor.Page.PaintedAsync();
        await FocusAsync(visitor, "Berit Prøve");
        await visitor.FitForEverybodyAsync();

        await FocusAsync(visitor, "Logg ut");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.ArriveAsync("/sign-in?done=sign-out");
        await visitor.OpenAsync("/account");
        visitor.Page.Url.Should().EndWith("/sign-in?return=%2Faccount");
    }

    [Fact]
    public async Task One_signs_in_without_scripts()
    {
        var person = await PersonWithPassword.WithAsync(site.Api, [Secretary], name: "Cecilie Prøve");
        await using var visitor = await site.Browser.VisitAsync(site.Api.Client.BaseAddress!, new() { JavaScriptEnabled = false });
        await visitor.OpenAsync("/sign-in?lang=en&return=%2Falrek%3Flang%3Den");
        await visitor.Page.GetByLabel("User name or e-mail").FillAsync(person.Login);
        await visitor.Page.GetByLabel("Password").FillAsync(PersonWithPassword.Password);
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await visitor.Page.ArriveAsync("/alrek?lang=en");
        (await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Cecilie Prøve" }).CountAsync()).Should().Be(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?lang=en")]
    public async Task The_pages_of_those_who_sign_in_are_fit_for_everybody(string language)
    {
        var person = await PersonWithPassword.WithAsync(site.Api, [Secretary], secondFactor: true);
        var link = StoredPasswords.LinkOf((await site.Api.Services.GetRequiredService<StoredPasswords>().ResetAsync((await PersonWithPassword.WithAsync(site.Api, [])).Account.Id, default))!);
        await using var visitor = await site.VisitAsync();
        await SeeAsync(visitor, "/sign-in" + language);
        await visitor.Page.FillAsync("#login", "nobody");
        await visitor.Page.FillAsync("#password", "en annen lang setning");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForSelectorAsync("[role=alert]");
        await visitor.FitForEverybodyAsync();
        await SeeAsync(visitor, link + language.Replace('?', '&'));
        await SeeAsync(visitor, "/account/set-password" + language);

        await visitor.OpenAsync("/sign-in" + language);
        await visitor.Page.FillAsync("#login", person.Login);
        await visitor.Page.FillAsync("#password", PersonWithPassword.Password);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.ArriveAsync("/sign-in/code");
        await visitor.FitForEverybodyAsync();

        using var signedIn = await SignedInPerson.AsAsync(site.Api, person.Account);
        await visitor.BeAsync(signedIn);
        foreach (var page in new[] { "/account", "/account/password", "/account/second-factor", "/sign-out" }) await SeeAsync(visitor, page + language);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?lang=en")]
    public async Task The_second_factor_is_set_up_in_steps_fit_for_everybody(string language)
    {
        var person = await PersonWithPassword.WithAsync(site.Api, [Secretary]);
        using var signedIn = await SignedInPerson.AsAsync(site.Api, person.Account);
        await using var visitor = await site.VisitAsync();
        await visitor.BeAsync(signedIn);
        await SeeAsync(visitor, "/account/second-factor" + language);
        await visitor.Page.FillAsync("input[type=password]", PersonWithPassword.Password);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForSelectorAsync(".qr");
        await visitor.FitForEverybodyAsync();

        var secret = SecondFactorSecret.In(await visitor.Page.ContentAsync());
        await visitor.Page.FillAsync("#code", Totp.Code(secret, Totp.StepAt(TimeProvider.System.GetUtcNow())));
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForSelectorAsync(".codes");
        await visitor.FitForEverybodyAsync();
        (await visitor.Page.Locator(".codes code").CountAsync()).Should().Be(RecoveryCode.Count);
    }

    private static async Task SeeAsync(Visitor visitor, string path)
    {
        await visitor.OpenAsync(path);
        await visitor.FitForEverybodyAsync();
    }

    /// <summary>Goes on by Tab until that link or button has the focus.</summary>
    private static async Task FocusAsync(Visitor visitor, string name)
    {
        for (var steps = 0; steps < 30; steps++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            if (await visitor.Page.EvaluateAsync<string>("document.activeElement.textContent") == name) return;
        }

        throw new InvalidOperationException($"'{name}' is not reached by Tab.");
    }
}
