using System.Net;
using Governance.Api.Security;
using Governance.Api.Http.Answers;
using Governance.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Api.Load;

public sealed class UnkeptReadTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Who_asks_for_ever_other_days_is_told_to_wait_and_who_asks_for_what_is_kept_is_not()
    {
        await using var api = await TestApi.StartAsync(["--Governance:UnkeptPerSecond=1"]);
        var cluster = new ClusterClient(api.Client, "alrek", TestApi.AdminKey);
        using var founding = new StringContent("""{"id": "alrek", "name": "Alrek", "foundedOn": "2016"}""", System.Text.Encoding.UTF8, "application/json");
        (await Reply.OfAsync(await api.SendAsync(HttpMethod.Post, "/api/clusters", TestApi.AdminKey, founding))).Being(HttpStatusCode.Created);
        var anybody = cluster.As(null);
        (await anybody.GetAsync("/structure")).Being(HttpStatusCode.OK);

        var days = await Task.WhenAll(Enumerable.Range(1, 25).Select(day => anybody.GetAsync($"/structure?asOf=2020-01-{day:00}")));

        days.Should().OnlyContain(d => d.Status == HttpStatusCode.OK || d.Status == HttpStatusCode.TooManyRequests);
        var refused = days.First(d => d.Status == HttpStatusCode.TooManyRequests);
        refused.Headers["Retry-After"].Should().Be("1");
        refused.Json["type"]!.GetValue<string>().Should().Be("/problems/too-many-requests");
        foreach (var path in new[] { "/history?limit=3", "/export/members.csv?asOf=2019-05-05", "/reports/annual/2017", "/search?q=styre", "/decisions/00000000-0000-0000-0000-000000000000" })
            (await anybody.GetAsync(path)).Being(HttpStatusCode.TooManyRequests);
        (await new ClusterClient(api.Client, "not-there", null).GetAsync("")).Being(HttpStatusCode.TooManyRequests);
        for (var n = 0; n < 50; n++) (await anybody.GetAsync("/structure")).Being(HttpStatusCode.OK);
        (await cluster.GetAsync("/structure?asOf=2021-01-01")).Being(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Reports_and_exports_of_a_day_are_made_once_and_known_by_their_tags()
    {
        var cluster = (await fixture.FoundAsync()).As(null);
        var answers = fixture.Api.Services.GetRequiredService<AnswerCache>();

        foreach (var path in new[] { "/export/members.csv?asOf=2019-05-05", "/export/popolo.json?asOf=2018-01-01", "/export/org.ttl?asOf=2018-01-01", "/export/org.jsonld?asOf=2018-01-01", "/reports/annual/2017", "/compare?from=2017-01-01&to=2018-01-01" })
        {
            var first = (await cluster.GetAsync(path)).Being(HttpStatusCode.OK);
            var made = answers.Misses;
            (await cluster.GetAsync(path)).Being(HttpStatusCode.OK).Text.Should().Be(first.Text);
            (await cluster.GetAsync(path, ("If-None-Match", first.Headers["ETag"]))).Being(HttpStatusCode.NotModified);
            answers.Misses.Should().Be(made, path);
        }
    }

    [Theory]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    public void Of_version_6_a_whole_network_counts_as_one(string address, string network) => ClientNetwork.Of(IPAddress.Parse(address)).Should().Be(network);

    [Fact]
    public void Whoever_has_a_network_of_version_6_has_no_more_than_others()
    {
        using var limiter = new ReadLimiter(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Governance:UnkeptPerSecond", "1")]).Build());

        var refused = Enumerable.Range(1, 20).Count(n => limiter.Charge(From($"2001:db8::{n:x}")) is not null);

        refused.Should().BeGreaterThanOrEqualTo(15);
        limiter.Charge(From("2001:db8:0:1::1")).Should().BeNull();

        static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
    }
}
