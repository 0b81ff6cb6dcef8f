using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Security;

public sealed class RequestRateTests
{
    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait_and_others_are_not()
    {
        await using var api = await TestApi.StartAsync(["--Governance:RequestsPerSecond=1"]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => api.SendAsync(HttpMethod.Get, "/api/keys")));

        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero);
        (await refused.ProblemAsync()).Should().Be(
            """{"type":"/problems/too-many-requests","title":"For mange forespørsler","status":429,"detail":"Vent så lenge som Retry-After sier."}""");
        foreach (var answer in answers) answer.Dispose();

        using var other = await api.SendAsync(HttpMethod.Get, "/api/keys", TestApi.AdminKey);
        other.StatusCode.Should().Be(HttpStatusCode.OK);
        using var health = await api.SendAsync(HttpMethod.Get, "/health/live");
        health.StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
