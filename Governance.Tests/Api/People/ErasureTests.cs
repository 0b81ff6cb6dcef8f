using System.Net;
using Governance.Api.Security;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Api.People;

public sealed class ErasureTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Name = "Oppdiktet Eksempel Én";

    [Fact]
    public async Task Asked_for_by_two_admins_a_person_is_gone_and_the_seat_stays()
    {
        var (cluster, person, body) = await SeatedAsync();
        var other = cluster.As(await api.KeyOfAnotherAsync(Role.Admin, cluster.Id));
        var labels = new Labels();
        labels.Name("person", person);
        var mentions = await cluster.DecideAsync(
            $$"""{"caseNumber": "4/20", "title": "Takk", "text": "Takk til {{Name.ToUpperInvariant()}}.", "note": "Uten navn.", "decidedByText": "Partnerne", "decidedOn": "2020"}""");
        labels.Name("mentions", mentions.Id);

        var asked = (await cluster.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.Accepted);
        var again = (await cluster.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.Accepted);
        labels.Same(asked.Json, """{"id": "person", "askedAt": "@1"}""");
        labels.Same(again.Json, """{"id": "person", "askedAt": "@1"}""");
        (await cluster.GetAsync("/committees?asOf=2019-03-01")).Text.Should().Contain(Name);
        (await cluster.GetAsync($"/people/{person}")).Text.Should().Contain("erasureAskedAt");

        var done = (await other.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.OK);
        labels.Same(done.Without("recordedAt"),
            """{"id": "person", "position": 6, "texts": [{"decision": "mentions", "caseNumber": "4/20", "title": "Takk", "texts": ["text"]}], "accounts": []}""");

        var structure = await cluster.GetAsync("/structure?asOf=2019-03-01");
        structure.Text.Should().NotContain(Name).And.NotContain("Kommunen").And.Contain("slettet person");
        structure.Json["bodies"]![0]!["seats"]![0]!["holder"]!["id"]!.GetValue<string>().Should().Be(person);
        (await cluster.GetAsync($"/bodies/{body}?asOf=2019-03-01&knownAt={mentions.RecordedAt}")).Text.Should().NotContain(Name);
        (await RowsAsync(cluster)).Should().NotContain(Name).And.NotContain("ada@example.org").And.NotContain("Kommunen");
        await api.VerifyAsync(cluster);
    }

    [Fact]
    public async Task A_name_borne_before_is_found_in_texts_and_erased_too()
    {
        var (cluster, person, _) = await SeatedAsync();
        var other = cluster.As(await api.KeyOfAnotherAsync(Role.Admin, cluster.Id));
        var mentions = await cluster.DecideAsync($$"""{"title": "Takk til {{Name}}", "decidedByText": "Partnerne", "decidedOn": "2020"}""");
        (await cluster.PatchAsync($"/people/{person}", """{"name": "Oppdiktet Nygift"}""")).Being(HttpStatusCode.OK);
        (await cluster.PatchAsync($"/people/{person}", """{"name": "Oppdiktet Gift Igjen"}""")).Being(HttpStatusCode.OK);

        var held = (await cluster.GetAsync($"/people/{person}/access")).Being(HttpStatusCode.OK).Json;
        held["entries"]![0]!["formerNames"]!.AsArray().Select(n => n!.GetValue<string>()).Should().Equal(Name, "Oppdiktet Nygift");
        held["fields"]!.AsArray().Select(f => (string)f!["field"]!).Should().Contain("formerNames");
        held["texts"]!.AsArray().Select(t => (string)t!["decision"]!).Should().Equal(mentions.Id);
        foreach (var path in new[] { $"/people/{person}", "/people", "/committees?asOf=2019-03-01", "/export/popolo.json?history=true" })
            (await cluster.As(await api.KeyAsync(Role.Reader, cluster.Id)).GetAsync(path)).Text.Replace($"Takk til {Name}", "", StringComparison.Ordinal).Should().NotContain(Name, path);

        (await cluster.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.Accepted);
        var done = (await other.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.OK);
        done.Json["texts"]!.AsArray().Select(t => (string)t!["decision"]!).Should().Equal(mentions.Id);
        (await RowsAsync(cluster)).Should().NotContain("Oppdiktet");
        await api.VerifyAsync(cluster);
    }

    [Fact]
    public async Task One_person_with_two_keys_is_not_two_admins()
    {
        var (cluster, person, _) = await SeatedAsync();
        using var ada = await SignedInPerson.WithAsync(api.Api, Role.Admin, cluster.Id);
        var keys = api.Api.Services.GetRequiredService<ApiKeys>();
        var (first, secret) = await keys.CreateAsync("Ett", new(Role.Admin, cluster.Id), null, ada.Account.Id, default);
        var (_, second) = await keys.CreateAsync("To", new(Role.Admin, cluster.Id), null, ada.Account.Id, default);
        var (_, third) = await keys.CreateAsync("Tre", new(Role.Admin, cluster.Id), null, first.Id, default);

        (await cluster.As(secret).DeleteAsync($"/people/{person}")).Being(HttpStatusCode.Accepted);
        foreach (var other in new[] { second, third })
            (await cluster.As(other).DeleteAsync($"/people/{person}")).Being(HttpStatusCode.Forbidden).Json["detail"]!.GetValue<string>().Should().Contain("En annen person må bekrefte");
        using (var own = await ada.SendAsync(HttpMethod.Delete, $"/api/clusters/{cluster.Id}/people/{person}")) own.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await cluster.GetAsync($"/people/{person}")).Text.Should().Contain(Name);

        using var bo = await SignedInPerson.WithAsync(api.Api, Role.Admin, cluster.Id);
        (await bo.Client.GetStringAsync($"/{cluster.Id}/desk?lang=en")).Should().ContainAll("Erasure is asked for", "Oppdiktet Eksempel", "Ett (key)");
        using var done = await bo.SendAsync(HttpMethod.Delete, $"/api/clusters/{cluster.Id}/people/{person}");
        done.StatusCode.Should().Be(HttpStatusCode.OK);
        (await bo.Client.GetStringAsync($"/{cluster.Id}/desk?lang=en")).Should().NotContain("Erasure is asked for");
    }

    [Fact]
    public async Task Those_merged_into_the_person_go_too()
    {
        var (cluster, person, _) = await SeatedAsync();
        var other = cluster.As(await api.KeyOfAnotherAsync(Role.Admin, cluster.Id));
        var alias = (await cluster.PostAsync("/people", """{"name": "Oppdiktet E. Én", "email": "one@example.org"}""")).Being(HttpStatusCode.Created).Id;
        (await cluster.PostAsync($"/people/{alias}/merge", $$"""{"into": "{{person}}"}""")).Being(HttpStatusCode.OK);
        var mentions = await cluster.DecideAsync("""{"title": "Takk til Oppdiktet E. Én", "decidedByText": "Partnerne", "decidedOn": "2020"}""");

        (await cluster.DeleteAsync($"/people/{alias}")).Being(HttpStatusCode.NotFound);
        (await cluster.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.Accepted);
        var done = (await other.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.OK);

        done.Json["texts"]![0]!["decision"]!.GetValue<string>().Should().Be(mentions.Id);
        (await RowsAsync(cluster)).Should().NotContain("Oppdiktet").And.NotContain("example.org");
        (await cluster.GetAsync($"/people/{alias}")).Text.Should().NotContain("Oppdiktet").And.NotContain("example.org");
    }

    [Fact]
    public async Task Asked_for_before_a_merge_it_is_asked_for_after_it()
    {
        var (cluster, person, _) = await SeatedAsync();
        var other = cluster.As(await api.KeyOfAnotherAsync(Role.Admin, cluster.Id));
        var alias = (await cluster.PostAsync("/people", """{"name": "Oppdiktet E. Én"}""")).Being(HttpStatusCode.Created).Id;
        var asked = (await cluster.DeleteAsync($"/people/{alias}")).Being(HttpStatusCode.Accepted);
        (await cluster.PostAsync($"/people/{alias}/merge", $$"""{"into": "{{person}}"}""")).Being(HttpStatusCode.OK);

        (await cluster.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.Accepted).Json["askedAt"]!.GetValue<string>().Should().Be(asked.Json["askedAt"]!.GetValue<string>());
        (await other.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.OK);
        (await RowsAsync(cluster)).Should().NotContain("Oppdiktet");
    }

    [Fact]
    public async Task Where_the_name_stands_in_other_acts_than_decisions_is_told_however_it_is_written()
    {
        var (cluster, person, _) = await SeatedAsync();
        var other = cluster.As(await api.KeyOfAnotherAsync(Role.Admin, cluster.Id));
        var meeting = (await cluster.PostAsync("/meetings",
            $$"""{"body": "Brukerpanel", "number": "1", "heldOn": "2020", "place": "Hos Én, Oppdiktet  Eksempel", "attendance": [{"person": "{{person}}", "note": "oppdiktet\neksempel én kom sent"}]}"""))
            .Being(HttpStatusCode.Created);
        (await cluster.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.Accepted);

        var done = (await other.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.OK);

        new Labels().Same(done.Json["texts"], $$"""[{"texts": ["place", "attendance[0].note"], "act": {{meeting.Position}}, "type": "meeting-recorded"}]""");
    }

    [Fact]
    public async Task What_is_erased_stays_so()
    {
        var (cluster, person, _) = await SeatedAsync();
        var other = cluster.As(await api.KeyOfAnotherAsync(Role.Admin, cluster.Id));
        var somebody = (await cluster.PostAsync("/people", """{"name": "Oppdiktet Eksempel To"}""")).Id;
        (await cluster.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.Accepted);
        (await other.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.OK);

        (await cluster.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.NotFound);
        (await cluster.PatchAsync($"/people/{person}", $$"""{"name": "{{Name}}"}""")).Being(HttpStatusCode.NotFound);
        (await cluster.PostAsync($"/people/{person}/merge", $$"""{"into": "{{somebody}}"}""")).Being(HttpStatusCode.NotFound);
        var into = (await cluster.PostAsync($"/people/{somebody}/merge", $$"""{"into": "{{person}}"}""")).Being(HttpStatusCode.UnprocessableEntity);
        into.Json["violations"]![0]!["code"]!.GetValue<string>().Should().Be("unknown-person");
    }

    /// <summary>A cluster with one person, in a seat, by an inline name.</summary>
    private async Task<(ClusterClient Cluster, string Person, string Body)> SeatedAsync()
    {
        var cluster = await api.FoundAsync();
        var made = await cluster.DecideAsync(
            $$"""
            {
              "title": "Panel", "decidedByText": "Partnerne", "decidedOn": "2019",
              "changes": [
                {"type": "establish-body", "ref": "p", "kind": "panel", "name": "Brukerpanel"},
                {"type": "appoint", "body": "#p", "role": "chair", "person": {"name": "{{Name}}", "organisation": "Kommunen"}, "termThrough": "2930"}
              ]
            }
            """);
        var person = made.Json["changes"]![1]!["seats"]![0]!["person"]!.GetValue<string>();
        (await cluster.PatchAsync($"/people/{person}", """{"email": "ada@example.org", "gender": "female", "externalIds": [{"scheme": "hpr", "identifier": "123"}]}""")).Being(HttpStatusCode.OK);
        return (cluster, person, made.Json["changes"]![0]!["body"]!.GetValue<string>());
    }

    /// <summary>All that the database holds of the cluster, as text.</summary>
    private async Task<string> RowsAsync(ClusterClient cluster)
    {
        await using var command = api.Api.Database.CreateCommand(
            "select coalesce(string_agg(p::text, ' '), '') || (select string_agg(e.type || e.headers::text || coalesce(e.user_name, ''), ' ') from mt_events e where e.tenant_id = $1) from mt_doc_person p where p.tenant_id = $1");
        command.Parameters.Add(new() { Value = cluster.Id });
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
