using System.Net;
using System.Web;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Governance.Tests.Security.OpenIdConnect;

public sealed partial class ProviderTests : IAsyncLifetime
{
    private const string Failed = "/sign-in?done=provider";
    private readonly LaterClock _clock = new();
    private FakeProvider _provider = null!;
    private TestApi _api = null!;

    public async Task InitializeAsync()
    {
        _provider = await FakeProvider.StartAsync();
        const string section = "--Governance:OpenIdConnect";
        _api = await TestApi.StartAsync(
        [
            $"{section}:Authority={_provider.Authority}", $"{section}:ClientId={FakeProvider.ClientId}", $"{section}:ClientSecret={FakeProvider.Secret}", $"{section}:Name=Prøve-ID", $"{section}:RoleClaim=groups",
            $"{section}:Roles:0:Value=urn:alrek:secretaries", $"{section}:Roles:0:Role=secretary", $"{section}:Roles:0:Cluster=alrek",
            $"{section}:Roles:1:Value=readers", $"{section}:Roles:1:Role=reader", $"{section}:Roles:1:Cluster=alrek",
            $"{section}:Roles:2:Value=operations", $"{section}:Roles:2:Role=admin",
        ], clock: _clock);
    }

    public async Task DisposeAsync()
    {
        await _api.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Who_comes_for_the_first_time_is_given_an_account_with_the_roles_of_their_groups()
    {
        using var browser = Browser();
        (await browser.OpenAsync("/sign-in?return=%2Faccount")).Text.Should().Contain("Logg inn med Pr").And.Contain("/sign-in/provider?return=%2Faccount");
        (await ReturnAsync(browser, claims: Claims("Dina Prøve", "urn:alrek:secretaries", "readers", "others"))).Should().Be("/account");
        (await browser.OpenAsync("/account")).Being(HttpStatusCode.OK).Text.Should().ContainAll("Dina", "sekretær i alrek").And.NotContain("leser i alrek");

        var account = (await AccountsAsync()).Should().ContainSingle().Which;
        account.Should().BeEquivalentTo(new { Login = (string?)null, Issuer = _provider.Authority, Name = "Dina Prøve", HasPassword = false, Grants = new[] { new Grant(Role.Secretary, "alrek") } });
    }

    [Fact]
    public async Task Roles_follow_the_groups_each_time_and_end_the_sessions_begun_with_others()
    {
        using var before = Browser();
        await ReturnAsync(before, claims: Claims("Dina", "operations"));
        using var after = Browser();
        await ReturnAsync(after, claims: Claims("Dina Ny", "readers"));

        (await AccountsAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "Dina Ny", Grants = new[] { new Grant(Role.Reader, "alrek") } });
        (await before.OpenAsync("/account")).Being(HttpStatusCode.Redirect);
        (await after.OpenAsync("/account")).Being(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_provider_that_takes_the_secret_in_the_body_alone_gets_it_there()
    {
        _provider.InBody = true;
        using var browser = Browser();
        (await ReturnAsync(browser)).Should().Be("/account");
    }

    [Fact]
    public async Task No_code_is_sent_where_others_could_read_it()
    {
        _provider.TokenEndpoint = "http://provider.example/token";
        using var browser = Browser();
        (await browser.OpenAsync("/sign-in/provider")).Being(HttpStatusCode.Redirect).Headers["Location"].Should().Be(Failed);
    }

    [Fact]
    public async Task Two_whom_the_provider_calls_the_same_are_told_apart()
    {
        await _api.Services.GetRequiredService<Accounts>().CreateAsync(LoginName.Parse("dina"), "Dina Prøve", [], "test", default);
        using var browser = Browser();
        await ReturnAsync(browser, claims: Claims("Dina prøve"));
        (await AccountsAsync()).Select(a => a.Name).Should().BeEquivalentTo("Dina Prøve", "Dina prøve (2)");
    }

    [Fact]
    public async Task Who_is_in_no_group_may_do_nothing_and_a_disabled_account_lets_nobody_in()
    {
        using var browser = Browser();
        (await ReturnAsync(browser)).Should().Be("/account");
        var account = (await AccountsAsync()).Should().ContainSingle().Which;
        account.Grants.Should().BeEmpty();

        await _api.Services.GetRequiredService<Accounts>().DisableAsync(account.Id, default);
        using var again = Browser();
        (await ReturnAsync(again)).Should().Be(Failed);
    }

    [Fact]
    public async Task A_new_key_of_the_provider_is_found_when_it_is_first_used()
    {
        using var browser = Browser();
        (await ReturnAsync(browser)).Should().Be("/account");
        _provider.ChangeKey();
        await Eventually.TrueAsync(async () => await ReturnAsync(Browser()) == "/account");
    }

    public static TheoryData<string, Func<IdToken, IdToken>> Spoilt => new()
    {
        { "another nonce", t => t with { Nonce = "another" } },
        { "no nonce", t => t with { Nonce = null } },
        { "another audience", t => t with { Audience = "another" } },
        { "another issuer", t => t with { Issuer = "https://evil.example" } },
        { "expired", t => t with { Expires = t.Expires.AddMinutes(-10) } },
        { "unsigned", t => t with { Signing = null } },
        { "signed by another key", t => t with { Signing = new(FakeProvider.NewKey(), SecurityAlgorithms.RsaSha256) } },
        { "signed by another key of the same name", t => t with { Signing = new(new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = t.Signing!.Key.KeyId }, SecurityAlgorithms.RsaSha256) } },
        { "signed with the public key as a shared one", t => t with { Signing = new(new SymmetricSecurityKey(((RsaSecurityKey)t.Signing!.Key).Rsa.ExportSubjectPublicKeyInfo()) { KeyId = t.Signing.Key.KeyId }, SecurityAlgorithms.HmacSha256) } },
        { "for another party", t => With(t, "azp", "another") },
        { "of nobody", t => With(t, "sub", "") },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_token_that_is_not_as_it_should_be_lets_nobody_in(string what, Func<IdToken, IdToken> spoil)
    {
        using var browser = Browser();
        (await ReturnAsync(browser, spoil)).Should().Be(Failed, what);
        (await AccountsAsync()).Should().BeEmpty(what);
        (await browser.OpenAsync("/account")).Being(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_answer_counts_once_and_in_the_browser_that_asked()
    {
        using var browser = Browser();
        var asked = await SetOutAsync(browser);
        var code = _provider.CodeFor(asked["nonce"]!, asked["code_challenge"]!, "dina");
        using var other = Browser();
        (await BackAsync(other, code, asked["state"]!)).Should().Be(Failed, "another browser never asked");
        (await BackAsync(browser, code, "another")).Should().Be(Failed, "the state is another");
        (await BackAsync(browser, code, asked["state"]!)).Should().Be(Failed, "it is begun anew after a failure");

        (await ReturnAsync(browser)).Should().Be("/account");
        asked = await SetOutAsync(browser);
        code = _provider.CodeFor(asked["nonce"]!, asked["code_challenge"]!, "dina");
        var cookies = browser.Cookies.GetCookieHeader(_api.Client.BaseAddress!);
        (await BackAsync(browser, code, asked["state"]!)).Should().Be("/account");
        (await BackAsync(browser, code, asked["state"]!)).Should().Be(Failed, "the browser has forgotten what it asked");
        using var replay = Browser();
        replay.Client.DefaultRequestHeaders.Add("Cookie", cookies);
        (await BackAsync(replay, code, asked["state"]!)).Should().Be(Failed, "the code is used");
    }

    [Fact]
    public async Task A_code_is_fetched_by_whoever_asked_for_it_alone()
    {
        using var browser = Browser();
        var asked = await SetOutAsync(browser);
        var stolen = _provider.CodeFor(asked["nonce"]!, "the challenge of another", "dina");
        (await BackAsync(browser, stolen, asked["state"]!)).Should().Be(Failed);
    }

    [Theory]
    [InlineData("error=access_denied")]
    [InlineData("iss=https%3A%2F%2Fevil.example&code=x")]
    [InlineData("code=")]
    [InlineData("")]
    public async Task Any_other_answer_leads_back_to_the_sign_in(string answer)
    {
        using var browser = Browser();
        var asked = await SetOutAsync(browser);
        (await browser.OpenAsync($"/sign-in/provider/callback?state={asked["state"]}&{answer}")).Being(HttpStatusCode.Redirect).Headers["Location"].Should().Be(Failed);
        (await browser.OpenAsync(Failed)).Text.Should().Contain("lyktes ikke");
    }

    [Fact]
    public async Task A_provider_that_says_it_is_another_or_is_away_is_told_as_such()
    {
        _provider.Says = "https://evil.example";
        using var browser = Browser();
        (await browser.OpenAsync("/sign-in/provider")).Being(HttpStatusCode.Redirect).Headers["Location"].Should().Be(Failed);
        await _provider.DisposeAsync();
        (await browser.OpenAsync("/sign-in/provider")).Being(HttpStatusCode.Redirect).Headers["Location"].Should().Be(Failed);
    }

    [Fact]
    public async Task The_way_back_is_here_alone()
    {
        using var browser = Browser();
        (await ReturnAsync(browser, back: "https://evil.example/")).Should().Be("/");
    }

    private static IdToken With(IdToken token, string claim, string value)
    {
        token.Claims[claim] = value;
        return token;
    }

    private static Dictionary<string, object> Claims(string name, params string[] groups) => new(StringComparer.Ordinal) { ["name"] = name, ["groups"] = groups };

    private FormBrowser Browser() => new(_api.Client.BaseAddress!);

    private Task<IReadOnlyList<Account>> AccountsAsync() => _api.Services.GetRequiredService<Accounts>().ListAsync(default);

    private async Task<string> ReturnAsync(FormBrowser browser, Func<IdToken, IdToken>? spoil = null, IDictionary<string, object>? claims = null, string back = "/account")
    {
        var asked = await SetOutAsync(browser, back);
        return await BackAsync(browser, _provider.CodeFor(asked["nonce"]!, asked["code_challenge"]!, "dina", spoil, claims), asked["state"]!);
    }

    private async Task<System.Collections.Specialized.NameValueCollection> SetOutAsync(FormBrowser browser, string back = "/account")
    {
        var away = (await browser.OpenAsync($"/sign-in/provider?return={Uri.EscapeDataString(back)}")).Being(HttpStatusCode.Redirect).Headers["Location"];
        away.Should().StartWith(_provider.Authority + "/authorize?");
        var asked = HttpUtility.ParseQueryString(new Uri(away).Query);
        asked["code_challenge_method"].Should().Be("S256");
        asked["redirect_uri"].Should().Be(new Uri(_api.Client.BaseAddress!, "/sign-in/provider/callback").AbsoluteUri);
        return asked;
    }

    private static async Task<string> BackAsync(FormBrowser browser, string code, string state) =>
        (await browser.OpenAsync($"/sign-in/provider/callback?code={code}&state={state}")).Being(HttpStatusCode.Redirect).Headers["Location"];
}
