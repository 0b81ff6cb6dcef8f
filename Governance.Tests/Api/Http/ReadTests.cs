using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Governance.Tests.Api.Http;

public sealed class ReadTests : IAsyncLifetime
{
    private readonly TestHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task An_answer_says_what_it_is_and_how_long_it_may_be_kept()
    {
        var response = await GetAsync("/view");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.ETag!.IsWeak.Should().BeFalse();
        Header(response, "Governance-Position").Should().Be("12");
        Header(response, "Vary").Should().Be("Accept, Authorization, Cookie, Accept-Encoding");
        Header(response, "Cache-Control").Should().Be("public, max-age=42");
        response.Content.Headers.ContentType!.ToString().Should().Be("application/json; charset=utf-8");
        (await response.Content.ReadAsStringAsync()).Should().Be(
            "{\"name\":\"Å \\u003Cb\\u003E \\u0026 \\u0027x\\u0027\",\"position\":12,\"at\":\"2026-01-31T10:11:12.123456Z\"}");
    }

    [Fact]
    public async Task With_a_login_an_answer_is_for_its_holder_alone()
    {
        host.Login = true;

        (await GetAsync("/view")).Headers.CacheControl.Should().Be(new CacheControlHeaderValue { Private = true, MaxAge = TimeSpan.FromSeconds(42) });
    }

    [Fact]
    public async Task The_same_question_of_the_same_version_is_rendered_once()
    {
        foreach (var path in new[] { "/view", "/view?lang=nb", "/view?unknown=1&lang=nb", "/view?asOf=2022-01-01", "/view?lang=nb&asOf=2022-01-01" })
            await GetAsync(path);
        host.Renders.Should().Be(2);

        host.Position++;
        await GetAsync("/view");
        host.Renders.Should().Be(3);
    }

    [Theory]
    [InlineData("{0}", 304)]
    [InlineData("W/{0}", 304)]
    [InlineData("\"x\", W/\"y\", {0}", 304)]
    [InlineData("*", 304)]
    [InlineData("\"x\"", 200)]
    [InlineData("nonsense", 200)]
    public async Task A_caller_who_has_the_answer_is_told_so(string tags, int status)
    {
        var first = await GetAsync("/view");

        var second = await GetAsync("/view", ("If-None-Match", string.Format(tags, first.Headers.ETag)));

        ((int)second.StatusCode).Should().Be(status);
        second.Headers.ETag.Should().Be(first.Headers.ETag);
        foreach (var name in new[] { "Governance-Position", "Vary", "Cache-Control" }) Header(second, name).Should().Be(Header(first, name));
        if (status == 304) (await second.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task After_a_change_the_old_tag_no_longer_fits()
    {
        var tag = (await GetAsync("/view")).Headers.ETag!.ToString();
        host.Position++;

        (await GetAsync("/view", ("If-None-Match", tag))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task HEAD_answers_as_GET_without_the_body()
    {
        var get = await GetAsync("/view");

        var head = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/view"));

        head.StatusCode.Should().Be(HttpStatusCode.OK);
        head.Headers.ETag.Should().Be(get.Headers.ETag);
        head.Content.Headers.ContentLength.Should().Be(get.Content.Headers.ContentLength);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        (await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/nowhere"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8")]
    [InlineData("text/*", "text/html; charset=utf-8")]
    [InlineData("application/json;q=0.5, text/html;q=0.4", "application/json")]
    [InlineData("application/json;q=0, */*", "text/html; charset=utf-8")]
    [InlineData("text/csv", null)]
    public async Task The_form_is_the_one_liked_best(string? accept, string? type)
    {
        var response = accept is null ? await GetAsync("/forms") : await GetAsync("/forms", ("Accept", accept));

        if (type is null) response.StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
        else (await response.Content.ReadAsStringAsync()).Should().Be(type);
    }

    [Theory]
    [InlineData("", 100)]
    [InlineData("?limit=5", 5)]
    [InlineData("?limit=0", null)]
    [InlineData("?limit=501", null)]
    [InlineData("?limit=5.5", null)]
    [InlineData("?limit=5&limit=5", null)]
    public async Task A_page_has_a_bounded_length(string query, int? limit)
    {
        var body = JsonNode.Parse(await (await GetAsync("/page" + query)).Content.ReadAsStringAsync())!;

        if (limit is null) body["faults"]![0]!["path"]!.GetValue<string>().Should().Be("?limit");
        else body["limit"]!.GetValue<int>().Should().Be(limit);
    }

    [Fact]
    public async Task Every_answer_keeps_browsers_from_guessing_and_the_server_unnamed()
    {
        foreach (var path in new[] { "/view", "/nowhere", "/fails" })
        {
            var response = await GetAsync(path);
            Header(response, "X-Content-Type-Options").Should().Be("nosniff");
            Header(response, "Referrer-Policy").Should().Be("no-referrer");
            Header(response, "Content-Security-Policy").Should().StartWith("default-src 'none'");
            response.Headers.Server.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Any_site_may_read_and_none_may_write_in_a_visitors_name()
    {
        var read = await GetAsync("/view", ("Origin", "https://eksempel.no"));
        Header(read, "Access-Control-Allow-Origin").Should().Be("*");
        Header(read, "Access-Control-Expose-Headers").Should().Contain("ETag").And.Contain("Governance-Position");
        read.Headers.Contains("Access-Control-Allow-Credentials").Should().BeFalse();

        var asking = new HttpRequestMessage(HttpMethod.Options, "/echo");
        asking.Headers.Add("Origin", "https://eksempel.no");
        asking.Headers.Add("Access-Control-Request-Method", "POST");
        asking.Headers.Add("Access-Control-Request-Headers", "content-type,authorization");
        var allowed = (await host.Client.SendAsync(asking)).Headers.TryGetValues("Access-Control-Allow-Headers", out var names) ? string.Join(',', names) : "";
        allowed.Should().NotContainEquivalentOf("authorization").And.NotContainEquivalentOf("content-type");
    }

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await host.Client.SendAsync(request);
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));
}
