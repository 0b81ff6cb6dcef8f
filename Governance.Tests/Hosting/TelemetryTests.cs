using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Governance.Api.Hosting.Telemetry;
using Governance.Tests.Support;

namespace Governance.Tests.Hosting;

public sealed class TelemetryTests : IAsyncLifetime
{
    private const string Words = "Hemmelig ordlyd";
    private static readonly string[] Private = ["Oppdiktet Navnesen", "Navnesen", "oppdiktet@example.org", "55512345", Words, TestApi.AdminKey, "gov_wrong_key_of_nobody", "Dekknavn"];

    private Collector _collector = null!;
    private Cable _cable = null!;
    private ServerProcess _server = null!;
    private string _printed = "";

    public async Task InitializeAsync()
    {
        _collector = await Collector.StartAsync();
        _cable = Cable.To(await PostgresServer.CreateDatabaseAsync());
        _server = await ServerProcess.ServeAsync(
            [$"--ConnectionStrings:Governance={_cable.ConnectionString}", $"--Governance:AdminKey={TestApi.AdminKey}", "--Logging:LogLevel:Default=Trace", .. _collector.Settings]);
        await LiveAsync();
        await Eventually.TrueAsync(() => Task.FromResult(_collector.Of("metrics").Contains("governance.lag", StringComparison.Ordinal)));
        (await _server.StopAsync()).Should().Be(0);
        _printed = await _server.OutputAsync() + await _server.Errors;
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _cable.DisposeAsync();
        await _collector.DisposeAsync();
    }

    [Fact]
    public void It_tells_how_much_and_how_long_and_nothing_of_anybody()
    {
        foreach (var metric in new[]
        {
            Signals.Writes.Name, "Recorded", "Refused", "governance.clusters.loaded", "governance.clusters.size", "governance.clusters.positions", "governance.clusters.uses", "governance.clusters.loads",
            "governance.follower.lag", "governance.answers.size", "governance.answers.hits", "governance.answers.misses", "governance.health", "governance.behind", "governance.lag", "reporting",
            "http.server.request.duration", "db.client.operation.duration", "dotnet.gc.collections",
        })
            _collector.Of("metrics").Should().Contain(metric);
        _collector.Of("traces").Should().ContainAll("write", "POST /api/clusters/{cluster}/decisions", "mt_quick_append_events", "governance");
        _collector.Of("logs").Should().ContainAll("was turned away", "governance");

        foreach (var said in Private)
            foreach (var signal in new[] { _collector.Of("traces"), _collector.Of("metrics"), _collector.Of("logs"), _printed })
                signal.Should().NotContain(said);
    }

    /// <summary>What a day may bring: people, searches, refusals, mistakes, keys that are not.</summary>
    private async Task LiveAsync()
    {
        await SendAsync(HttpMethod.Post, "", """{"id": "alrek", "name": "Alrek", "foundedOn": "2016"}""", HttpStatusCode.Created);
        const string cluster = "/alrek";
        await SendAsync(HttpMethod.Post, cluster + "/people", """{"name": "Oppdiktet Navnesen", "email": "oppdiktet@example.org", "phone": "55512345"}""", HttpStatusCode.Created);
        var decision = $$"""{"title": "{{Words}}", "text": "{{Words}}", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "kind": "board", "name": "Dekknavn", "ref": "b"}, {"type": "appoint", "body": "#b", "role": "chair", "person": {"name": "Oppdiktet Navnesen"} }]}""";
        await SendAsync(HttpMethod.Post, cluster + "/decisions", decision, HttpStatusCode.Created);
        await SendAsync(HttpMethod.Post, cluster + "/decisions", decision, HttpStatusCode.UnprocessableEntity);
        await SendAsync(HttpMethod.Post, cluster + "/decisions", "{\"title\": \"Hemmelig ordlyd\", \"Navnesen\": ", HttpStatusCode.BadRequest);
        await SendAsync(HttpMethod.Get, cluster + "/names?name=Dekknavn", null, HttpStatusCode.OK);
        await SendAsync(HttpMethod.Get, cluster + "/names?name=Dekknavn", null, HttpStatusCode.OK);
        await SendAsync(HttpMethod.Get, "/Navnesen/Oppdiktet", null, HttpStatusCode.NotFound);
        await SendAsync(HttpMethod.Post, cluster + "/people?q=Navnesen", """{"name": "Dekknavn"}""", HttpStatusCode.BadRequest);
        _cable.Cut();
        await SendAsync(HttpMethod.Post, cluster + "/people", """{"name": "Oppdiktet Navnesen"}""", HttpStatusCode.ServiceUnavailable);
        _cable.Mend();
        await Eventually.TrueAsync(async () => (await _server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode);
        await SendAsync(HttpMethod.Get, cluster + "/structure", null, HttpStatusCode.Unauthorized, "gov_wrong_key_of_nobody");
    }

    private async Task SendAsync(HttpMethod method, string path, string? json, HttpStatusCode expected, string key = TestApi.AdminKey)
    {
        using var request = new HttpRequestMessage(method, "/api/clusters" + path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
        request.Headers.UserAgent.ParseAdd("Dekknavn/1.0");
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await _server.Client.SendAsync(request);
        answer.StatusCode.Should().Be(expected, await answer.Content.ReadAsStringAsync());
    }
}
