using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Security;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Privacy;

public sealed class SubjectAccessTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Name = "Oppdiktet Eksempel Én";

    [Fact]
    public async Task A_person_can_be_handed_all_that_is_held_on_them_wherever_it_stands()
    {
        var (cluster, person, login) = await KnownAsync();

        var held = (await cluster.GetAsync($"/people/{person}/access?lang=en")).Being(HttpStatusCode.OK);

        held.Headers["Cache-Control"].Should().Contain("no-store");
        var all = held.Json;
        Of(all["entries"]!, "name", "email", "phone").Should().Equal($"{Name}|{login.ToUpperInvariant()}|12345678", "Oppdiktet E. Én||");
        Of(all["fields"]!, "field", "shownTo").Should().Equal("name|public", "roles|public", "email|secretary", "phone|secretary", "gender|secretary", "externalIds|secretary");
        all["fields"]!.AsArray().Should().OnlyContain(f => f!["kept"]!.GetValue<string>().Length > 0 && f["why"]!.GetValue<string>().Length > 0);
        Of(all["seats"]!, "role", "validFrom").Should().Equal("chair|2019");
        Of(all["meetings"]!, "number", "present", "note").Should().Equal("1|false|Forfall");
        Of(all["texts"]!, "path", "text").Should().Equal($"text|Takk til {Name}.", "place|Hos Oppdiktet E. Én");
        all["drafts"]!.AsArray().Should().HaveCount(1);
        Of(all["registrations"]!, "type").Should().Equal("decision-recorded", "person-updated", "person-registered", "person-merged");
        Of(all["accounts"]!, "login", "roles").Should().Equal($"{login}|[\"secretary\"]");
        all["accounts"]![0]!["sessions"]!.AsArray().Should().HaveCount(1);
        Of(all["reads"]!, "what").Should().Contain("[\"subject-access\"]");
        (await cluster.GetAsync($"/people/{Guid.Empty}/access")).Being(HttpStatusCode.NotFound);
        (await cluster.As(await api.KeyAsync(Role.Secretary, cluster.Id)).GetAsync($"/people/{person}/access")).Being(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Nothing_private_is_shown_without_a_note_of_who_saw_it_and_what_is_not_private_leaves_none()
    {
        var (cluster, person, _) = await KnownAsync();
        var secretary = await api.KeyAsync(Role.Secretary, cluster.Id);
        var id = (await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Get, "/api/keys", TestApi.AdminKey))).Json["keys"]!.AsArray().Select(k => k!["id"]!.GetValue<string>()).Last();
        var plain = (await cluster.PostAsync("/people", """{"name": "Oppdiktet Eksempel To"}""")).Id;

        await cluster.As(secretary).GetAsync($"/people/{person}");
        await cluster.As(secretary).GetAsync($"/people/{plain}");
        await cluster.As(null).GetAsync($"/people/{person}");
        await cluster.As(await api.KeyAsync(Role.Reader, cluster.Id)).GetAsync($"/people/{person}");
        await cluster.GetAsync("/people");
        await cluster.GetAsync("/export/events.ndjson");

        var reads = (await cluster.GetAsync("/private-reads")).Being(HttpStatusCode.OK).Json;
        Of(reads["reads"]!, "actor", "actorName", "person", "what").Should().Equal(
            $"bootstrap|||[\"archive\"]", $"{id}|Ada|{person}|[\"email\",\"phone\",\"gender\",\"external-ids\"]");
        var first = (await cluster.GetAsync("/private-reads?limit=1")).Json;
        Of((await cluster.GetAsync($"/private-reads?limit=1&after={first["next"]}")).Json["reads"]!, "actor").Should().Equal(id);
        Of((await cluster.GetAsync($"/private-reads?person={plain}")).Json["reads"]!, "what").Should().Equal("[\"archive\"]");
        (await cluster.As(secretary).GetAsync("/private-reads")).Being(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_note_costs_no_round_trip_of_its_own()
    {
        await using var own = await TestApi.StartAsync();
        using var founding = new StringContent("""{"id": "klynge", "name": "Klynge", "foundedOn": "2016"}""", Encoding.UTF8, "application/json");
        (await Reply.OfAsync(await own.SendAsync(HttpMethod.Post, "/api/clusters", TestApi.AdminKey, founding))).Being(HttpStatusCode.Created);
        var cluster = new ClusterClient(own.Client, "klynge", TestApi.AdminKey);
        var person = (await cluster.PostAsync("/people", $$"""{"name": "{{Name}}", "email": "ada@example.org"}""")).Being(HttpStatusCode.Created).Id;
        await cluster.GetAsync($"/people/{person}");
        using var trips = new RoundTrips(own.ConnectionString);

        (await cluster.GetAsync($"/people/{person}")).Text.Should().Contain("ada@example.org");

        trips.Requested.Should().ContainSingle().Which.Should().Contain("gov_private_reads");
    }

    /// <summary>A cluster with a person in all the places where one can be.</summary>
    private async Task<(ClusterClient Cluster, string Person, string Login)> KnownAsync()
    {
        var cluster = await api.FoundAsync();
        using var ada = await SignedInPerson.WithAsync(api.Api, Role.Secretary, cluster.Id);
        var login = ada.Account.Login!;
        var made = await cluster.DecideAsync($$"""
            {"title": "Panel", "text": "Takk til {{Name}}.", "decidedByText": "Partnerne", "decidedOn": "2019", "changes": [
              {"type": "establish-body", "ref": "p", "kind": "panel", "name": "Brukerpanel"},
              {"type": "appoint", "body": "#p", "role": "chair", "person": {"name": "{{Name}}", "organisation": "Kommunen"}, "termThrough": "2930"}]}
            """);
        var person = made.Json["changes"]![1]!["seats"]![0]!["person"]!.GetValue<string>();
        (await cluster.PatchAsync($"/people/{person}", $$"""{"email": "{{login.ToUpperInvariant()}}", "phone": "12345678", "gender": "female", "externalIds": [{"scheme": "hpr", "identifier": "123"}] }""")).Being(HttpStatusCode.OK);
        var alias = (await cluster.PostAsync("/people", """{"name": "Oppdiktet E. Én"}""")).Being(HttpStatusCode.Created).Id;
        (await cluster.PostAsync($"/people/{alias}/merge", $$"""{"into": "{{person}}"}""")).Being(HttpStatusCode.OK);
        (await cluster.PostAsync("/meetings",
            $$"""{"body": "Brukerpanel", "number": "1", "heldOn": "2020", "place": "Hos Oppdiktet E. Én", "attendance": [{"person": "{{alias}}", "present": false, "note": "Forfall"}]}""")).Being(HttpStatusCode.Created);
        var document = JsonNode.Parse($$"""{"title": "Ny", "changes": [{"type": "appoint", "person": "{{person}}"}]}""")!.AsObject();
        var (drafts, ids) = (api.Api.Services.GetRequiredService<SavedDrafts>(), api.Api.Services.GetRequiredService<Ids>());
        await drafts.SaveAsync(new(ids.New(), cluster.Id, null, document, 1, ids.New(), "Ada", "Ada", DateTimeOffset.UnixEpoch, null), default);
        return (cluster, person, login);
    }

    private static IEnumerable<string> Of(JsonNode list, params string[] members) =>
        list.AsArray().Select(item => string.Join('|', members.Select(m => item![m] is JsonArray array ? array.ToJsonString() : $"{item[m]}")));
}
