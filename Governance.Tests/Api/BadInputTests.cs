using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Api;

public sealed class BadInputTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Sound = """{"title": "Forum", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "kind": "forum", "name": "Faglig forum"}]}""";

    private static readonly string Long = new('x', 10_000);

    public static TheoryData<string, string, string, string> Malformed => new()
    {
        { "not JSON", """{"title": """, "", "Not valid JSON: line 1, column 11." },
        { "trailing comma", """{"title": "A",}""", "", "Not valid JSON: line 1, column 15." },
        { "not an object", "[]", "", "Must be an object, not a list." },
        { "unknown member", Sound.Replace("\"title\"", "\"titel\"", StringComparison.Ordinal), "titel title",
            "Unknown member. Did you mean title? Here may stand: caseNumber, title, decidedOn, text, decidedBy, decidedByText, effectiveFrom, meeting, links, follows, visibility, note, changes.|Is missing." },
        { "doubled member", Sound.Replace("{\"title\"", "{\"title\": \"A\", \"title\"", StringComparison.Ordinal), "title", "Is given more than once." },
        { "wrong type", Sound.Replace("\"Forum\"", "12", StringComparison.Ordinal), "title", "Must be a text, not a number." },
        { "impossible date", Sound.Replace("2017", "2017-02-30", StringComparison.Ordinal), "decidedOn", "Is not a date. Write 2016, 2016-08 or 2016-08-15, in the years 1000–2999." },
        { "null in a list", Sound.Replace("[{", "[null, {", StringComparison.Ordinal), "changes[0]", "A list cannot contain null." },
        { "NUL", Sound.Replace("Faglig forum", "Faglig\\u0000forum", StringComparison.Ordinal), "changes[0].name", "The text has characters that cannot be stored (control characters or half surrogate pairs)." },
        { "half a character", Sound.Replace("Faglig forum", "Faglig\\ud83dforum", StringComparison.Ordinal), "changes[0].name", "The text has characters that cannot be stored (control characters or half surrogate pairs)." },
        { "a long name", Sound.Replace("Faglig forum", Long, StringComparison.Ordinal), "changes[0].name", "Must be 1–200 characters on one line, without invisible ones, and not begin with #." },
        { "a long text", Sound.Replace("\"Forum\"", $"\"{Long}{Long}x\"", StringComparison.Ordinal), "title", "The text is longer than 20000 characters." },
        { "a mandate of too many words", $$"""{"title": "A", "decidedByText": "B", "decidedOn": "2017", "changes": [{"type": "adopt-mandate", "body": "Styre", "points": ["{{string.Join(' ', Enumerable.Repeat("ord", 4_000))}}", "{{string.Join(' ', Enumerable.Repeat("ord", 4_000))}}", "{{string.Join(' ', Enumerable.Repeat("ord", 2_001))}}"]}]}""", "changes[0].points", "The texts have more than 10000 words together." },
        { "a name that is a reference", Sound.Replace("Faglig forum", "#forum", StringComparison.Ordinal), "changes[0].name", "Must be 1–200 characters on one line, without invisible ones, and not begin with #." },
        { "unknown change", Sound.Replace("establish-body", "abolish-body", StringComparison.Ordinal), "changes[0].type", "'abolish-body' is not one of the words *" },
        { "all at once", """{"title": 1, "decidedOn": "x", "caseNumber": "", "links": [{"url": "javascript:alert(1)"}], "changes": [{"type": "rename-body", "nam": "A"}]}""",
            "title decidedOn caseNumber links[0].url links[0].title changes[0].nam changes[0].body changes[0].name .", "*" },
    };

    [Theory]
    [InlineData("name", "\\u200b")]
    [InlineData("name", "Ada\\u200bb")]
    [InlineData("email", "ada\\u202e@example.org")]
    [InlineData("email", "ada@example.org\\nBcc: bo@example.org")]
    [InlineData("email", "ada@exam\\u200bple.org")]
    [InlineData("phone", "55\\u2028000000")]
    [InlineData("title", "Lege\\tog")]
    [InlineData("organisation", "\\u3164")]
    public async Task A_persons_names_and_addresses_are_lines_that_show(string member, string text)
    {
        var cluster = await api.FoundAsync();
        var person = (await cluster.PostAsync("/people", """{"name": "Ada"}""")).Being(HttpStatusCode.Created).Id;
        foreach (var refused in new[] { await cluster.PostAsync("/people", $$"""{"name": "Ada", "{{member}}": "{{text}}"}""".Replace("\"name\": \"Ada\", \"name\"", "\"name\"", StringComparison.Ordinal)), await cluster.PatchAsync($"/people/{person}", $$"""{"{{member}}": "{{text}}"}""") })
            refused.Being(HttpStatusCode.BadRequest).Json["faults"]!.AsArray().Should().ContainSingle().Which!["path"]!.GetValue<string>().Should().Be(member);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task What_is_made_wrong_is_told_place_by_place_and_nothing_stored(string what, string body, string places, string messages)
    {
        var cluster = await api.FoundAsync();

        var refused = (await cluster.PostAsync("/decisions?lang=en", body)).Being(HttpStatusCode.BadRequest);

        var faults = refused.Json["faults"]!.AsArray();
        faults.Select(f => f!["path"]!.GetValue<string>() is { Length: > 0 } path ? path : ".").Should().BeEquivalentTo(places.Length == 0 ? ["."] : places.Split(' '), what);
        string.Join('|', faults.Select(f => f!["message"]!.GetValue<string>())).Should().Match(messages, what);
        refused.Without("traceId", "faults").ToJsonString().Should().Be(
            $$"""{"type":"/problems/malformed","title":"The request is malformed","status":400,"detail":"See faults for all that is wrong.","instance":"/api/clusters/{{cluster.Id}}/decisions"}""");
        await NothingIsStoredAsync(cluster);
    }

    [Fact]
    public async Task The_body_the_query_and_the_headers_are_told_of_at_once_and_in_either_language()
    {
        var cluster = await api.FoundAsync();

        var refused = (await cluster.PostAsync("/decisions?dryRun=maybe&lang=nb", """{"title": "A"}""", ("Idempotency-Key", new string('k', 201)), ("If-Match", "seven"))).Being(HttpStatusCode.BadRequest);

        refused.Json["title"]!.GetValue<string>().Should().Be("Forespørselen har feil form");
        refused.Json["faults"]!.AsArray().Select(f => $"{f!["path"]}: {f["message"]}").Should().BeEquivalentTo(
            "decidedOn: Mangler.", ": Trenger decidedBy, eller decidedByText.", "Idempotency-Key: Skal gis én gang, med 1–200 skrivbare ASCII-tegn.",
            "If-Match: Skal være en posisjon i anførselstegn: \"12\".", "?dryRun: «maybe» er ikke et av ordene true, false.");
        await NothingIsStoredAsync(cluster);
    }

    [Theory]
    [InlineData("?asOf=2022-02-30", "?asOf")]
    [InlineData("?asOf=2022", "?asOf")]
    [InlineData("?asOf=", "?asOf")]
    [InlineData("?asOf=2022-01-01&asOf=2022-01-02", "?asOf")]
    [InlineData("?knownAt=yesterday&lang=fr&minPosition=1.5", "?knownAt ?lang ?minPosition")]
    [InlineData("?minPosition=99999999999999999999", "?minPosition")]
    public async Task A_question_that_is_made_wrong_is_told_place_by_place(string question, string places)
    {
        var cluster = await api.FoundAsync();

        var refused = (await cluster.GetAsync("/structure" + question)).Being(HttpStatusCode.BadRequest);

        refused.Json["faults"]!.AsArray().Select(f => f!["path"]!.GetValue<string>()).Should().Equal(places.Split(' '));
    }

    [Fact]
    public async Task Marks_of_other_languages_are_text_and_do_no_harm()
    {
        var cluster = await api.FoundAsync();
        const string name = "<script>alert(\"'&\")</script> {{7*7}} '; drop table mt_events; -- ${x} %s 🜁 \u202E";

        var made = await cluster.DecideAsync(Sound.Replace("\"Faglig forum\"", JsonValue.Create(name).ToJsonString(), StringComparison.Ordinal));

        foreach (var path in new[] { "/structure", "/committees", $"/bodies/{made.Json["changes"]![0]!["body"]}" })
        {
            var shown = (await cluster.GetAsync(path)).Being(HttpStatusCode.OK);
            shown.Text.Should().NotContain("<").And.NotContain("'").And.NotContain("&");
            shown.Headers.Should().Contain("X-Content-Type-Options", "nosniff").And.Contain("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            (shown.Json["bodies"]?[0] ?? shown.Json)!["name"]!.GetValue<string>().Should().Be(name);
        }
        await api.VerifyAsync(cluster);
    }

    [Fact]
    public async Task Two_mebibytes_are_too_large()
    {
        var cluster = await api.FoundAsync();

        var refused = (await cluster.PostAsync("/decisions?lang=en", Sound + new string(' ', 2 << 20))).Being(HttpStatusCode.RequestEntityTooLarge);

        refused.Without("traceId").ToJsonString().Should().Be(
            $$"""{"type":"/problems/too-large","title":"The request is too large","status":413,"detail":"Send 1 MiB or less, to import 32 MiB, in a form 512 KiB, to sign in 16 KiB.","instance":"/api/clusters/{{cluster.Id}}/decisions"}""");
        (await cluster.PostAsync("/import", """{"decisions": []}""" + new string(' ', 2 << 20))).Being(HttpStatusCode.OK);
        await NothingIsStoredAsync(cluster);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData(null)]
    public async Task Another_format_than_JSON_is_refused(string? contentType)
    {
        var cluster = await api.FoundAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Sound));
        if (contentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var refused = await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Post, $"/api/clusters/{cluster.Id}/decisions?lang=en", TestApi.AdminKey, content));

        refused.Being(HttpStatusCode.UnsupportedMediaType).Json["type"]!.GetValue<string>().Should().Be("/problems/unsupported-media-type");
        await NothingIsStoredAsync(cluster);
    }

    [Fact]
    public async Task Without_the_right_key_nothing_is_told_of_what_exists()
    {
        var cluster = await api.FoundAsync();
        var reader = await api.KeyAsync(Role.Reader, cluster.Id);
        foreach (var (key, status, type) in new[] { (null, HttpStatusCode.Unauthorized, "unauthenticated"), ("gov_bad", HttpStatusCode.Unauthorized, "unauthenticated"), (reader, HttpStatusCode.Forbidden, "forbidden") })
        {
            var here = (await cluster.As(key).PostAsync("/decisions", "not even JSON")).Being(status);
            var nowhere = (await api.Unfounded().As(key).PostAsync("/decisions", "not even JSON")).Being(status);

            here.Json["type"]!.GetValue<string>().Should().Be($"/problems/{type}");
            here.Without("traceId", "instance").ToJsonString().Should().Be(nowhere.Without("traceId", "instance").ToJsonString());
        }
        await NothingIsStoredAsync(cluster);
    }

    [Theory]
    [InlineData("GET", "/bodies/00000000-0000-0000-0000-000000000000")]
    [InlineData("GET", "/bodies/not-an-id")]
    [InlineData("GET", "/nothing")]
    [InlineData("POST", "/decisions/00000000-0000-0000-0000-000000000000/annulment")]
    [InlineData("POST", "/decisions/x/annulment")]
    [InlineData("PATCH", "/people/00000000-0000-0000-0000-000000000000")]
    [InlineData("DELETE", "/people/00000000-0000-0000-0000-000000000000")]
    public async Task What_is_not_there_is_not_found(string method, string path)
    {
        var cluster = await api.FoundAsync();
        var body = method switch { "POST" => """{"reason": "Feil."}""", "PATCH" => """{"title": "A"}""", _ => null };

        var refused = (await cluster.SendAsync(new HttpMethod(method), path, body, [])).Being(HttpStatusCode.NotFound);

        refused.Json["instance"]!.GetValue<string>().Should().Be($"/api/clusters/{cluster.Id}{path}");
        new Labels().Same(refused.Without("traceId", "instance"),
            """{"type": "/problems/not-found", "title": "Finnes ikke", "status": 404, "detail": "Det er ingenting på denne adressen."}""");
        await NothingIsStoredAsync(cluster);
    }

    [Fact]
    public async Task A_method_that_is_not_there_says_which_are()
    {
        var cluster = await api.FoundAsync();

        using var refused = await api.Api.SendAsync(HttpMethod.Put, $"/api/clusters/{cluster.Id}/decisions", TestApi.AdminKey);

        refused.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        refused.Content.Headers.Allow.Should().BeEquivalentTo("GET", "POST");
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    public async Task A_page_is_read_and_sent_in_and_nothing_else(string method)
    {
        var cluster = await api.FoundAsync();

        using var refused = await api.Api.SendAsync(new(method), $"/{cluster.Id}/decisions", TestApi.AdminKey);

        refused.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        refused.Content.Headers.Allow.Should().BeEquivalentTo("GET", "POST");
    }

    private static async Task NothingIsStoredAsync(ClusterClient cluster) => (await cluster.PositionAsync()).Should().Be(1);
}
