using System.Net;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Security;

/// <summary>Every page that takes a role, and every verb that a route has not: what RouteWalkTests asks of the routes of the API, with what they have.</summary>
public sealed class RoleMatrixTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly Role?[] roles = [null, Role.Reader, Role.Secretary, Role.Admin];

    /// <summary>The least role of each page that takes one.</summary>
    private static readonly Dictionary<string, Role> pages = new(StringComparer.Ordinal)
    {
        ["/{cluster}/people"] = Role.Reader,
        ["/{cluster}/people/new"] = Role.Secretary,
        ["/{cluster}/people/{id:guid}/edit"] = Role.Secretary,
        ["/{cluster}/people/{id:guid}/merge"] = Role.Secretary,
        ["/{cluster}/people/{id:guid}/access"] = Role.Admin,
        ["/{cluster}/people/{id:guid}/erase"] = Role.Admin,
        ["/{cluster}/meetings/new"] = Role.Secretary,
        ["/{cluster}/meetings/plan"] = Role.Secretary,
        ["/{cluster}/meetings/{id:guid}/agenda"] = Role.Secretary,
        ["/{cluster}/meetings/{id:guid}/notice"] = Role.Secretary,
        ["/{cluster}/meetings/{id:guid}/sitting"] = Role.Secretary,
        ["/{cluster}/meetings/{id:guid}/reschedule"] = Role.Secretary,
        ["/{cluster}/meetings/{id:guid}/edit"] = Role.Secretary,
        ["/{cluster}/record"] = Role.Secretary,
        ["/{cluster}/desk"] = Role.Reader,
        ["/{cluster}/drafts"] = Role.Reader,
        ["/{cluster}/drafts/{id:guid}"] = Role.Secretary,
        ["/{cluster}/drafts/{id:guid}/preview"] = Role.Reader,
        ["/{cluster}/decisions/{id:guid}/correct"] = Role.Secretary,
        ["/{cluster}/decisions/{id:guid}/annul"] = Role.Secretary,
        ["/{cluster}/decisions/{id:guid}/redact"] = Role.Admin,
        ["/{cluster}/keys"] = Role.Admin,
        ["/{cluster}/privacy"] = Role.Admin,
        ["/{cluster}/webhooks"] = Role.Admin,
        ["/{cluster}/webhooks/new"] = Role.Admin,
        ["/{cluster}/webhooks/{id:guid}"] = Role.Admin,
        ["/{cluster}/webhooks/{id:guid}/edit"] = Role.Admin,
    };

    [Fact]
    public async Task A_page_is_opened_and_sent_by_whoever_has_its_role_and_nobody_else()
    {
        pages.Keys.Should().BeEquivalentTo(Isolation.AllRoutes.Closed.Where(r => r.StartsWith("GET /{cluster}", StringComparison.Ordinal)).Select(r => r[4..]));
        var cluster = await api.FoundAsync();
        var position = await cluster.PositionAsync();
        foreach (var role in roles)
        {
            using var person = await SignedInPerson.WithAsync(api.Api, role is { } held ? [new(held, cluster.Id)] : []);
            foreach (var (page, least) in pages)
                foreach (var method in new[] { "GET", "POST", "PUT", "PATCH", "DELETE" })
                {
                    var status = await StatusAsync(person, method, page, cluster.Id);
                    if (method is not ("GET" or "POST")) status.Should().BeOneOf([HttpStatusCode.MethodNotAllowed, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest], "{0} {1} by {2}", method, page, role);
                    else if (role < least || role is null) status.Should().Be(HttpStatusCode.Forbidden, "{0} {1} by {2}", method, page, role);
                    else status.Should().BeOneOf([HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed, HttpStatusCode.Redirect], "{0} {1} by {2}", method, page, role);
                    if (method != "GET") status.Should().NotBe(HttpStatusCode.OK, "nothing is done without the form's token: {0} {1} by {2}", method, page, role);
                }
        }

        (await cluster.PositionAsync()).Should().Be(position);
    }

    [Fact]
    public async Task A_verb_that_a_route_has_not_does_nothing_for_anybody()
    {
        var cluster = await api.FoundAsync();
        var routes = EndpointRoutes.Of(api.Api).Where(r => r.Pattern.StartsWith("/api/clusters/{cluster}", StringComparison.Ordinal)).ToLookup(r => r.Pattern, r => r.Method);
        var position = await cluster.PositionAsync();
        foreach (var role in roles)
        {
            using var person = await SignedInPerson.WithAsync(api.Api, role is { } held ? [new(held, cluster.Id)] : []);
            foreach (var route in routes)
                foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE" }.Except(route))
                    (await StatusAsync(person, method, route.Key, cluster.Id)).Should().Be(HttpStatusCode.MethodNotAllowed, "{0} {1} by {2}", method, route.Key, role);
        }

        (await cluster.PositionAsync()).Should().Be(position);
    }

    private static async Task<HttpStatusCode> StatusAsync(SignedInPerson person, string method, string pattern, string cluster)
    {
        using var content = method == "GET" ? null : new FormUrlEncodedContent([]);
        using var answer = await person.SendAsync(new(method), EndpointRoutes.Address(pattern, cluster), content);
        return answer.StatusCode;
    }
}
