using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Http;

public sealed class UnknownParameterTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_parameter_that_nothing_reads_is_refused_with_the_nearest_right_one()
    {
        var cluster = await api.FoundAsync();

        var refused = (await cluster.GetAsync("/structure?as_of=2020-01-01&knownAt=ikke&lang=en")).Being(HttpStatusCode.BadRequest).Json;

        refused["type"]!.GetValue<string>().Should().Be("/problems/malformed");
        refused["faults"]!.AsArray().Select(f => $"{f!["path"]}: {f["message"]}").Should().BeEquivalentTo(
            "?as_of: Unknown parameter. Did you mean asOf? Here may stand: asOf, knownAt, lang, minPosition.",
            "?knownAt: Is not a point in time. Write 2026-01-31T10:11:12Z or 2026-01-31T11:11:12+01:00.");
    }

    [Fact]
    public async Task Of_very_many_only_the_number_is_told()
    {
        var cluster = await api.FoundAsync();

        var refused = (await cluster.GetAsync("/structure?lang=en&" + string.Join('&', Enumerable.Range(0, 1_000).Select(n => $"x{n}")))).Being(HttpStatusCode.BadRequest);

        refused.Json["faults"]!.AsArray().Should().HaveCount(101);
        refused.Json["faults"]![100]!["message"]!.ToString().Should().Be("… and 900 more faults.");
    }

    [Fact]
    public async Task Every_route_of_the_api_refuses_it()
    {
        var cluster = await api.FoundAsync();
        var routes = EndpointRoutes.Of(api.Api).Where(r => r.Pattern.StartsWith("/api/", StringComparison.Ordinal) && r.Method == "GET").Select(r => r.Pattern).ToList();
        var passed = new List<string>();

        foreach (var pattern in routes)
        {
            var path = EndpointRoutes.Address(pattern, cluster.Id);
            var reply = await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Get, path + "?as_of=2020-01-01", TestApi.AdminKey));
            if (reply.Status != HttpStatusCode.BadRequest) passed.Add($"{pattern} {reply.Status}");
        }

        routes.Should().HaveCountGreaterThan(30);
        passed.Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "as_of=2020-01-01", HttpStatusCode.BadRequest)]
    [InlineData("/committees", "asof_=2020-01-01", HttpStatusCode.BadRequest)]
    [InlineData("/decisions", "utm_source=nyhetsbrev&fbclid=1", HttpStatusCode.OK)]
    public async Task A_page_of_the_public_refuses_it_too_but_for_what_others_put_behind_links(string page, string query, HttpStatusCode status)
    {
        var cluster = await api.FoundAsync();

        (await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Get, $"/{cluster.Id}{page}?{query}"))).Being(status);
    }
}
