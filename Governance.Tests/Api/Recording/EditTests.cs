using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Api.Exports;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Recording;

public sealed class EditTests : IAsyncLifetime
{
    private static readonly string[] Days = ["2016-06-01", "2018-06-01", "2021-12-31", "2022-01-01", "2023-03-28", "2023-03-29", "2922-01-01"];
    private TestApi api = null!;

    public async Task InitializeAsync() => api = await TestApi.StartAsync();

    public async Task DisposeAsync() => await api.DisposeAsync();

    [Fact]
    public async Task A_decision_read_and_handed_in_again_as_its_correction_changes_nothing()
    {
        var cluster = await Demo.LoadAsync(api);
        var before = await EverythingAsync(cluster);
        var decisions = (await cluster.GetAsync("/decisions?limit=500")).Json["decisions"]!.AsArray().Select(d => d!["id"]!.GetValue<string>()).ToList();
        decisions.Should().HaveCount(11);
        foreach (var id in decisions)
        {
            var read = (await cluster.GetAsync($"/decisions/{id}")).Being(HttpStatusCode.OK).Json;
            var correction = read["decision"]!.DeepClone();
            correction["reason"] = "Lest og levert.";

            var tried = (await cluster.PostAsync($"/decisions/{id}/correction?dryRun=true", correction.ToJsonString())).Being(HttpStatusCode.OK).Json;
            tried["pastAnswers"]!.AsArray().Should().BeEmpty();
            JsonNode.DeepEquals(tried["structure"]!["before"], tried["structure"]!["after"]).Should().BeTrue();
            var corrected = (await cluster.PostAsync($"/decisions/{id}/correction", correction.ToJsonString())).Being(HttpStatusCode.OK).Json;

            JsonNode.DeepEquals(corrected["changes"], read["made"]).Should().BeTrue("{0} is {1}", corrected["changes"], read["made"]);
            corrected["findings"]!.AsArray().Should().BeEmpty();
            var again = (await cluster.GetAsync($"/decisions/{id}")).Json;
            JsonNode.DeepEquals(again["decision"], read["decision"]).Should().BeTrue("{0} is {1}", again["decision"], read["decision"]);
            again["status"]!.GetValue<string>().Should().Be("corrected");
        }
        (await EverythingAsync(cluster)).Should().Equal(before);
    }

    private static async Task<List<string>> EverythingAsync(ClusterClient cluster)
    {
        var answers = new List<string>();
        foreach (var path in new[] { "/structure", "/committees", "/findings", "/partners", "/people", "/bodies" })
            foreach (var day in Days)
                answers.Add((await cluster.GetAsync($"{path}?asOf={day}")).Being(HttpStatusCode.OK).Text);
        return answers;
    }
}
