using System.Net;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Pages.SignIn;

public sealed class AttackTests : IAsyncLifetime
{
    private const string Wrong = "en annen lang setning";
    private TestApi _api = null!;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Nobody_learns_which_accounts_there_are()
    {
        var (known, locked, disabled) = (await PersonAsync(), await PersonAsync(), await PersonAsync());
        await _api.Services.GetRequiredService<Accounts>().DisableAsync(disabled.Account.Id, default);
        for (var times = 0; times < 5; times++) await SignInAsync(locked.Login, Wrong);

        var answers = new List<string>();
        foreach (var (login, password) in new[] { ("nobody@example.org", Wrong), (known.Login, Wrong), (locked.Login, PersonWithPassword.Password), (disabled.Login, PersonWithPassword.Password) })
        {
            var answer = (await SignInAsync(login, password)).Being(HttpStatusCode.OK);
            answers.Add(answer.Between("value=\"", "\"").Aggregate(answer.Text, (text, own) => text.Replace($"value=\"{own}\"", "", StringComparison.Ordinal)));
        }

        answers.Distinct().Should().ContainSingle().Which.Should().Contain("Brukernavnet eller passordet er feil.");
    }

    [Theory]
    [InlineData("/account", "/account")]
    [InlineData("/alrek?asOf=2022-01-01&lang=en", "/alrek?asOf=2022-01-01&lang=en")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("~//evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    public async Task After_signing_in_one_is_still_here(string asked, string expected)
    {
        var person = await PersonAsync();
        var answer = await SignInAsync(person.Login, PersonWithPassword.Password, $"?return={Uri.EscapeDataString(asked)}");
        answer.Being(HttpStatusCode.Redirect).Headers["Location"].Should().Be(expected);
    }

    [Fact]
    public async Task A_session_that_was_planted_before_is_not_the_one_that_begins()
    {
        var person = await PersonAsync();
        using var victim = Browser();
        var planted = Token.New();
        victim.Cookies.Add(_api.Client.BaseAddress!, new Cookie(SignedInPerson.CookieName, planted));
        (await victim.SendAsync("/sign-in", Fields(person.Login, PersonWithPassword.Password))).Being(HttpStatusCode.Redirect);

        victim.Cookies.GetCookies(_api.Client.BaseAddress!)[SignedInPerson.CookieName]!.Value.Should().NotBe(planted);
        (await StatusAsync(planted)).Should().Be(HttpStatusCode.Redirect, "it is nobody's");
    }

    [Fact]
    public async Task Who_signs_in_as_another_leaves_no_session_behind()
    {
        using var before = await SignedInPerson.WithAsync(_api, []);
        var person = await PersonAsync();
        using var browser = Browser();
        browser.Cookies.Add(_api.Client.BaseAddress!, new Cookie(SignedInPerson.CookieName, before.Token));
        (await browser.SendAsync("/account", Fields(person.Login, PersonWithPassword.Password), to: "/sign-in")).Being(HttpStatusCode.Redirect);

        (await browser.OpenAsync("/account")).Text.Should().Contain(person.Login);
        (await StatusAsync(before.Token)).Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_itself_and_not_the_cookie_alone()
    {
        using var person = await SignedInPerson.WithAsync(_api, []);
        using var browser = Browser();
        browser.Cookies.Add(_api.Client.BaseAddress!, new Cookie(SignedInPerson.CookieName, person.Token));
        (await browser.SendAsync("/sign-out", [])).Being(HttpStatusCode.Redirect).Headers["Location"].Should().Be("/sign-in?done=sign-out");

        browser.Cookies.GetCookies(_api.Client.BaseAddress!)[SignedInPerson.CookieName].Should().BeNull();
        (await StatusAsync(person.Token)).Should().Be(HttpStatusCode.Redirect, "whoever kept the token has nothing");
    }

    [Fact]
    public async Task No_form_is_taken_without_the_token_of_its_page()
    {
        using var person = await SignedInPerson.WithAsync(_api, Role.Admin, null);
        var pages = _api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Distinct().ToList();
        pages.Should().Contain(["/sign-in", "/sign-in/code", "/sign-out", "/account", "/account/set-password"]);

        foreach (var page in pages)
        {
            using var answer = await person.SendAsync(HttpMethod.Post, EndpointRoutes.Address(page, "alrek"), new FormUrlEncodedContent([]));
            answer.StatusCode.Should().Be(HttpStatusCode.BadRequest, page);
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", true)]
    [InlineData("Sec-Fetch-Site", "same-site", true)]
    [InlineData("Sec-Fetch-Site", "same-origin", false)]
    [InlineData("Origin", "https://evil.example", true)]
    [InlineData("Origin", "null", true)]
    public async Task No_other_site_has_a_browser_sign_in_though_it_has_the_forms_token(string header, string value, bool refused)
    {
        var person = await PersonAsync();
        var (token, other) = (StoredPasswords.LinkOf((await _api.Services.GetRequiredService<StoredPasswords>().ResetAsync((await PersonAsync()).Account.Id, default))!), new[] { ("Password", Wrong), ("Again", Wrong) });
        foreach (var (page, fields) in new[] { ("/sign-in", Fields(person.Login, PersonWithPassword.Password)), (token, other) })
        {
            using var browser = Browser();
            browser.Client.DefaultRequestHeaders.Add(header, value);
            (await browser.SendAsync(page, fields)).Status.Should().Be(refused ? HttpStatusCode.Forbidden : HttpStatusCode.Redirect, page);
        }
    }

    [Fact]
    public async Task The_step_of_the_code_cannot_be_skipped_or_forged()
    {
        var person = await PersonWithPassword.WithAsync(_api, [], secondFactor: true);
        using var browser = Browser();
        (await browser.SendAsync("/sign-in?return=%2Faccount", Fields(person.Login, PersonWithPassword.Password))).Being(HttpStatusCode.Redirect).Headers["Location"].Should().Be("/sign-in/code?return=%2Faccount");
        (await browser.OpenAsync("/account")).Being(HttpStatusCode.Redirect).Headers["Location"].Should().Be("/sign-in?return=%2Faccount");

        using var forger = Browser();
        forger.Cookies.Add(_api.Client.BaseAddress!, new Cookie("governance-code", Convert.ToBase64String(Guid.Empty.ToByteArray()).TrimEnd('=')));
        (await forger.OpenAsync("/sign-in/code")).Being(HttpStatusCode.Redirect).Headers["Location"].Should().Be("/sign-in");

        (await browser.SendAsync("/sign-in/code?return=%2Faccount", [("Code", "000000")])).Being(HttpStatusCode.OK).Text.Should().Contain("Koden er feil eller brukt.");
        (await browser.SendAsync("/sign-in/code?return=%2Faccount", [("Code", person.NextCode)])).Being(HttpStatusCode.Redirect).Headers["Location"].Should().Be("/account");
        (await browser.OpenAsync("/account")).Being(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_that_tries_too_often_is_told_to_wait()
    {
        await using var strict = await TestApi.StartAsync(["--Governance:SignInsPerMinute=2"]);
        using var browser = new FormBrowser(strict.Client.BaseAddress!);
        for (var times = 0; times < 2; times++) (await browser.SendAsync("/sign-in", Fields("nobody", Wrong))).Being(HttpStatusCode.OK);

        var refused = (await browser.SendAsync("/sign-in", Fields("nobody", Wrong))).Being(HttpStatusCode.TooManyRequests);
        refused.Text.Should().Contain("For mange forsøk herfra.");
        int.Parse(refused.Headers["Retry-After"]).Should().BeInRange(1, 60);
    }

    private FormBrowser Browser() => new(_api.Client.BaseAddress!);

    private Task<PersonWithPassword> PersonAsync() => PersonWithPassword.WithAsync(_api, []);

    private static IEnumerable<(string, string)> Fields(string login, string password) => [("Login", login), ("Password", password)];

    private async Task<Reply> SignInAsync(string login, string password, string query = "")
    {
        using var browser = Browser();
        return await browser.SendAsync($"/sign-in{query}", Fields(login, password));
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var browser = Browser();
        browser.Cookies.Add(_api.Client.BaseAddress!, new Cookie(SignedInPerson.CookieName, token));
        return (await browser.OpenAsync("/account")).Status;
    }
}
