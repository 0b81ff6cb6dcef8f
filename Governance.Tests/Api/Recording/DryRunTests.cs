using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Recording;

public sealed class DryRunTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("/meetings", """{"body": "Styre", "number": "1/2020", "heldOn": "2020-01-01"}""")]
    [InlineData("/people", """{"name": "Oppdiktet Eksempel"}""")]
    public async Task What_cannot_be_tried_out_is_refused_rather_than_recorded(string path, string body)
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2017", "Styre");
        (await cluster.PostAsync(path + "?dryRun=true", body)).Being(HttpStatusCode.BadRequest).Json["faults"]![0]!["path"]!.GetValue<string>().Should().Be("?dryRun");
        (await cluster.PostAsync(path + "?dryRun=false", body)).Being(HttpStatusCode.Created).Headers.Should().Contain("Governance-Position", "3");
    }

    [Fact]
    public async Task What_is_never_without_a_value_is_not_cleared()
    {
        var cluster = await api.FoundAsync();
        var made = await cluster.PostAsync("/people", """{"name": "Oppdiktet Eksempel"}""");
        (await cluster.PatchAsync($"/people/{made.Id}", """{"name": null}""")).Being(HttpStatusCode.BadRequest);
        (await cluster.PatchAsync("", """{"name": null, "foundedOn": null}""")).Being(HttpStatusCode.BadRequest).Json["faults"]!.AsArray().Count.Should().Be(2);
        (await cluster.PatchAsync("", """{"timeZone": "Europe/London"}""")).Being(HttpStatusCode.OK);
        (await cluster.PatchAsync("", """{"timeZone": null}""")).Being(HttpStatusCode.OK);
        (await cluster.GetAsync("")).Json["timeZone"]!.GetValue<string>().Should().Be("Europe/Oslo");
        (await cluster.PostAsync("/decisions?dryRun=true",
            """{"title": "Sak", "decidedByText": "Partnerne", "decidedOn": "2020", "changes": [{"type": "change-seat", "seat": "#s", "role": null}]}"""))
            .Being(HttpStatusCode.BadRequest).Json["faults"]![0]!["path"]!.GetValue<string>().Should().Be("changes[0].role");
    }

    [Fact]
    public async Task It_stores_nothing_and_tells_what_recording_then_comes_to()
    {
        var (cluster, _) = await Alrek.BeforeAsync(api);
        var before = await cluster.GetAsync("/structure?asOf=2022-06-15");

        var tried = (await cluster.PostAsync("/decisions?dryRun=true", Alrek.Swap)).Being(HttpStatusCode.OK);
        (await cluster.GetAsync("/structure?asOf=2022-06-15")).Text.Should().Be(before.Text);
        (await cluster.PositionAsync()).Should().Be(2);
        var recorded = await cluster.DecideAsync(Alrek.Swap);

        var (told, came) = (new Labels(), new Labels());
        told.Written(tried.Json["changes"]).Should().Be(came.Written(recorded.Json["changes"]));
        Messages(tried).Should().BeEquivalentTo(Messages(recorded)).And.HaveCount(7);
        tried.Json["sentences"]!.AsArray().Select(s => s!.GetValue<string>()).Should().Equal(recorded.Json["changes"]!.AsArray().Select(c => c!["sentence"]!.GetValue<string>()));
        told.Written(tried.Json["structure"]!["before"]).Should().Be(came.Written(before.Json));
        told.Written(tried.Json["structure"]!["after"]).Should().Be(came.Written((await cluster.GetAsync("/structure?asOf=2022-06-15&minPosition=3")).Json));
        tried.Json["violations"]!.AsArray().Should().BeEmpty();
        tried.Json["kept"]!.AsArray().Should().BeEmpty();

        static IEnumerable<string> Messages(Reply reply) => reply.Json["findings"]!.AsArray().Select(f => $"{f!["code"]} {f["since"]} {f["message"]}");
    }

    [Fact]
    public async Task It_tells_the_same_violations_as_the_refusal()
    {
        var (cluster, _) = await Alrek.BeforeAsync(api);
        const string wrong =
            """
            {
              "title": "Umulig", "decidedBy": "Styregruppe", "decidedOn": "2019",
              "changes": [{"type": "rename-body", "body": "Arbeidsgruppe", "name": "Brukerpanel"}, {"type": "move-body", "body": "Arbeidsgruppe", "parent": null}]
            }
            """;

        var tried = (await cluster.PostAsync("/decisions?dryRun=true&lang=en", wrong)).Being(HttpStatusCode.OK);
        var refused = (await cluster.PostAsync("/decisions?lang=en", wrong)).Being(HttpStatusCode.UnprocessableEntity);

        tried.Json["violations"]!.ToJsonString().Should().Be(refused.Json["violations"]!.ToJsonString());
        tried.Json["violations"]!.AsArray().Select(v => v!["code"]!.GetValue<string>()).Should().Equal("unknown-body", "name-taken");
        (await cluster.PositionAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Of_a_correction_it_tells_which_ids_it_keeps()
    {
        var (cluster, _) = await Alrek.BeforeAsync(api);
        var swap = await cluster.DecideAsync(Alrek.Swap);
        var correction = JsonNode.Parse(Alrek.Swap)!;
        correction["reason"] = "Feil navn.";
        correction["changes"]![3]!["name"] = "Arbeidsgruppe for senter";

        var tried = (await cluster.PostAsync($"/decisions/{swap.Id}/correction?dryRun=true", correction.ToJsonString())).Being(HttpStatusCode.OK);

        string?[] made = [
            swap.Json["changes"]![3]!["body"]!.GetValue<string>(),
            .. swap.Json["changes"]![5]!["seats"]!.AsArray().SelectMany(s => new[] { s!["seat"], s["person"] }).OfType<JsonNode>().Select(n => n.GetValue<string>())];
        tried.Json["kept"]!.AsArray().Select(k => k!.GetValue<string>()).Should().BeEquivalentTo(made);
        var corrected = (await cluster.PostAsync($"/decisions/{swap.Id}/correction", correction.ToJsonString())).Being(HttpStatusCode.OK);
        corrected.Json["changes"]!.ToJsonString().Should().Be(tried.Json["changes"]!.ToJsonString());
    }

    [Theory]
    [InlineData("correction", """{"title": "Nytt", "decidedByText": "Partnerne", "decidedOn": "2019", "reason": "Feil."}""")]
    [InlineData("annulment", """{"reason": "Feil."}""")]
    public async Task Of_a_decision_that_is_not_there_it_is_not_found_either(string act, string body)
    {
        var cluster = await api.FoundAsync();

        (await cluster.PostAsync($"/decisions/{Guid.Empty}/{act}", body)).Status.Should().Be(HttpStatusCode.NotFound);
        (await cluster.PostAsync($"/decisions/{Guid.Empty}/{act}?dryRun=true", body)).Status.Should().Be(HttpStatusCode.NotFound);
        (await api.Unfounded().PostAsync($"/decisions/{Guid.Empty}/{act}?dryRun=true", body)).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
