using System.Text;
using Governance.Api.Security;
using Governance.Domain.Clusters;
using Governance.Tests.Support;

namespace Governance.Tests.Api;

public sealed class RouteWalkTests(ApiFixture api) : IClassFixture<ApiFixture>, IDisposable
{
    private const string Everyone = "200 200 200 200 200";
    private const string NothingThere = "404 404 404 404 404";

    /// <summary>A key is not a person.</summary>
    private const string ToSignIn = "302 302 302 302 302";

    /// <summary>What each route answers without a key, and to a reader, a secretary, another cluster's admin and an admin. A write that is let in meets an empty body, and is malformed; ids are unknown.</summary>
    private static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["GET /"] = Everyone,
        ["GET /{cluster}"] = Everyone,
        ["GET /{cluster}/committees"] = Everyone,
        ["GET /{cluster}/bodies/{id:guid}"] = NothingThere,
        ["GET /{cluster}/people/{id:guid}"] = NothingThere,
        ["GET /{cluster}/people"] = "302 200 200 403 200",
        ["GET /{cluster}/people/new"] = "302 403 200 403 200",
        ["GET /{cluster}/people/{id:guid}/edit"] = "302 403 404 403 404",
        ["GET /{cluster}/people/{id:guid}/merge"] = "302 403 404 403 404",
        ["GET /{cluster}/people/{id:guid}/access"] = "302 403 403 403 404",
        ["GET /{cluster}/people/{id:guid}/erase"] = "302 403 403 403 404",
        ["GET /{cluster}/meetings"] = Everyone,
        ["GET /{cluster}/meetings/new"] = "302 403 200 403 200",
        ["GET /{cluster}/meetings/plan"] = "302 403 200 403 200",
        ["GET /{cluster}/meetings/{id:guid}/agenda"] = "302 403 404 403 404",
        ["GET /{cluster}/meetings/{id:guid}/notice"] = "302 403 404 403 404",
        ["GET /{cluster}/meetings/{id:guid}/sitting"] = "302 403 404 403 404",
        ["GET /{cluster}/meetings/{id:guid}/reschedule"] = "302 403 404 403 404",
        ["GET /{cluster}/meetings/{id:guid}/minutes"] = NothingThere,
        ["GET /{cluster}/meetings/{id:guid}"] = NothingThere,
        ["GET /{cluster}/meetings/{id:guid}/edit"] = "302 403 404 403 404",
        ["GET /{cluster}/partners"] = Everyone,
        ["GET /{cluster}/partners/{id:guid}"] = NothingThere,
        ["GET /{cluster}/decisions"] = Everyone,
        ["GET /{cluster}/decisions/{id:guid}"] = NothingThere,
        ["GET /{cluster}/search"] = Everyone,
        ["GET /{cluster}/record"] = "302 403 200 403 200",
        ["GET /{cluster}/desk"] = "302 200 200 403 200",
        ["GET /{cluster}/drafts"] = "302 200 200 403 200",
        ["GET /{cluster}/drafts/{id:guid}"] = "302 403 404 403 404",
        ["GET /{cluster}/drafts/{id:guid}/preview"] = "302 404 404 403 404",
        ["GET /{cluster}/decisions/{id:guid}/correct"] = "302 403 404 403 404",
        ["GET /{cluster}/decisions/{id:guid}/annul"] = "302 403 404 403 404",
        ["GET /{cluster}/keys"] = "302 403 403 403 200",
        ["GET /{cluster}/webhooks"] = "302 403 403 403 200",
        ["GET /{cluster}/webhooks/new"] = "302 403 403 403 200",
        ["GET /{cluster}/webhooks/{id:guid}"] = "302 403 403 403 404",
        ["GET /{cluster}/webhooks/{id:guid}/edit"] = "302 403 403 403 404",
        ["GET /{cluster}/decisions/{id:guid}/redact"] = "302 403 403 403 404",
        ["GET /sign-in"] = Everyone,
        ["GET /sign-in/code"] = ToSignIn,
        ["GET /sign-out"] = ToSignIn,
        ["GET /account"] = ToSignIn,
        ["GET /account/password"] = ToSignIn,
        ["GET /account/second-factor"] = ToSignIn,
        ["GET /account/set-password"] = Everyone,
        ["GET /{cluster}/history"] = Everyone,
        ["GET /{cluster}/compare"] = Everyone,
        ["GET /{cluster}/reports/{year:int}"] = Everyone,
        ["GET /{cluster}/years"] = Everyone,
        ["GET /assets/{file}"] = NothingThere,
        ["GET /health/live"] = Everyone,
        ["GET /health/ready"] = Everyone,
        ["GET /openapi/{documentName}.json"] = Everyone,
        ["GET /api/keys"] = "401 403 403 200 200",
        ["POST /api/keys"] = "401 403 403 400 400",
        ["DELETE /api/keys/{id}"] = "401 403 403 404 404",
        ["GET /api/accounts"] = "401 403 403 200 200",
        ["POST /api/accounts"] = "401 403 403 400 400",
        ["PATCH /api/accounts/{id}"] = "401 403 403 400 400",
        ["POST /api/accounts/{id}/password-link"] = "401 403 403 404 404",
        ["DELETE /api/accounts/{id}/second-factor"] = "401 403 403 404 404",
        ["POST /api/clusters"] = "401 403 403 400 400",
        ["GET /api/clusters/{cluster}"] = Everyone,
        ["PATCH /api/clusters/{cluster}"] = "401 403 403 403 400",
        ["POST /api/clusters/{cluster}/import"] = "401 403 400 403 400",
        ["POST /api/clusters/{cluster}/import/popolo"] = "401 403 400 403 400",
        ["GET /api/clusters/{cluster}/structure"] = Everyone,
        ["GET /api/clusters/{cluster}/committees"] = Everyone,
        ["GET /api/clusters/{cluster}/names"] = Everyone,
        ["GET /api/clusters/{cluster}/history"] = Everyone,
        ["GET /api/clusters/{cluster}/compare"] = Everyone,
        ["GET /api/clusters/{cluster}/reports/annual/{year:int}"] = Everyone,
        ["GET /api/clusters/{cluster}/changes"] = Everyone,
        ["GET /api/clusters/{cluster}/changes/stream"] = Everyone,
        ["GET /api/clusters/{cluster}/export/popolo.json"] = Everyone,
        ["GET /api/clusters/{cluster}/export/members.csv"] = Everyone,
        ["GET /api/clusters/{cluster}/export/org.ttl"] = Everyone,
        ["GET /api/clusters/{cluster}/export/org.jsonld"] = Everyone,
        ["GET /api/clusters/{cluster}/export/events.ndjson"] = "401 403 403 403 200",
        ["GET /api/clusters/{cluster}/search"] = Everyone,
        ["GET /api/clusters/{cluster}/changes.atom"] = Everyone,
        ["GET /api/clusters/{cluster}/calendar.ics"] = Everyone,
        ["GET /api/clusters/{cluster}/bodies"] = Everyone,
        ["GET /api/clusters/{cluster}/bodies/{id:guid}"] = NothingThere,
        ["GET /api/clusters/{cluster}/bodies/{id:guid}/history"] = NothingThere,
        ["GET /api/clusters/{cluster}/partners"] = Everyone,
        ["GET /api/clusters/{cluster}/partners/{id:guid}"] = NothingThere,
        ["GET /api/clusters/{cluster}/findings"] = "401 200 200 403 200",
        ["POST /api/clusters/{cluster}/findings/{id:guid}/acceptance"] = "401 403 400 403 400",
        ["GET /api/clusters/{cluster}/decisions"] = Everyone,
        ["GET /api/clusters/{cluster}/decisions/{id:guid}"] = NothingThere,
        ["POST /api/clusters/{cluster}/decisions"] = "401 403 400 403 400",
        ["POST /api/clusters/{cluster}/decisions/{id:guid}/correction"] = "401 403 400 403 400",
        ["POST /api/clusters/{cluster}/decisions/{id:guid}/annulment"] = "401 403 400 403 400",
        ["POST /api/clusters/{cluster}/decisions/{id:guid}/redaction"] = "401 403 403 403 400",
        ["POST /api/clusters/{cluster}/acts/{position:long}/redaction"] = "401 403 403 403 400",
        ["GET /api/clusters/{cluster}/people"] = Everyone,
        ["GET /api/clusters/{cluster}/people/{id:guid}"] = NothingThere,
        ["POST /api/clusters/{cluster}/people"] = "401 403 400 403 400",
        ["PATCH /api/clusters/{cluster}/people/{id:guid}"] = "401 403 400 403 400",
        ["GET /api/clusters/{cluster}/people/{id:guid}/access"] = "401 403 403 403 404",
        ["GET /{cluster}/privacy"] = "302 403 403 403 200",
        ["GET /api/clusters/{cluster}/retention"] = "401 403 403 403 200",
        ["GET /api/clusters/{cluster}/private-reads"] = "401 403 403 403 200",
        ["POST /api/clusters/{cluster}/people/{id:guid}/merge"] = "401 403 400 403 400",
        ["DELETE /api/clusters/{cluster}/people/{id:guid}"] = "401 403 403 403 404",
        ["GET /api/clusters/{cluster}/meetings"] = Everyone,
        ["GET /api/clusters/{cluster}/meetings/{id:guid}"] = NothingThere,
        ["POST /api/clusters/{cluster}/meetings"] = "401 403 400 403 400",
        ["GET /api/clusters/{cluster}/meetings/planned"] = Everyone,
        ["GET /api/clusters/{cluster}/meetings/planned/{id:guid}"] = NothingThere,
        ["GET /api/clusters/{cluster}/meetings/planned/{id:guid}/minutes"] = NothingThere,
        ["GET /api/clusters/{cluster}/meetings/planned/{id:guid}/minutes.docx"] = NothingThere,
        ["GET /api/clusters/{cluster}/meetings/planned/{id:guid}/minutes.pdf"] = NothingThere,
        ["GET /api/clusters/{cluster}/meetings/planned/{id:guid}/papers/{paper:guid}"] = NothingThere,
        ["POST /api/clusters/{cluster}/meetings/planned/{id:guid}/items/{item:guid}/papers"] = "401 403 404 403 404",
        ["DELETE /api/clusters/{cluster}/meetings/planned/{id:guid}/items/{item:guid}/papers/{paper:guid}"] = "401 403 404 403 404",
        ["POST /api/clusters/{cluster}/meetings/planned"] = "401 403 400 403 400",
        ["POST /api/clusters/{cluster}/meetings/planned/{id:guid}/rescheduling"] = "401 403 400 403 400",
        ["POST /api/clusters/{cluster}/meetings/planned/{id:guid}/cancellation"] = "401 403 400 403 400",
        ["POST /api/clusters/{cluster}/meetings/planned/{id:guid}/notice"] = "401 403 400 403 400",
        ["POST /api/clusters/{cluster}/meetings/planned/{id:guid}/holding"] = "401 403 400 403 400",
        ["POST /api/clusters/{cluster}/meetings/planned/{id:guid}/minutes/approval"] = "401 403 400 403 400",
        ["POST /api/clusters/{cluster}/meetings/planned/{id:guid}/minutes/publication"] = "401 403 400 403 400",
        ["POST /api/clusters/{cluster}/meetings/planned/{id:guid}/items"] = "401 403 400 403 400",
        ["POST /api/clusters/{cluster}/meetings/planned/{id:guid}/items/{item:guid}/follow-ups"] = "401 403 400 403 400",
        ["PUT /api/clusters/{cluster}/meetings/planned/{id:guid}/follow-ups/{task:guid}"] = "401 403 400 403 400",
        ["POST /api/clusters/{cluster}/meetings/planned/{id:guid}/absences"] = "401 403 400 403 400",
        ["POST /api/clusters/{cluster}/meetings/planned/{id:guid}/attendance"] = "401 403 400 403 400",
        ["GET /api/clusters/{cluster}/meetings/planned/{id:guid}/proceedings"] = "401 403 404 403 404",
        ["PUT /api/clusters/{cluster}/meetings/planned/{id:guid}/items/{item:guid}"] = "401 403 400 403 400",
        ["DELETE /api/clusters/{cluster}/meetings/planned/{id:guid}/items/{item:guid}"] = "401 403 404 403 404",
        ["PUT /api/clusters/{cluster}/meetings/planned/{id:guid}/items/{item:guid}/treatment"] = "401 403 400 403 400",
        ["GET /api/clusters/{cluster}/webhooks"] = "401 403 403 403 200",
        ["POST /api/clusters/{cluster}/webhooks"] = "401 403 403 403 400",
        ["GET /api/clusters/{cluster}/webhooks/{id:guid}"] = "401 403 403 403 404",
        ["PATCH /api/clusters/{cluster}/webhooks/{id:guid}"] = "401 403 403 403 400",
        ["DELETE /api/clusters/{cluster}/webhooks/{id:guid}"] = "401 403 403 403 404",
        ["POST /api/clusters/{cluster}/webhooks/{id:guid}/secret"] = "401 403 403 403 404",
        ["POST /api/clusters/{cluster}/webhooks/{id:guid}/replay"] = "401 403 403 403 400",
        ["POST /api/clusters/{cluster}/webhooks/{id:guid}/test"] = "401 403 403 403 404",
        ["GET /api/clusters/{cluster}/webhooks/{id:guid}/deliveries"] = "401 403 403 403 404",
        ["GET /api/clusters/{cluster}/webhooks/{id:guid}/dead-letters"] = "401 403 403 403 404",
        ["POST /api/clusters/{cluster}/webhooks/{id:guid}/dead-letters/{number:long}/retry"] = "401 403 403 403 404",
        ["DELETE /api/clusters/{cluster}/webhooks/{id:guid}/dead-letters/{number:long}"] = "401 403 403 403 404",
    };

    /// <summary>What some routes cannot be asked without, by their last word.</summary>
    private static readonly Dictionary<string, string> Required = new(StringComparer.Ordinal) { ["names"] = "?name=Styre", ["compare"] = "?from=2020-01-01", ["search"] = "?q=styre" };

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = api.Api.Client.BaseAddress };

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Every_route_lets_in_those_it_should_and_no_others()
    {
        // Where there is one cluster alone, the front page leads to it.
        var cluster = (await api.FoundAsync()).Id;
        await api.FoundAsync();
        string?[] keys = [null, await api.KeyAsync(Role.Reader, cluster), await api.KeyAsync(Role.Secretary, cluster), await api.KeyAsync(Role.Admin, "another"), await api.KeyAsync(Role.Admin, cluster)];

        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (method, pattern) in Routes())
            found[$"{method} {pattern}"] = string.Join(' ', await Task.WhenAll(keys.Select(key => StatusAsync(method, pattern, cluster, key))));

        found.Select(Line).Should().BeEquivalentTo(Expected.Select(Line));

        static string Line(KeyValuePair<string, string> route) => $"{route.Key}: {route.Value}";
    }

    [Fact]
    public async Task Of_a_cluster_that_is_not_there_nobody_learns_more_than_that()
    {
        var key = await api.KeyAsync(Role.Admin, "another");
        foreach (var (method, pattern) in Routes().Where(r => r.Pattern.Contains("{cluster}", StringComparison.Ordinal) && !r.Pattern.EndsWith("/stream", StringComparison.Ordinal)))
        {
            var (there, gone) = ((await api.FoundAsync()).Id, api.Unfounded().Id);
            (await StatusAsync(method, pattern, gone, key)).Should().BeOneOf(["403", "404"], "{0} {1}", method, pattern);
            if (method != "GET") (await StatusAsync(method, pattern, gone, key)).Should().Be(await StatusAsync(method, pattern, there, key), "{0} {1}", method, pattern);
        }
    }

    [Fact]
    public void No_cluster_can_take_the_place_of_another_address() =>
        Routes().Select(r => r.Pattern.Split('/')[1]).Where(word => word.Length > 0 && !word.StartsWith('{')).Distinct().Except(ClusterSlug.Taken).Should().BeEmpty();

    private IEnumerable<(string Method, string Pattern)> Routes() => EndpointRoutes.Of(api.Api);

    private async Task<string> StatusAsync(string method, string pattern, string cluster, string? key)
    {
        var path = EndpointRoutes.Address(pattern, cluster);
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{path}{Required.GetValueOrDefault(path.Split('/')[^1])}");
        if (method is "POST" or "PATCH" or "PUT") request.Content = new StringContent("[]", Encoding.UTF8, "application/json");
        if (key is not null) request.Headers.Authorization = new("Bearer", key);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return $"{(int)response.StatusCode}";
    }
}
