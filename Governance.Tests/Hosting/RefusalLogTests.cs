using System.Net;
using Governance.Api.Http.Problems;
using Governance.Tests.Api.Http;
using Governance.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Governance.Tests.Hosting;

public sealed class RefusalLogTests
{
    [Fact]
    public void The_same_refusal_is_a_line_a_second_by_its_route_and_never_by_its_path()
    {
        using var lines = new RecordingLog();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(lines));
        var clock = new Clock();
        var log = new RefusalLog(factory.CreateLogger<RefusalLog>(), clock);

        for (var n = 0; n < 1000; n++) log.Refused(Asked($"/api/clusters/Ada-Navnesen-{n}/structure"), "not-ready", "away");
        log.Refused(Asked("/x", "NAVNESEN", null), "not-ready", "away");
        clock.Move(TimeSpan.FromSeconds(1));
        log.Refused(Asked("/api/clusters/alrek/structure"), "not-ready", "away");
        log.Failed(Asked("/api/clusters/Navnesen/structure"), new InvalidOperationException("Broken."));

        lines.Lines.Select(l => l.Text[..l.Text.IndexOf(", trace", StringComparison.Ordinal)]).Should().Equal(
            "GET /api/clusters/{cluster}/structure was turned away", "_OTHER no route was turned away", "GET /api/clusters/{cluster}/structure was turned away", "GET /api/clusters/{cluster}/structure failed");
        lines.Lines.ElementAt(2).Text.Should().EndWith(": away (999 more like it before)");
        string.Concat(lines.Lines.Select(l => l.Text)).Should().NotContainEquivalentOf("navnesen");
    }

    [Fact]
    public async Task Forms_without_their_token_do_not_fill_the_log()
    {
        await using var api = await TestApi.StartAsync();
        using var lines = new RecordingLog(LogLevel.Information);
        api.Services.GetRequiredService<ILoggerFactory>().AddProvider(lines);

        for (var n = 0; n < 50; n++)
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("login", "ada"), KeyValuePair.Create("__RequestVerificationToken", "forged")]);
            using var refused = await api.SendAsync(HttpMethod.Post, "/sign-in?return=/Navnesen", content: form);
            refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        }

        var told = lines.Lines.Select(l => l.Text).Where(l => l.Contains("sign-in", StringComparison.Ordinal) || l.Contains("ntiforgery", StringComparison.Ordinal) || l.Contains("token", StringComparison.Ordinal)).ToList();
        told.Should().NotBeEmpty().And.OnlyContain(l => l.StartsWith("POST sign-in was turned away", StringComparison.Ordinal) || l.StartsWith("POST /sign-in was turned away", StringComparison.Ordinal));
        told.Count.Should().BeLessThan(25, "there is a line a second");
        string.Concat(told).Should().NotContain("Navnesen");
    }

    private static DefaultHttpContext Asked(string path, string method = "GET", string? route = "/api/clusters/{cluster}/structure")
    {
        var context = new DefaultHttpContext { Request = { Path = path, Method = method } };
        if (route is not null) context.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(route), 0, null, null));
        return context;
    }
}
