using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Security;

public sealed class KeyTests : IAsyncLifetime
{
    private const string Unauthenticated =
        """{"type":"/problems/unauthenticated","title":"Innlogging kreves","status":401,"detail":"Send en nøkkel, med Bearer foran, i Authorization."}""";

    private const string BadKey =
        """{"type":"/problems/unauthenticated","title":"Innlogging kreves","status":401,"detail":"Nøkkelen er ukjent, utløpt eller trukket tilbake."}""";

    private const string Forbidden =
        """{"type":"/problems/forbidden","title":"Ikke tillatt","status":403,"detail":"Innloggingen har ikke rollen som trengs."}""";

    private TestApi _api = null!;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync(more: app =>
    {
        app.MapGet("/public", (Caller caller) => caller.ActorId ?? "anyone");
        foreach (var role in Enum.GetValues<Role>()) app.MapGet($"/{{cluster}}/{role}", () => "in").RequireRole(role);
        app.MapGet("/everywhere", () => "in").RequireRole(Role.Secretary);
    });

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task A_key_is_shown_once_and_works_until_it_is_revoked()
    {
        var (id, key) = await CreateAsync(new { name = "Ada", role = "secretary", cluster = "alrek" });
        (await BodyAsync("/public", key)).Should().Be(id);
        (await BodyAsync("/api/keys", TestApi.AdminKey)).Should().Contain(id).And.NotContain(key);

        using var revoked = await _api.SendAsync(HttpMethod.Delete, $"/api/keys/{id}", TestApi.AdminKey);
        revoked.StatusCode.Should().Be(HttpStatusCode.NoContent);
        await Eventually.TrueAsync(async () => await StatusAsync("/public", key) == HttpStatusCode.Unauthorized);
        (await BodyAsync("/api/keys", TestApi.AdminKey)).Should().Contain("revokedAt");
    }

    [Fact]
    public async Task A_key_is_listed_with_all_but_its_secret()
    {
        var (id, _) = await CreateAsync(new { name = " Ada ", role = "secretary", cluster = "alrek", expiresAt = "2999-01-31T00:00:00+01:00" });
        var listed = JsonNode.Parse(await BodyAsync("/api/keys", TestApi.AdminKey))!["keys"]!.AsArray().Should().ContainSingle().Which!.AsObject();
        listed.Remove("createdAt").Should().BeTrue();

        listed.ToJsonString().Should().Be(
            $$"""{"id":"{{id}}","name":"Ada","role":"secretary","cluster":"alrek","createdBy":"bootstrap","expiresAt":"2999-01-30T23:00:00.000000Z"}""");
    }

    [Theory]
    [InlineData("""{"name":"Ada","role":"boss"}""", "role")]
    [InlineData("""{"name":"Ada","role":2}""", "role")]
    [InlineData("""{"name":"","role":"reader"}""", "name")]
    [InlineData("""{"name":"Ada","role":"reader","cluster":"Alrek helseklynge"}""", "cluster")]
    [InlineData("""{"name":"Ada","role":"reader","clusters":["alrek"]}""", "clusters")]
    [InlineData("""{"name":"Ada","role":"reader","expiresAt":"2020-01-01T00:00:00Z"}""", "expiresAt")]
    public async Task What_is_wrong_with_a_request_is_named_and_no_key_made(string body, string where)
    {
        using var answer = await _api.SendAsync(HttpMethod.Post, "/api/keys", TestApi.AdminKey, new StringContent(body, Encoding.UTF8, "application/json"));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var problem = JsonNode.Parse(await answer.ProblemAsync())!;
        problem["type"]!.GetValue<string>().Should().Be("/problems/malformed");
        problem["faults"]!.AsArray().Should().ContainSingle().Which!["path"]!.GetValue<string>().Should().Be(where);
        (await BodyAsync("/api/keys", TestApi.AdminKey)).Should().Be("""{"keys":[]}""");
    }

    [Fact]
    public async Task Only_the_hash_of_a_key_is_stored()
    {
        var (id, key) = await CreateAsync(new { name = "Ada", role = "reader" });
        await using var command = _api.Database.CreateCommand("select k::text, data->>'hash' from mt_doc_apikey k where id = $1");
        command.Parameters.Add(new() { Value = id });
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();

        row.GetString(0).Should().NotContain(key);
        row.GetString(1).Should().Be(Convert.ToHexStringLower(Token.Hash(key)));
    }

    [Theory]
    [InlineData("gov_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("")]
    [InlineData("'; drop table mt_doc_apikey; --")]
    public async Task A_wrong_key_is_refused_even_where_none_is_needed(string key)
    {
        using var answer = await _api.SendAsync(HttpMethod.Get, "/public", key);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().Should().Be("Bearer error=\"invalid_token\"");
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await answer.ProblemAsync()).Should().Be(BadKey);
    }

    [Fact]
    public async Task A_login_that_is_no_key_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/public");
        request.Headers.Authorization = new("Basic", "YWRhOnNlY3JldA==");
        using var answer = await _api.Client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Without_a_key_what_is_public_is_open_and_the_rest_asks_for_one()
    {
        (await BodyAsync("/public")).Should().Be("anyone");

        using var answer = await _api.SendAsync(HttpMethod.Get, "/alrek/Reader");
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().Should().Be("Bearer");
        (await answer.ProblemAsync()).Should().Be(Unauthenticated);
    }

    [Fact]
    public async Task Each_role_includes_those_before_it_and_holds_in_its_own_cluster()
    {
        var (_, key) = await CreateAsync(new { name = "Ada", role = "secretary", cluster = "alrek" });

        (await StatusAsync("/alrek/Reader", key)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync("/alrek/Secretary", key)).Should().Be(HttpStatusCode.OK);
        (await RefusalAsync("/alrek/Admin", key)).Should().Be(Forbidden);
        (await RefusalAsync("/nscc/Reader", key)).Should().Be(Forbidden);
        (await RefusalAsync("/everywhere", key)).Should().Be(Forbidden);
    }

    [Fact]
    public async Task A_key_for_all_clusters_holds_in_each()
    {
        var (_, key) = await CreateAsync(new { name = "Ada", role = "secretary" });

        (await StatusAsync("/alrek/Secretary", key)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync("/nscc/Reader", key)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync("/everywhere", key)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync("/api/keys", key)).Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_clusters_admin_hands_out_and_sees_that_clusters_keys_alone()
    {
        var (_, admin) = await CreateAsync(new { name = "Ada", role = "admin", cluster = "alrek" });
        var (other, _) = await CreateAsync(new { name = "Bo", role = "reader", cluster = "nscc" });
        var (own, _) = await CreateAsync(new { name = "Cy", role = "admin", cluster = "alrek" }, admin);

        (await BodyAsync("/api/keys", admin)).Should().Contain(own).And.NotContain(other);
        using var elsewhere = await _api.SendAsync(HttpMethod.Post, "/api/keys", admin, JsonContent.Create(new { name = "Di", role = "reader", cluster = "nscc" }));
        elsewhere.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var everywhere = await _api.SendAsync(HttpMethod.Post, "/api/keys", admin, JsonContent.Create(new { name = "Di", role = "reader" }));
        everywhere.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var foreign = await _api.SendAsync(HttpMethod.Delete, $"/api/keys/{other}", admin);
        foreign.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_key_whose_maker_is_gone_is_shown_as_such()
    {
        using var admin = await SignedInPerson.WithAsync(_api, Role.Admin, "alrek");
        using var made = await admin.SendAsync(HttpMethod.Post, "/api/keys", JsonContent.Create(new { name = "Ada", role = "admin", cluster = "alrek" }));
        var byPerson = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
        var (ofKey, _) = await CreateAsync(new { name = "Bo", role = "reader", cluster = "alrek" }, byPerson);
        (await OrphansAsync()).Should().BeEmpty();

        var accounts = _api.Services.GetRequiredService<Accounts>();
        await accounts.GrantAsync(admin.Account, [new(Role.Secretary, "alrek")], default);
        var gone = (await OrphansAsync()).Should().ContainSingle("they are no longer admin there").Which;
        await accounts.DisableAsync(admin.Account.Id, default);
        (await OrphansAsync()).Should().Equal(gone);
        using var ended = await _api.SendAsync(HttpMethod.Delete, $"/api/keys/{gone}", TestApi.AdminKey);
        (await OrphansAsync()).Should().Equal(gone, ofKey);

        async Task<IEnumerable<string>> OrphansAsync() =>
            JsonNode.Parse(await BodyAsync("/api/keys", TestApi.AdminKey))!["keys"]!.AsArray().Where(k => k!["creatorGone"]?.GetValue<bool>() == true).Select(k => k!["id"]!.GetValue<string>());
    }

    private async Task<(string Id, string Key)> CreateAsync(object request, string? with = null)
    {
        using var answer = await _api.SendAsync(HttpMethod.Post, "/api/keys", with ?? TestApi.AdminKey, JsonContent.Create(request));
        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (made.GetProperty("id").GetString()!, made.GetProperty("key").GetString()!);
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string? key = null)
    {
        using var answer = await _api.SendAsync(HttpMethod.Get, path, key);
        return answer.StatusCode;
    }

    private async Task<string> RefusalAsync(string path, string key)
    {
        using var answer = await _api.SendAsync(HttpMethod.Get, path, key);
        return await answer.ProblemAsync();
    }

    private async Task<string> BodyAsync(string path, string? key = null)
    {
        using var answer = await _api.SendAsync(HttpMethod.Get, path, key);
        return await answer.Content.ReadAsStringAsync();
    }
}
