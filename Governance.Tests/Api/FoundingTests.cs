using System.Net;
using System.Text;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Api;

public sealed class FoundingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_cluster_is_founded_once()
    {
        var cluster = api.Unfounded();
        var body = $$"""{"id": "{{cluster.Id}}", "name": "Alrek", "foundedOn": "2016"}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => FoundAsync(body)));

        var founded = answers.Should().ContainSingle(a => a.Status == HttpStatusCode.Created).Subject;
        new Labels().Same(founded.Json, $$"""{"id": "{{cluster.Id}}", "position": 1, "recordedAt": "@1"}""");
        founded.Headers.Should().Contain("Location", $"/api/clusters/{cluster.Id}").And.Contain("ETag", "\"1\"").And.Contain("Governance-Position", "1");
        var refused = answers.Where(a => a.Status != HttpStatusCode.Created).ToList();
        refused.Should().HaveCount(7).And.OnlyContain(a => a.Status == HttpStatusCode.Conflict);
        refused[0].Without("traceId").ToJsonString().Should().Be(
            """{"type":"/problems/conflict","title":"Noe er endret i mellomtiden","status":409,"detail":"Det finnes alt en klynge med den id-en.","instance":"/api/clusters"}""");
        (await FoundAsync(body, TestApi.AdminKey, ("Idempotency-Key", "again"))).Being(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task With_a_key_a_repeat_is_answered_as_the_first_time()
    {
        var cluster = api.Unfounded();
        var body = $$"""{"id": "{{cluster.Id}}", "name": "Alrek", "foundedOn": "2016"}""";

        var first = (await FoundAsync(body, TestApi.AdminKey, ("Idempotency-Key", "found"))).Being(HttpStatusCode.Created);
        await cluster.EstablishAsync("2017", "Styre");

        (await FoundAsync(body, TestApi.AdminKey, ("Idempotency-Key", "found"))).Being(HttpStatusCode.Created).Text.Should().Be(first.Text);
    }

    [Fact]
    public async Task An_admin_founds_the_clusters_of_their_key()
    {
        var (own, other) = (api.Unfounded(), api.Unfounded());
        var key = await api.KeyAsync(Role.Admin, own.Id);

        (await FoundAsync($$"""{"id": "{{own.Id}}", "name": "Alrek", "foundedOn": "2016"}""", key)).Being(HttpStatusCode.Created);
        (await FoundAsync($$"""{"id": "{{other.Id}}", "name": "Alrek", "foundedOn": "2016"}""", key)).Being(HttpStatusCode.Forbidden);
        (await other.GetAsync("/structure")).Being(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"id": "Æ", "name": "", "foundedOn": "2016-13", "timeZone": "Europe/Atlantis"}""", "id name foundedOn timeZone")]
    [InlineData("""{"id": "a", "name": "A", "foundedOn": "2016", "organisationNumber": 1}""", "organisationNumber")]
    [InlineData("""{}""", "id name foundedOn")]
    public async Task Everything_that_is_made_wrong_is_told_at_once(string body, string places)
    {
        var refused = (await FoundAsync(body)).Being(HttpStatusCode.BadRequest);

        refused.Json["faults"]!.AsArray().Select(f => f!["path"]!.GetValue<string>()).Should().Equal(places.Split(' '));
    }

    [Fact]
    public async Task What_cannot_be_true_of_it_is_told_at_once_and_nothing_is_founded()
    {
        var cluster = api.Unfounded();

        var refused = (await FoundAsync($$"""{"id": "{{cluster.Id}}", "name": "Alrek", "foundedOn": "2916", "organisationNumber": "123456789"}""")).Being(HttpStatusCode.UnprocessableEntity);

        refused.Json["violations"]!.AsArray().Select(v => $"{v!["member"]} {v["code"]}").Should().BeEquivalentTo("foundedOn decided-in-future", "organisationNumber organisation-number");
        (await cluster.GetAsync("/structure")).Being(HttpStatusCode.NotFound);
        (await FoundAsync($$"""{"id": "{{cluster.Id}}", "name": "Alrek", "foundedOn": "2016"}""")).Being(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_correction_holds_from_now_and_the_founding_is_as_it_was_known_before()
    {
        var cluster = await api.FoundAsync();

        var corrected = (await cluster.PatchAsync("", """{"nameEn": "Alrek health cluster", "foundedOn": "2015", "note": "Etter årsmeldingen."}""")).Being(HttpStatusCode.OK);

        new Labels().Same(corrected.Json, $$"""{"id": "{{cluster.Id}}", "position": 2, "recordedAt": "@1"}""");
        (await cluster.GetAsync("?lang=en")).Text.Should().Contain("Alrek health cluster").And.Contain("2015");
        (await cluster.GetAsync($"?knownAt={corrected.JustBefore}")).Text.Should().NotContain("Alrek health cluster").And.Contain("2016");
        (await cluster.PatchAsync("", """{"nameEn": null}""")).Being(HttpStatusCode.OK);
        (await cluster.GetAsync("?lang=en")).Text.Should().NotContain("Alrek health cluster").And.Contain("2015");
    }

    [Fact]
    public async Task A_founding_cannot_be_put_after_what_was_decided()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2017", "Styre");

        var refused = (await cluster.PatchAsync("", """{"foundedOn": "2018"}""")).Being(HttpStatusCode.UnprocessableEntity);

        refused.Json["violations"]![0]!["code"]!.GetValue<string>().Should().Be("before-cluster");
        refused.Json["violations"]![0]!["conflictsWith"].Should().NotBeNull();
    }

    private async Task<Reply> FoundAsync(string json, string key = TestApi.AdminKey, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/clusters") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", key);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await Reply.OfAsync(await api.Api.Client.SendAsync(request));
    }
}
