using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Http;

/// <summary>Pages refuse what they do not read, as the API does, and say what was meant.</summary>
public sealed class UnknownPageParameterTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    /// <summary>Pages that a key cannot look at: whoever comes without a session is sent to sign in first.</summary>
    private static readonly string[] toSignIn = ["/account", "/account/password", "/account/second-factor"];

    [Theory]
    [InlineData("as_of=2020-01-01", "asOf")]
    [InlineData("as-of=2020-01-01", "asOf")]
    [InlineData("known_at=2020-01-01", "knownAt")]
    [InlineData("language=en", "lang")]
    public async Task Every_page_refuses_a_parameter_that_it_does_not_read_and_names_the_nearest(string query, string meant)
    {
        var cluster = await api.FoundAsync();
        var pages = EndpointRoutes.Of(api.Api).Where(r => r.Method == "GET" && !r.Pattern.StartsWith("/api/", StringComparison.Ordinal) && !r.Pattern.StartsWith("/health", StringComparison.Ordinal)
            && !r.Pattern.StartsWith("/openapi", StringComparison.Ordinal) && !r.Pattern.StartsWith("/assets", StringComparison.Ordinal)).Select(r => r.Pattern).Distinct().Except(toSignIn).ToList();
        var passed = new List<string>();

        foreach (var pattern in pages)
        {
            var path = EndpointRoutes.Address(pattern, cluster.Id);
            var reply = await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Get, $"{path}?{query}", TestApi.AdminKey));
            if (reply.Status != HttpStatusCode.BadRequest || !reply.Text.Contains($"{meant}?", StringComparison.Ordinal)) passed.Add($"{pattern} {reply.Status}");
        }

        pages.Should().HaveCountGreaterThan(35);
        passed.Should().BeEmpty();
    }

    [Theory]
    [InlineData("/record?add=appoint&body=Styret&role=chair", HttpStatusCode.OK)]
    [InlineData("/record?add=appoint&bodies=Styret", HttpStatusCode.BadRequest)]
    [InlineData("/record?ad=appoint", HttpStatusCode.BadRequest)]
    [InlineData("/people?q=kari", HttpStatusCode.OK)]
    [InlineData("/people?qq=kari", HttpStatusCode.BadRequest)]
    [InlineData("/desk?done=accepted&lang=en&asOf=2020-01-01", HttpStatusCode.OK)]
    [InlineData("/desk?utm_source=brev", HttpStatusCode.OK)]
    [InlineData("/keys?token=1", HttpStatusCode.BadRequest)]
    public async Task A_page_of_those_who_keep_the_register_takes_its_own(string page, HttpStatusCode status)
    {
        var cluster = await api.FoundAsync();

        (await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Get, $"/{cluster.Id}{page}", TestApi.AdminKey))).Being(status);
    }

    [Theory]
    [InlineData("/?lang=en", HttpStatusCode.OK)]
    [InlineData("/?lan=en", HttpStatusCode.BadRequest)]
    [InlineData("/sign-in?return=%2Falrek&done=password&lang=en", HttpStatusCode.OK)]
    [InlineData("/sign-in?returnUrl=%2Falrek", HttpStatusCode.BadRequest)]
    [InlineData("/account/set-password?token=x", HttpStatusCode.OK)]
    [InlineData("/account/set-password?password=x", HttpStatusCode.BadRequest)]
    public async Task So_do_the_list_of_clusters_and_signing_in(string path, HttpStatusCode status) =>
        (await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Get, path, null))).Being(status);
}
