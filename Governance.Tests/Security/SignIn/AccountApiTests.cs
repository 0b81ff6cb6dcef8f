using System.Net;
using System.Text;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Security.SignIn;

public sealed class AccountApiTests : IAsyncLifetime
{
    private const string Ada = """{"login": " Ada@Example.org", "name": "Ada Eksempel", "grants": [{"role": "secretary", "cluster": "alrek"}]}""";
    private const string Boss = """{"login": "boss", "name": "Bo Eksempel", "grants": [{"role": "admin"}]}""";
    private TestApi _api = null!;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task An_account_is_made_with_a_link_that_is_shown_once()
    {
        var made = (await SendAsync("POST", "/api/accounts", Ada)).Being(HttpStatusCode.Created);
        made.Headers["Cache-Control"].Should().Be("no-store");
        made.Json["passwordLink"]!.GetValue<string>().Should().MatchRegex("^/account/set-password\\?token=.{43}$");

        var listed = (await SendAsync("GET", "/api/accounts")).Json["accounts"]!.AsArray().Should().ContainSingle().Which!.AsObject();
        listed.Remove("createdAt").Should().BeTrue();
        listed.ToJsonString().Should().Be(
            $$"""{"id":"{{made.Id}}","login":"ada@example.org","name":"Ada Eksempel","grants":[{"role":"secretary","cluster":"alrek"}],"hasSecondFactor":false,"createdBy":"bootstrap"}""");
    }

    [Theory]
    [InlineData("""{"login": "ada b", "name": "Ada", "grants": []}""", "login")]
    [InlineData("""{"login": "", "name": "Ada", "grants": []}""", "login")]
    [InlineData("""{"login": "a\u200bda", "name": "Ada", "grants": []}""", "login")]
    [InlineData("""{"login": "ada", "name": "\u3164\u200d", "grants": []}""", "name")]
    [InlineData("""{"login": "ada", "name": "", "grants": []}""", "name")]
    [InlineData("""{"login": "ada", "name": "Ada"}""", "grants")]
    [InlineData("""{"login": "ada", "name": "Ada", "grants": [{"role": "boss"}]}""", "grants[0].role")]
    [InlineData("""{"login": "ada", "name": "Ada", "grants": [{"role": "reader", "cluster": "*"}]}""", "grants[0].cluster")]
    [InlineData("""{"login": "ada", "name": "Ada", "grants": [{"role": "reader"}, {"role": "admin"}]}""", "grants[1].cluster")]
    [InlineData("""{"login": "ada", "name": "Ada", "grants": [], "password": "x"}""", "password")]
    public async Task What_is_wrong_with_a_request_is_named_and_no_account_made(string body, string where)
    {
        var problem = (await SendAsync("POST", "/api/accounts", body)).Being(HttpStatusCode.BadRequest).Json;
        problem["faults"]!.AsArray().Should().ContainSingle().Which!["path"]!.GetValue<string>().Should().Be(where);
        (await SendAsync("GET", "/api/accounts")).Text.Should().Be("""{"accounts":[]}""");
    }

    [Fact]
    public async Task Two_do_not_go_by_one_name_and_the_names_one_had_are_kept()
    {
        var ada = (await SendAsync("POST", "/api/accounts", Ada)).Being(HttpStatusCode.Created).Id;
        foreach (var name in new[] { "ada  EKSEMPEL", "Ａda Eksempel", "Ada\u200d Eksempel" })
            (await SendAsync("POST", "/api/accounts", $$"""{"login": "cy", "name": "{{name}}", "grants": []}""")).Being(HttpStatusCode.Conflict).Json["detail"]!.GetValue<string>().Should().Contain("navnet");
        var boss = (await SendAsync("POST", "/api/accounts", Boss)).Being(HttpStatusCode.Created).Id;
        (await SendAsync("PATCH", $"/api/accounts/{boss}", """{"name": "Ada Eksempel", "grants": []}""")).Being(HttpStatusCode.Conflict);
        (await SendAsync("GET", "/api/accounts")).Text.Should().Contain("""[{"role":"admin"}]""", "nothing of it was done");

        (await SendAsync("PATCH", $"/api/accounts/{ada}", """{"name": "ADA Eksempel"}""")).Being(HttpStatusCode.OK);
        var names = (await SendAsync("PATCH", $"/api/accounts/{ada}", """{"name": "Ada Nyhus"}""")).Being(HttpStatusCode.OK).Json["formerNames"]!.AsArray();
        names.Select(n => n!["name"]!.GetValue<string>()).Should().Equal("Ada Eksempel", "ADA Eksempel");
        (await SendAsync("PATCH", $"/api/accounts/{boss}", """{"name": "Ada Eksempel"}""")).Being(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_do_not_go_by_one_login()
    {
        (await SendAsync("POST", "/api/accounts", Ada)).Being(HttpStatusCode.Created);
        (await SendAsync("POST", "/api/accounts", Ada)).Being(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_account_is_renamed_given_roles_disabled_and_enabled()
    {
        var address = $"/api/accounts/{(await SendAsync("POST", "/api/accounts", Ada)).Id}";
        var changed = (await SendAsync("PATCH", address, """{"name": "Ada Nyhus", "disabled": true, "grants": [{"role": "admin", "cluster": "alrek"}, {"role": "reader"}]}""")).Being(HttpStatusCode.OK).Json;
        changed["name"]!.GetValue<string>().Should().Be("Ada Nyhus");
        changed["grants"]!.ToJsonString().Should().Be("""[{"role":"admin","cluster":"alrek"},{"role":"reader"}]""");
        changed["disabledAt"].Should().NotBeNull();

        (await SendAsync("POST", $"{address}/password-link")).Being(HttpStatusCode.Conflict);
        (await SendAsync("PATCH", address, """{"disabled": false}""")).Being(HttpStatusCode.OK).Json["disabledAt"].Should().BeNull();
        (await SendAsync("POST", $"{address}/password-link")).Being(HttpStatusCode.OK).Json["link"]!.GetValue<string>().Should().Contain("token=");
        (await SendAsync("DELETE", $"{address}/second-factor")).Being(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_clusters_admin_gives_and_takes_roles_there_alone()
    {
        using var admin = await SignedInPerson.WithAsync(_api, [new(Role.Admin, "alrek")], "Dina Eksempel");
        var own = (await SendAsync("POST", "/api/accounts", Ada, admin)).Being(HttpStatusCode.Created).Id;
        (await SendAsync("POST", "/api/accounts", Boss, admin)).Being(HttpStatusCode.Forbidden);
        (await SendAsync("POST", "/api/accounts", """{"login": "cy", "name": "Cy", "grants": []}""", admin)).Being(HttpStatusCode.Forbidden);
        (await SendAsync("PATCH", $"/api/accounts/{own}", """{"grants": [{"role": "reader", "cluster": "nscc"}]}""", admin)).Being(HttpStatusCode.Forbidden);
        (await SendAsync("PATCH", $"/api/accounts/{own}", """{"name": "Ada Nyhus", "grants": [{"role": "reader", "cluster": "alrek"}]}""", admin)).Being(HttpStatusCode.OK);

        var boss = (await SendAsync("POST", "/api/accounts", Boss)).Being(HttpStatusCode.Created).Id;
        Listed(await SendAsync("GET", "/api/accounts", with: admin)).Should().BeEquivalentTo(own, admin.Account.Id);
        (await SendAsync("PATCH", $"/api/accounts/{boss}", """{"disabled": true}""", admin)).Being(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_clusters_admin_cannot_come_in_as_someone_with_a_role_elsewhere()
    {
        using var admin = await SignedInPerson.WithAsync(_api, [new(Role.Admin, "alrek")], "Dina Eksempel");
        using var both = await SignedInPerson.WithAsync(_api, [new(Role.Reader, "alrek"), new(Role.Admin, "nscc")]);
        var address = $"/api/accounts/{both.Account.Id}";

        (await SendAsync("POST", $"{address}/password-link", with: admin)).Being(HttpStatusCode.Forbidden);
        (await SendAsync("DELETE", $"{address}/second-factor", with: admin)).Being(HttpStatusCode.Forbidden);
        (await SendAsync("PATCH", address, """{"disabled": true}""", admin)).Being(HttpStatusCode.Forbidden);

        var seen = (await SendAsync("PATCH", address, """{"grants": []}""", admin)).Being(HttpStatusCode.OK).Json;
        seen["grants"]!.AsArray().Should().BeEmpty();
        (await SendAsync("GET", "/api/accounts")).Text.Should().Contain("""[{"role":"admin","cluster":"nscc"}]""", "the role elsewhere is not theirs to take");
    }

    [Fact]
    public async Task A_clusters_admin_keeps_no_link_to_an_account_that_was_given_a_role_elsewhere()
    {
        using var admin = await SignedInPerson.WithAsync(_api, [new(Role.Admin, "alrek")], "Dina Eksempel");
        var made = (await SendAsync("POST", "/api/accounts", Ada, admin)).Being(HttpStatusCode.Created);
        (await SendAsync("PATCH", $"/api/accounts/{made.Id}", """{"grants": [{"role": "secretary", "cluster": "alrek"}, {"role": "admin", "cluster": "nscc"}]}""")).Being(HttpStatusCode.OK);

        using var browser = new FormBrowser(_api.Client.BaseAddress!);
        (await browser.OpenAsync(made.Json["passwordLink"]!.GetValue<string>())).Being(HttpStatusCode.OK).Text.Should().Contain("Denne lenken gjelder ikke lenger.");
    }

    [Fact]
    public async Task A_role_that_is_taken_ends_the_sessions_on_this_node_at_once()
    {
        using var person = await SignedInPerson.WithAsync(_api, [new(Role.Admin, "alrek")], "Dina Eksempel");
        (await SendAsync("GET", "/api/accounts", with: person)).Being(HttpStatusCode.OK);
        (await SendAsync("PATCH", $"/api/accounts/{person.Account.Id}", """{"grants": []}""")).Being(HttpStatusCode.OK);

        (await SendAsync("GET", "/api/accounts", with: person)).Being(HttpStatusCode.Unauthorized);
    }

    private static IEnumerable<string> Listed(Reply reply) => reply.Json["accounts"]!.AsArray().Select(a => a!["id"]!.GetValue<string>());

    private async Task<Reply> SendAsync(string method, string path, string? json = null, SignedInPerson? with = null)
    {
        using var content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        return await Reply.OfAsync(with is null ? await _api.SendAsync(new(method), path, TestApi.AdminKey, content) : await with.SendAsync(new(method), path, content));
    }
}
