using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Hosting;

public sealed class AllowedHostsTests
{
    [Theory]
    [InlineData("governance.example.org", HttpStatusCode.OK)]
    [InlineData("other.example.org", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1", HttpStatusCode.BadRequest)]
    public async Task Only_the_names_that_are_allowed_are_answered_to(string host, HttpStatusCode status)
    {
        await using var api = await TestApi.StartAsync(["--AllowedHosts=governance.example.org"]);
        foreach (var path in new[] { "/health/live", "/sign-in", "/openapi/v1.json" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
            using var answer = await api.Client.SendAsync(request);
            answer.StatusCode.Should().Be(status, path);
        }
    }
}
