using System.Net;
using Governance.Tests.Api.Http;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Governance.Tests.Pages.SignIn;

public sealed class CookieTests : IAsyncLifetime
{
    private readonly RecordingLog _log = new(LogLevel.Trace);
    private TestApi _api = null!;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync(more: app => app.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log));

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1", "^governance=[^;]{43}; path=/; samesite=lax; httponly$")]
    [InlineData("localhost:5080", "^governance=[^;]{43}; path=/; samesite=lax; httponly$")]
    [InlineData("governance.example", "^__Host-governance=[^;]{43}; path=/; secure; samesite=lax; httponly$")]
    public async Task The_cookie_is_for_this_host_alone_and_closed_to_scripts_and_other_sites(string host, string expected)
    {
        var person = await PersonWithPassword.WithAsync(_api, []);
        using var browser = new FormBrowser(_api.Client.BaseAddress!);
        browser.Client.DefaultRequestHeaders.Host = host;
        if (host == "governance.example") await KeepAsync(browser);
        var answer = await browser.SendAsync("/sign-in", [("Login", person.Login), ("Password", PersonWithPassword.Password)]);

        answer.Being(HttpStatusCode.Redirect).Headers["Set-Cookie"].Split(", ").Should().ContainSingle(cookie => cookie.Contains("governance=")).Which.Should().MatchRegex(expected);
    }

    /// <summary>Has the browser send back over http what is Secure: behind a proxy the service itself hears no https.</summary>
    private static async Task KeepAsync(FormBrowser browser)
    {
        var cookie = (await browser.OpenAsync("/sign-in")).Headers["Set-Cookie"].Split(';')[0];
        browser.Client.DefaultRequestHeaders.Add("Cookie", cookie);
    }

    [Theory]
    [InlineData("127.0.0.1", "^governance-form=[^;]+; path=/; samesite=lax; httponly$")]
    [InlineData("governance.example", "^__Host-governance-form=[^;]+; path=/; secure; samesite=lax; httponly$")]
    public async Task No_other_host_of_the_domain_can_put_its_own_in_place_of_a_forms_cookie(string host, string expected)
    {
        using var browser = new FormBrowser(_api.Client.BaseAddress!);
        browser.Client.DefaultRequestHeaders.Host = host;
        (await browser.OpenAsync("/sign-in")).Being(HttpStatusCode.OK).Headers["Set-Cookie"].Should().MatchRegex(expected);
        browser.Cookies.GetAllCookies().Should().NotContain(cookie => cookie.Name.StartsWith("governance-form") && host == "governance.example");
    }

    [Fact]
    public async Task What_is_secret_or_private_is_in_no_log()
    {
        var person = await PersonWithPassword.WithAsync(_api, [], secondFactor: true);
        using var browser = new FormBrowser(_api.Client.BaseAddress!);
        await browser.SendAsync("/sign-in", [("Login", person.Login), ("Password", "et-galt-passord")]);
        await browser.SendAsync("/sign-in", [("Login", person.Login), ("Password", PersonWithPassword.Password)]);
        var code = person.NextCode;
        (await browser.SendAsync("/sign-in/code", [("Code", code)])).Being(HttpStatusCode.Redirect);
        await browser.OpenAsync("/account/set-password?token=et-hemmelig-token");
        var token = browser.Cookies.GetCookies(_api.Client.BaseAddress!)[SignedInPerson.CookieName]!.Value;

        _log.Lines.Select(l => l.Text).Should().Contain(l => l.Contains(person.Account.Id), "what happened is told by the account's id");
        var said = string.Join('\n', _log.Lines.Select(l => $"{l.Text} {l.Exception}"));
        said.Should().NotContainAny(person.Login, "et-galt-passord", PersonWithPassword.Password, token, "et-hemmelig-token");
        said.Should().NotContain($" {code}");
    }
}
