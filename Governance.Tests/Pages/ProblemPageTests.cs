using System.Net;
using Governance.Api.Http.Problems;
using Governance.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Governance.Tests.Pages;

public sealed class ProblemPageTests : IAsyncLifetime
{
    private TestApi _api = null!;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync(more: app =>
    {
        app.MapGet("/test/broken", string () => throw new InvalidOperationException("the password is 123"));
        app.MapGet("/api/test/broken", string () => throw new InvalidOperationException("the password is 123"));
        app.MapGet("/test/away", () => Problem.NotReady);
        app.MapGet("/test/closed", () => Problem.Forbidden);
    });

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("/test/broken", 500, "Noe gikk galt hos oss")]
    [InlineData("/test/broken?lang=en", 500, "Something went wrong on our side")]
    [InlineData("/test/away", 503, "Ikke klar ennå")]
    [InlineData("/test/closed?lang=en", 403, "Not allowed")]
    [InlineData("/test/nowhere", 404, "Finnes ikke")]
    public async Task A_browser_is_shown_a_page_that_tells_nothing_of_the_inside(string path, int status, string heading)
    {
        var page = await GetAsync(path, "text/html,application/xhtml+xml,*/*;q=0.8");

        page.Being((HttpStatusCode)status).MediaType.Should().Be("text/html");
        page.Text.Should().Contain($"<h1>{heading}</h1>").And.NotContain("password").And.NotContain("Exception").And.NotContain("   at ");
        page.Headers["Cache-Control"].Should().Be("no-store");
        page.Headers["Content-Security-Policy"].Should().NotContain("unsafe").And.Contain("frame-ancestors 'none'");
        if (status == 503) page.Headers["Retry-After"].Should().Be("1");
    }

    [Theory]
    [InlineData("/api/test/broken", "text/html")]
    [InlineData("/test/broken", "*/*")]
    [InlineData("/test/broken", "application/json")]
    [InlineData("/test/nowhere", "application/json")]
    public async Task A_machine_is_told_a_problem(string path, string accept) => (await GetAsync(path, accept)).MediaType.Should().Be(Problem.ContentType);

    private async Task<Reply> GetAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Reply.OfAsync(await _api.Client.SendAsync(request));
    }
}
