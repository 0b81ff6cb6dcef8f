using System.Net;
using System.Net.Http.Json;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Security.SignIn;

public sealed class SessionTests : IAsyncLifetime
{
    private static readonly Grant Secretary = new(Role.Secretary, "alrek");
    private TestApi _api = null!;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync(more: app =>
    {
        app.MapGet("/public", (Caller caller) => caller.ActorId ?? "anyone");
        app.MapMethods("/{cluster}/changed", ["GET", "POST", "PUT", "PATCH", "DELETE"], () => "done").RequireRole(Role.Secretary);
    });

    public async Task DisposeAsync() => await _api.DisposeAsync();

    private Accounts Accounts => _api.Services.GetRequiredService<Accounts>();

    [Fact]
    public async Task Who_is_signed_in_is_the_caller_with_their_roles_where_they_hold()
    {
        using var person = await SignedInPerson.WithAsync(_api, Role.Secretary, "alrek");

        (await person.Client.GetStringAsync("/public")).Should().Be(person.Account.Id);
        (await StatusAsync(person, HttpMethod.Get, "/alrek/changed")).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(person, HttpMethod.Get, "/nscc/changed")).Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_account_without_grants_may_do_nothing()
    {
        using var person = await SignedInPerson.WithAsync(_api, []);

        (await StatusAsync(person, HttpMethod.Get, "/alrek/changed")).Should().Be(HttpStatusCode.Forbidden);
        (await StatusAsync(person, HttpMethod.Get, "/api/keys")).Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("'; drop table gov_sessions; --")]
    public async Task A_token_that_is_none_counts_as_no_login(string token)
    {
        (await PresentAsync(token, "/public")).Should().Be((HttpStatusCode.OK, "anyone"));
        (await PresentAsync(token, "/alrek/changed")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_bad_key_is_refused_even_beside_a_good_session()
    {
        using var person = await SignedInPerson.WithAsync(_api, Role.Admin, null);
        person.Client.DefaultRequestHeaders.Authorization = new("Bearer", "gov_wrong");

        (await StatusAsync(person, HttpMethod.Get, "/public")).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("same-origin", null, HttpStatusCode.OK)]
    [InlineData("same-site", null, HttpStatusCode.Forbidden)]
    [InlineData("cross-site", null, HttpStatusCode.Forbidden)]
    [InlineData("none", null, HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "own", HttpStatusCode.Forbidden)]
    [InlineData(null, "own", HttpStatusCode.OK)]
    [InlineData(null, "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData(null, "http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData(null, "null", HttpStatusCode.Forbidden)]
    [InlineData(null, null, HttpStatusCode.Forbidden)]
    public async Task Only_our_own_pages_make_a_signed_in_browser_change_anything(string? site, string? origin, HttpStatusCode expected)
    {
        using var person = await SignedInPerson.WithAsync(_api, Role.Secretary, "alrek");
        person.Client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        if (site is not null) person.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        if (origin is not null) person.Client.DefaultRequestHeaders.Add("Origin", origin == "own" ? _api.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) : origin);

        foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE" }) (await StatusAsync(person, new(method), "/alrek/changed")).Should().Be(expected, method);
        (await StatusAsync(person, HttpMethod.Get, "/alrek/changed")).Should().Be(HttpStatusCode.OK, "reading changes nothing");
    }

    [Fact]
    public async Task A_key_changes_things_from_anywhere()
    {
        using var made = await _api.SendAsync(HttpMethod.Post, "/api/keys", TestApi.AdminKey, JsonContent.Create(new { name = "Ada", role = "reader" }));
        made.StatusCode.Should().Be(HttpStatusCode.Created, "no browser sends a key by itself");
    }

    [Fact]
    public async Task What_someone_signed_in_is_shown_is_kept_by_their_browser_alone()
    {
        using var person = await SignedInPerson.WithAsync(_api, Role.Admin, null);
        using var founded = await person.SendAsync(HttpMethod.Post, "/api/clusters", JsonContent.Create(new { id = "alrek", name = "Alrek", foundedOn = "2016" }));
        founded.StatusCode.Should().Be(HttpStatusCode.Created);

        using var mine = await person.SendAsync(HttpMethod.Get, "/api/clusters/alrek/committees");
        mine.Headers.CacheControl!.Private.Should().BeTrue();
        mine.Headers.Vary.Should().Contain("Cookie");
    }

    [Fact]
    public async Task A_session_ends_everywhere_when_the_account_is_disabled_or_its_roles_change()
    {
        await using var other = await TestApi.StartAsync([$"--ConnectionStrings:Governance={_api.ConnectionString}"]);
        foreach (var change in new Func<Account, Task>[] { a => Accounts.DisableAsync(a.Id, default), a => Accounts.GrantAsync(a, [new(Role.Admin, null)], default) })
        {
            using var person = await SignedInPerson.WithAsync(_api, [Secretary]);
            using var elsewhere = await SignedInPerson.AsAsync(other, person.Account);
            foreach (var browser in new[] { person, elsewhere }) (await StatusAsync(browser, HttpMethod.Get, "/api/keys")).Should().Be(HttpStatusCode.Forbidden);

            await change(person.Account);

            foreach (var browser in new[] { person, elsewhere })
                await Eventually.TrueAsync(async () => await StatusAsync(browser, HttpMethod.Get, "/api/keys") == HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task Only_the_hash_of_a_session_is_stored()
    {
        using var person = await SignedInPerson.WithAsync(_api, [Secretary]);
        await using var command = _api.Database.CreateCommand("select s::text || encode(hash, 'escape') from gov_sessions s where account = $1");
        command.Parameters.Add(new() { Value = person.Account.Id });

        ((string)(await command.ExecuteScalarAsync())!).Should().NotContain(person.Token);
    }

    private async Task<(HttpStatusCode Status, string Text)> PresentAsync(string token, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", $"{SignedInPerson.CookieName}={Uri.EscapeDataString(token)}");
        using var answer = await _api.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpStatusCode> StatusAsync(SignedInPerson person, HttpMethod method, string path)
    {
        using var answer = await person.SendAsync(method, path);
        return answer.StatusCode;
    }
}
