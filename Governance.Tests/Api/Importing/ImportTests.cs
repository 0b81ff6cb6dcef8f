using System.Net;
using System.Text.Json.Nodes;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Importing;

public sealed class ImportTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly (string, string) Key = ("Idempotency-Key", "import-1");

    private static readonly string Demo = File.ReadAllText(Path.Combine(Repository.Root, "Governance.Api", "Cli", "Demo", "alrek.json"));

    private static string DemoFor(ClusterClient cluster)
    {
        var document = JsonNode.Parse(Demo)!;
        document["cluster"]!["id"] = cluster.Id;
        return document.ToJsonString();
    }

    [Fact]
    public async Task The_demo_is_taken_in_whole_and_its_ids_are_the_ones_answered()
    {
        var cluster = api.Unfounded();

        var taken = (await cluster.PostAsync("/import", DemoFor(cluster))).Being(HttpStatusCode.Created);

        taken.Headers.Should().Contain("Location", $"/api/clusters/{cluster.Id}").And.Contain("Governance-Position", "21");
        taken.Without("ids").ToJsonString().Should().Be($$"""{"cluster":"{{cluster.Id}}","position":21,"decisions":11,"people":9}""");
        await IsAlrekAsync(cluster, taken);
        await api.VerifyAsync(cluster);
    }

    [Fact]
    public async Task Into_a_cluster_that_was_founded_before_its_ids_are_the_ones_answered_too()
    {
        var cluster = await api.FoundAsync();

        var tried = (await cluster.PostAsync("/import?dryRun=true", DemoFor(cluster))).Being(HttpStatusCode.OK);
        (await cluster.PositionAsync()).Should().Be(1);
        var taken = (await cluster.PostAsync("/import", DemoFor(cluster), Key)).Being(HttpStatusCode.Created);

        tried.Json["violations"]!.AsArray().Should().BeEmpty();
        tried.Json["import"]!.ToJsonString().Should().Be(taken.Json.ToJsonString());
        await IsAlrekAsync(cluster, taken);
        await cluster.EstablishAsync("2024", "Noe annet");
        (await cluster.PostAsync("/import", DemoFor(cluster), Key)).Being(HttpStatusCode.Created).Text.Should().Be(taken.Text);
        (await cluster.PositionAsync()).Should().Be(22);
    }

    [Fact]
    public async Task Repeated_with_its_key_it_founds_once_and_answers_the_same_ids()
    {
        var cluster = api.Unfounded();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => cluster.PostAsync("/import", DemoFor(cluster), Key)));

        answers.Should().OnlyContain(a => a.Status == HttpStatusCode.Created && a.Text == answers[0].Text);
        (await cluster.PositionAsync()).Should().Be(21);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_with_its_place_and_nothing_is_taken()
    {
        var cluster = api.Unfounded();
        const string document =
            """
            {
              "cluster": {"name": "Feil", "foundedOn": "2016"}, "people": [{"id": "a", "name": "Oppdiktet Eksempel Én"}],
              "decisions": [
                {"title": "Én", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "ref": "b", "kind": "board", "name": "Styre"}]},
                {"title": "To", "decidedBy": "Styret", "decidedOn": "2018", "changes": [{"type": "appoint", "body": "#b", "role": "chair", "person": "x"}]},
                {"title": "Tre", "decidedByText": "Partnerne", "decidedOn": "2015", "changes": [{"type": "rename-body", "body": "#b", "name": "Råd"}]}
              ]
            }
            """;

        var refused = (await cluster.PostAsync("/import", document)).Being(HttpStatusCode.UnprocessableEntity);
        var tried = (await cluster.PostAsync("/import?dryRun=true", document)).Being(HttpStatusCode.OK);

        refused.Json["violations"]!.AsArray().Select(v => $"{v!["entry"]} {v["change"]} {v["member"]} {v["code"]}").Should().Equal(
            "1  decidedBy unknown-body", "1 0 person unknown-person", "2 0 effectiveFrom before-cluster");
        new Labels().Same(tried.Json["violations"], new Labels().Written(refused.Json["violations"]));
        tried.Json["import"].Should().BeNull();
        (await cluster.GetAsync("/structure")).Being(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_entry_can_correct_one_before_it_or_one_recorded_and_must_say_why()
    {
        var cluster = await api.FoundAsync();
        var recorded = await cluster.DecideAsync("""{"title": "Feil", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "kind": "board", "name": "Stire"}]}""");
        var document =
            $$"""
            {
              "decisions": [
                {"id": "a", "title": "Panel", "decidedByText": "Partnerne", "decidedOn": "2018", "changes": [{"type": "establish-body", "ref": "p", "kind": "panel", "name": "Panle"}]},
                {"corrects": "a", "reason": "Skrivefeil.", "title": "Panel", "decidedByText": "Partnerne", "decidedOn": "2018", "changes": [{"type": "establish-body", "ref": "p", "kind": "panel", "name": "Panel"}]},
                {"corrects": "{{recorded.Id}}", "reason": "Skrivefeil.", "title": "Rett", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "kind": "board", "name": "Styre"}]}
              ]
            }
            """;

        var silent = (await cluster.PostAsync("/import?lang=en", document.Replace("\"reason\": \"Skrivefeil.\", ", "", StringComparison.Ordinal))).Being(HttpStatusCode.BadRequest);
        silent.Json["faults"]!.ToJsonString().Should().Be("""[{"path":"decisions[1].reason","message":"Is missing."},{"path":"decisions[2].reason","message":"Is missing."}]""");
        var taken = (await cluster.PostAsync("/import", document)).Being(HttpStatusCode.Created);

        taken.Position.Should().Be(5);
        var bodies = (await cluster.GetAsync("/structure")).Json["bodies"]!.AsArray();
        bodies.Select(b => $"{b!["id"]} {b["name"]}").Should().Equal(
            $"{recorded.Json["changes"]![0]!["body"]} Styre", $"{taken.Json["ids"]!["p"]} Panel");
        await api.VerifyAsync(cluster);
    }

    [Fact]
    public async Task It_is_answered_as_the_first_time_also_when_it_could_not_be_taken_any_more()
    {
        var cluster = await api.FoundAsync();
        const string document =
            """
            {
              "people": [{"id": "a", "name": "Oppdiktet Eksempel"}, {"id": "b", "name": "Oppdiktet Exempel"}],
              "decisions": [
                {"id": "s", "title": "Styre", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "ref": "styre", "kind": "board", "name": "Styre"}]},
                {"id": "v", "title": "Valg", "decidedByText": "Partnerne", "decidedOn": "2018", "changes": [
                  {"type": "appoint", "body": "#styre", "role": "member", "person": "a"}, {"type": "appoint", "body": "#styre", "role": "member", "person": "b"}]}
              ]
            }
            """;
        var taken = (await cluster.PostAsync("/import", document, Key)).Being(HttpStatusCode.Created);
        (await cluster.PostAsync($"/decisions/{taken.Json["ids"]!["v"]}/annulment", """{"reason": "De er én og samme."}""")).Being(HttpStatusCode.OK);
        (await cluster.PostAsync($"/people/{taken.Json["ids"]!["a"]}/merge", $$"""{"into": "{{taken.Json["ids"]!["b"]}}"}""")).Being(HttpStatusCode.OK);

        (await cluster.PostAsync("/import", document, Key)).Being(HttpStatusCode.Created).Text.Should().Be(taken.Text);
    }

    [Fact]
    public async Task Only_an_admin_founds_by_import()
    {
        var cluster = api.Unfounded();
        var secretary = cluster.As(await api.KeyAsync(Role.Secretary, cluster.Id));

        (await secretary.PostAsync("/import", DemoFor(cluster))).Being(HttpStatusCode.NotFound);
        (await secretary.PostAsync("/import?dryRun=true", DemoFor(cluster))).Being(HttpStatusCode.NotFound);
        (await cluster.PostAsync("/import", """{"decisions": []}""")).Being(HttpStatusCode.NotFound);
        (await cluster.PostAsync("/import", Demo.Replace("\"alrek\"", "\"another\"", StringComparison.Ordinal))).Being(HttpStatusCode.BadRequest)
            .Json["faults"]![0]!["path"]!.GetValue<string>().Should().Be("cluster.id");
    }

    /// <summary>The swap of 2022 on the bodies that the answer names.</summary>
    private static async Task IsAlrekAsync(ClusterClient cluster, Reply taken)
    {
        var (top, work) = (taken.Json["ids"]!["top"]!.GetValue<string>(), taken.Json["ids"]!["work"]!.GetValue<string>());
        (await TreeAsync("2021-12-31")).Should().Be($"{top} Styringsgruppe > {work} Arbeidsgruppe");
        (await TreeAsync("2022-01-01")).Should().Be($"{top} Partnermøte > {work} Styringsgruppe");
        var names = (await cluster.GetAsync("/names?name=Styringsgruppe")).Being(HttpStatusCode.OK);
        names.Json["entries"]!.AsArray().Select(e => $"{e!["body"]!["id"]} {e["validFrom"]} {e["validThrough"]}").Should().Equal($"{top} 2016 2021", $"{work} 2022 ");

        async Task<string> TreeAsync(string day)
        {
            var body = (await cluster.GetAsync($"/structure?asOf={day}")).Being(HttpStatusCode.OK).Json["bodies"]![0]!;
            return $"{body["id"]} {body["name"]} > {body["children"]![0]!["id"]} {body["children"]![0]!["name"]}";
        }
    }
}
