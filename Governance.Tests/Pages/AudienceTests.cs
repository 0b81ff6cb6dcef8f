using System.Net;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Pages;

public sealed class AudienceTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Secret = "Hemmelig";

    [Fact]
    public async Task No_public_page_shows_anything_internal_and_a_reader_sees_it()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2018", "Åpent utvalg");
        var hidden = await cluster.DecideAsync($$"""
            {"caseNumber": "{{Secret}}-1", "title": "{{Secret}} vedtak", "text": "{{Secret}} tekst", "decidedByText": "{{Secret}} krets", "decidedOn": "2019", "visibility": "internal", "changes": [
              {"type": "establish-body", "ref": "b", "kind": "committee", "name": "{{Secret}} utvalg", "visibility": "internal"},
              {"type": "appoint", "body": "#b", "role": "chair", "person": {"name": "{{Secret}} Person"} },
              {"type": "appoint", "body": "Åpent utvalg", "role": "chair", "person": {"name": "Åpen Person"} }]}
            """);
        var unlisted = (await cluster.PostAsync("/people", $$"""{"name": "{{Secret}} Unevnt", "email": "{{Secret}}@example.org", "unlisted": true}""")).Being(HttpStatusCode.Created).Id;
        await cluster.DecideAsync($$"""{"title": "Ny sekretær", "decidedByText": "Partnerne", "decidedOn": "2020", "changes": [{"type": "appoint", "body": "Åpent utvalg", "role": "secretary", "person": "{{unlisted}}"}]}""");
        var body = hidden.Json["changes"]![0]!["body"]!.GetValue<string>();

        foreach (var path in await PublicPages.OfAsync(cluster))
            (await api.Api.Client.GetStringAsync(path)).Should().NotContain(Secret, path);
        foreach (var path in new[] { "search?q=tekst", "history?topic=bodies", "history?person=Person", "compare?from=2018-12-31&to=2019-12-31", "reports/2019", "years?asOf=2019-01-01" })
            (await api.Api.Client.GetStringAsync($"/{cluster.Id}/{path}")).Should().NotContain(Secret, path);
        (await api.Api.SendAsync(HttpMethod.Get, $"/{cluster.Id}/history?view=audit")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        foreach (var path in new[] { $"bodies/{body}", $"decisions/{hidden.Id}", $"people/{unlisted}" })
            (await api.Api.SendAsync(HttpMethod.Get, $"/{cluster.Id}/{path}")).StatusCode.Should().Be(HttpStatusCode.NotFound, path);

        var reader = await api.KeyAsync(Role.Reader, cluster.Id);
        foreach (var path in new[] { "", "/committees", "/decisions", "/history", "/history?view=audit", "/compare?from=2018-12-31", "/reports/2019", "/years?asOf=2019-12-31", $"/bodies/{body}", $"/decisions/{hidden.Id}" })
        {
            var page = await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Get, $"/{cluster.Id}{path}", reader));
            page.Being(HttpStatusCode.OK).Text.Should().Contain(Secret, path).And.NotContain("@example.org", path);
            page.Headers["Cache-Control"].Should().Be("no-store", path);
        }
    }

    [Fact]
    public async Task A_note_of_a_public_decision_is_for_readers_wherever_the_decision_is_told()
    {
        var cluster = await api.FoundAsync();
        var made = await cluster.DecideAsync($$"""
            {"caseNumber": "1/18", "title": "Nytt utvalg", "text": "Utvalget opprettes.", "note": "{{Secret}} merknad", "decidedByText": "Partnerne", "decidedOn": "2018", "changes": [
              {"type": "establish-body", "ref": "b", "kind": "committee", "name": "Utvalg"}]}
            """);
        (await cluster.PostAsync($"/decisions/{made.Id}/correction", $$"""
            {"caseNumber": "1/18", "title": "Nytt utvalg", "text": "Utvalget opprettes.", "note": "{{Secret}} rettet merknad", "decidedByText": "Partnerne", "decidedOn": "2018", "reason": "Merknaden.", "changes": [
              {"type": "establish-body", "ref": "b", "kind": "committee", "name": "Utvalg"}]}
            """)).Being(HttpStatusCode.OK);
        string[] routes = [
            "", "/structure", "/committees", "/bodies", "/history", "/changes", "/changes.atom", "/decisions", $"/decisions/{made.Id}", "/search?q=merknad", "/search?q=utvalg", "/compare?from=2017-01-01", "/calendar.ics", "/reports/annual/2018",
            "/export/popolo.json", "/export/popolo.json?history=true", "/export/org.jsonld", "/export/org.ttl", "/export/members.csv"];
        string[] pages = ["search?q=merknad", "search?q=utvalg", "compare?from=2017-12-31&to=2019-12-31", "reports/2018", $"decisions/{made.Id}"];

        foreach (var path in routes) (await cluster.As(null).GetAsync(path)).Being(HttpStatusCode.OK).Text.Should().NotContain(Secret, path);
        foreach (var path in (await PublicPages.OfAsync(cluster)).Concat(pages.Select(p => $"/{cluster.Id}/{p}"))) (await api.Api.Client.GetStringAsync(path)).Should().NotContain(Secret, path);
        var reader = cluster.As(await api.KeyAsync(Role.Reader, cluster.Id));
        foreach (var path in new[] { $"/decisions/{made.Id}", "/export/popolo.json?history=true" }) (await reader.GetAsync(path)).Being(HttpStatusCode.OK).Text.Should().Contain(Secret, path);
    }

    [Fact]
    public async Task A_page_is_kept_by_whoever_reads_it_until_something_is_recorded()
    {
        var cluster = await api.FoundAsync();
        var first = await Reply.OfAsync(await api.Api.Client.GetAsync($"/{cluster.Id}/partners"));
        first.Headers["Cache-Control"].Should().StartWith("public, max-age=");

        async Task<HttpStatusCode> AgainAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/{cluster.Id}/partners");
            request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers["ETag"]);
            return (await api.Api.Client.SendAsync(request)).StatusCode;
        }

        (await AgainAsync()).Should().Be(HttpStatusCode.NotModified);
        await cluster.DecideAsync("""{"title": "Ny partner", "decidedByText": "Partnerne", "decidedOn": "2020", "changes": [{"type": "admit-partner", "name": "Oppdiktet AS", "kind": "company"}]}""");
        (await AgainAsync()).Should().Be(HttpStatusCode.OK);
    }
}
