using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Api.Recording;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Compare;

public sealed class CompareTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Two_days_are_compared_with_the_swap_and_the_mandates_word_by_word()
    {
        var (cluster, _) = await Alrek.BeforeAsync(api);
        await cluster.DecideAsync(Alrek.Swap);
        await cluster.DecideAsync("""{"title": "Mandat", "decidedByText": "Partnerne", "decidedOn": "2023-01-01", "changes": [{"type": "adopt-mandate", "body": "Brukerpanel", "points": ["Gi gode råd"], "purpose": "Panelet er oppnevnt av partnerne."}]}""");

        var compared = (await cluster.As(null).GetAsync("/compare?from=2022-06-14&to=2023-01-01")).Being(HttpStatusCode.OK).Json;

        Sentences(compared["swaps"]).Should().Equal("Arbeidsgruppe overtok navnet Styringsgruppe, og organet som het det, heter nå Partnermøte.");
        Sentences(compared["renamed"]).Should().BeEquivalentTo("Arbeidsgruppe fikk navnet Styringsgruppe.", "Styringsgruppe fikk navnet Partnermøte.");
        compared["added"]!.AsArray().Should().ContainSingle().Which!["body"]!["mandate"]!["deliverable"]!.GetValue<string>().Should().Be("Innsikt til Styringsgruppen");
        compared["members"]!.AsArray().Should().ContainSingle().Which!["in"]![0]!["sentence"]!.GetValue<string>().Should().Be("Oppdiktet Eksempel Én kom inn i Brukerpanel som leder for Brukerutvalget Helse Bergen.");
        var panel = compared["mandates"]!.AsArray().Single(m => m!["body"]!["name"]!.GetValue<string>() == "Brukerpanel")!;
        panel["text"]!.AsArray().Select(s => $"{s!["kind"]} {s["text"]}").Should().Equal("same Panelet er oppnevnt av ", "removed arbeidsgruppen", "added partnerne", "same .\nGi", "added  gode", "same  råd");
    }

    [Fact]
    public async Task Two_moments_of_knowledge_are_compared_and_equal_sides_do_not_differ()
    {
        var (cluster, _) = await Alrek.BeforeAsync(api);
        var swap = await cluster.DecideAsync(Alrek.Swap);

        var known = (await cluster.GetAsync($"/compare?from=2023-01-01&to=2023-01-01&fromKnownAt={swap.JustBefore}&lang=en")).Being(HttpStatusCode.OK).Json;
        var neither = (await cluster.GetAsync($"/compare?from=2023-01-01&to=2023-01-01&knownAt={swap.JustBefore}")).Being(HttpStatusCode.OK).Json;

        Sentences(known["renamed"]).Should().BeEquivalentTo("Arbeidsgruppe was renamed Styringsgruppe.", "Styringsgruppe was renamed Partnermøte.");
        known["from"]!["position"]!.GetValue<long>().Should().Be(swap.Position - 1);
        neither.AsObject().Where(m => m.Value is JsonArray { Count: > 0 }).Should().BeEmpty();
        (await cluster.GetAsync("/compare?to=2023-01-01")).Being(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_example_in_the_description_has_the_form_of_an_answer()
    {
        var (cluster, _) = await Alrek.BeforeAsync(api);
        var answer = (await cluster.GetAsync("/compare?from=2020-01-01&to=2021-01-01")).Being(HttpStatusCode.OK).Json;

        var operation = JsonNode.Parse(await api.Api.Client.GetStringAsync("/openapi/v1.json"))!["paths"]!["/api/clusters/{cluster}/compare"]!["get"]!;
        var example = operation["responses"]!["200"]!["content"]!["application/json"]!["examples"]!["reorganisation"]!["value"]!;

        example.AsObject().Select(m => m.Key).Where(m => m != "strategy").Should().Equal(answer.AsObject().Select(m => m.Key));
        operation["parameters"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()).Should().BeEquivalentTo("cluster", "from", "to", "fromKnownAt", "toKnownAt", "knownAt", "lang", "minPosition");
    }

    private static IEnumerable<string> Sentences(JsonNode? list) => list!.AsArray().Select(item => item!["sentence"]!.GetValue<string>());
}
