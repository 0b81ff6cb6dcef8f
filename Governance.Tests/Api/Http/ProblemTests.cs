using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Governance.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Governance.Tests.Api.Http;

public sealed class ProblemTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Sound = """{"title":"x","decidedOn":"2022","decidedBy":"A"}""";

    [Theory]
    [InlineData("GET", "/nowhere", 404, "not-found", "Finnes ikke")]
    [InlineData("GET", "/nowhere?lang=en", 404, "not-found", "Not found")]
    [InlineData("DELETE", "/view", 405, "method-not-allowed", "Metoden kan ikke brukes her")]
    [InlineData("GET", "/fails", 500, "internal-error", "Noe gikk galt hos oss")]
    [InlineData("GET", "/away", 503, "not-ready", "Ikke klar ennå")]
    public async Task A_refusal_is_a_whole_problem(string method, string path, int status, string type, string title)
    {
        var (response, problem) = await SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        ((int)response.StatusCode).Should().Be(status);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        problem["type"]!.GetValue<string>().Should().Be("/problems/" + type);
        problem["title"]!.GetValue<string>().Should().Be(title);
        problem["status"]!.GetValue<int>().Should().Be(status);
        problem["instance"]!.GetValue<string>().Should().Be(path.Split('?')[0]);
        problem.Select(member => member.Key).Should().Equal("type", "title", "status", "detail", "instance", "traceId");
    }

    [Fact]
    public async Task What_failed_on_our_side_is_told_in_the_log_alone_under_the_trace_id()
    {
        var (_, problem) = await SendAsync(new(HttpMethod.Get, "/fails"));

        problem.ToJsonString().Should().NotContain("secret").And.NotContain("Exception");
        var trace = problem["traceId"]!.GetValue<string>();
        host.Log.Lines.Should().ContainSingle(line => line.Text.Contains(trace)).Which.Should().Match<(LogLevel Level, string, Exception? Exception)>(
            line => line.Level == LogLevel.Error && line.Exception!.Message == "the secret");
    }

    [Fact]
    public async Task Who_leaves_in_the_middle_of_an_answer_is_no_failure_of_ours()
    {
        using (await host.Client.GetAsync(new Uri("/endless", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead))
        {
            // Begun, and left.
        }
        await host.EndlessEnded.Task.WaitAsync(TimeSpan.FromSeconds(30));

        host.Log.Lines.Should().NotContain(line => line.Exception != null && line.Exception.Message.Contains("already started"));
    }

    [Fact]
    public async Task A_database_that_is_away_is_told_with_when_to_try_again()
    {
        var (response, problem) = await SendAsync(new(HttpMethod.Get, "/away"));

        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        problem.ToJsonString().Should().NotContain("10.0.0.7");
    }

    [Fact]
    public async Task Faults_of_body_query_and_headers_are_told_together()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/echo?asOf=2022-02-30&knownAt=now&lang=en&asOff=x") { Content = JsonOf("""{"titel":1,"decidedOn":"2022","decidedBy":"A"}""") };
        request.Headers.Add("Idempotency-Key", new string('k', 201));
        request.Headers.TryAddWithoutValidation("If-Match", "12");

        var (response, problem) = await SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        problem["type"]!.GetValue<string>().Should().Be("/problems/malformed");
        problem["faults"]!.AsArray().Select(fault => fault!["path"]!.GetValue<string>()).Should().Equal("titel", "title", "Idempotency-Key", "If-Match", "?asOf", "?knownAt", "?asOff");
        problem["faults"]![1]!["message"]!.GetValue<string>().Should().Be("Is missing.");
    }

    [Theory]
    [InlineData("?asOf=2022-01-01&asOf=2022-01-01", "?asOf")]
    [InlineData("?asOf=2022", "?asOf")]
    [InlineData("?asOf=", "?asOf")]
    [InlineData("?knownAt=2026-01-31T10:11:12", "?knownAt")]
    [InlineData("?lang=sv", "?lang")]
    [InlineData("?lang=nb&lang=en", "?lang")]
    public async Task A_parameter_at_fault_is_told(string query, string path)
    {
        var (_, problem) = await SendAsync(new(HttpMethod.Get, "/view" + query));

        problem["faults"]!.AsArray().Should().ContainSingle().Which!["path"]!.GetValue<string>().Should().Be(path);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Only_JSON_in_UTF_8_is_taken(string? type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Sound));
        if (type is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        var (response, problem) = await SendAsync(new(HttpMethod.Post, "/echo") { Content = content });

        ((int)response.StatusCode, problem["type"]!.GetValue<string>()).Should().Be((415, "/problems/unsupported-media-type"));
    }

    [Theory]
    [InlineData("/echo", 1 << 20, true)]
    [InlineData("/echo", 1 << 20, false)]
    [InlineData("/import", 32 << 20, true)]
    public async Task A_request_over_the_limit_is_too_large(string path, int limit, bool announced)
    {
        var content = JsonOf(new string(' ', limit + 1));
        if (!announced) content.Headers.ContentLength = null;
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.TransferEncodingChunked = !announced;
        request.Headers.ExpectContinue = true;

        var (response, problem) = await SendAsync(request);

        ((int)response.StatusCode, problem["type"]!.GetValue<string>()).Should().Be((413, "/problems/too-large"));
    }

    [Fact]
    public async Task An_import_may_be_larger_than_other_requests()
    {
        var lines = string.Join(',', Enumerable.Repeat($"\"{new string('x', 19_000)}\"", 1600));

        (await host.Client.PostAsync("/import", JsonOf($$"""{"lines":[{{lines}}]}"""))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_sound_request_comes_through_with_all_its_parts()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/echo?asOf=2022-06-15&knownAt=2026-01-31T11:11:12.123456+01:00") { Content = JsonOf(Sound) };
        request.Headers.Add("Idempotency-Key", "k 1");
        request.Headers.TryAddWithoutValidation("If-Match", "\"12\"");

        var answer = await (await host.Client.SendAsync(request)).Content.ReadFromJsonAsync<JsonObject>();

        answer!["value"]!.ToJsonString().Should().Be("""{"title":"x","decidedOn":"2022","decidedBy":"A"}""");
        (answer["key"]!.GetValue<string>(), answer["expected"]!.GetValue<int>()).Should().Be(("k 1", 12));
        answer["at"]!.ToJsonString().Should().Be("""{"asOf":"2022-06-15","knownAt":"2026-01-31T10:11:12.123456Z","lang":"nb"}""");
    }

    [Fact]
    public async Task Requests_that_ask_the_same_have_one_hash()
    {
        async Task<string> HashAsync(string json) => (await (await host.Client.PostAsync("/echo", JsonOf(json))).Content.ReadFromJsonAsync<JsonObject>())!["hash"]!.GetValue<string>();

        var hash = await HashAsync(Sound);

        (await HashAsync("\uFEFF{ \"decidedBy\": \"\\u0041\", \"decidedOn\":\"2022\", \"title\" : \"x\" }")).Should().Be(hash);
        (await HashAsync(Sound.Replace("\"A\"", "\"B\"", StringComparison.Ordinal))).Should().NotBe(hash);
    }

    [Fact]
    public async Task A_broken_rule_is_told_with_how_a_partial_date_was_read()
    {
        (await (await host.Client.GetAsync("/refused?lang=en")).ProblemAsync()).Should().Be(
            """{"type":"/problems/rule-violated","title":"The decision contradicts what is recorded already","status":422,"detail":"See violations for all that stands in the way.","violations":[{"code":"name-taken","message":"Another partner is already called '<b>'. 2022 counts as 2022-01-01.","change":1,"member":"name","date":"2022","candidates":[]}]}""");
    }

    [Fact]
    public async Task A_stale_position_is_told_with_what_came_since() =>
        (await (await host.Client.GetAsync("/stale")).ProblemAsync()).Should().EndWith(""","status":412,"detail":"Se since for det som er registrert siden.","since":[{"position":13,"sentence":"y"}]}""");

    private static StringContent JsonOf(string json) => new(json, Encoding.UTF8, "application/json");

    private async Task<(HttpResponseMessage, JsonObject)> SendAsync(HttpRequestMessage request)
    {
        var response = await host.Client.SendAsync(request);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        return (response, (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }
}
