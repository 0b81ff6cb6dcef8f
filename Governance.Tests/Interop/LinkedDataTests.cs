using System.Net;
using Governance.Tests.Api.Exports;
using Governance.Tests.Support;

namespace Governance.Tests.Interop;

public sealed class LinkedDataTests : IAsyncLifetime
{
    private TestApi _api = null!;
    private ClusterClient _cluster = null!;

    public async Task InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        _cluster = await Demo.LoadEventfulAsync(_api);
    }

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("2015-12-31")]
    [InlineData("2021-12-31")]
    [InlineData("2022-06-15")]
    [InlineData("2023-02-01")]
    [InlineData("2026-01-01")]
    public async Task Turtle_and_json_ld_are_read_by_others_as_one_graph_that_says_what_the_structure_says(string day)
    {
        var graph = await GraphAsync($"?asOf={day}");

        var popolo = (await _cluster.GetAsync($"/export/popolo.json?asOf={day}")).Json;
        Count(graph, "type", "<http://www.w3.org/ns/org#Post>").Should().Be(popolo["posts"]!.AsArray().Count);
        Count(graph, "type", "<http://www.w3.org/ns/org#Membership>").Should().Be(popolo["memberships"]!.AsArray().Count);
        Count(graph, "type", "<http://www.w3.org/ns/org#Organization>").Should().Be(popolo["organizations"]!.AsArray().Count(o => (string)o!["id"]! != "alrek"));
        graph.Should().ContainSingle(line => line.Contains("<http://purl.org/dc/terms/valid>") && line.Contains(day));
    }

    [Fact]
    public async Task A_swap_of_names_is_one_event_with_both_bodies_on_both_sides()
    {
        var graph = await GraphAsync("?asOf=2026-01-01");

        var swap = graph.Where(line => line.Contains("org#originalOrganization")).GroupBy(line => line.Split(' ')[0]).Single(e => e.Count() == 2);
        graph.Where(line => line.StartsWith(swap.Key, StringComparison.Ordinal) && line.Contains("org#resultingOrganization")).Select(line => line.Split(' ')[2])
            .Should().BeEquivalentTo(swap.Select(line => line.Split(' ')[2]));
        graph.Should().Contain(line => line.Contains("skos/core#altLabel") && line.Contains("\"Arbeidsgruppe\"@nb"));
    }

    [Fact]
    public async Task Nothing_internal_is_told_to_the_public()
    {
        await _cluster.DecideAsync("""
            {"title": "Lukket vedtak", "decidedByText": "Partnerne", "decidedOn": "2023", "visibility": "internal", "changes": [
              {"type": "establish-body", "kind": "committee", "name": "Lukket utvalg", "visibility": "internal"},
              {"type": "establish-body", "kind": "committee", "name": "Åpent utvalg"}]}
            """);
        (await _cluster.GetAsync("/export/org.ttl")).Text.Should().Contain("Lukket utvalg").And.Contain("Lukket vedtak");
        (await _cluster.As(null).GetAsync("/export/org.ttl")).Text.Should().Contain("Åpent utvalg").And.NotContain("Lukket");
    }

    private static int Count(IEnumerable<string> graph, string predicate, string thing) => graph.Count(line => line.Contains($"{predicate}> {thing} "));

    /// <summary>The statements on which both parsers agree.</summary>
    private async Task<IReadOnlyList<string>> GraphAsync(string question)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var (turtle, linked) = (Path.Combine(folder.Path, "org.ttl"), Path.Combine(folder.Path, "org.jsonld"));
        await File.WriteAllTextAsync(turtle, (await _cluster.GetAsync("/export/org.ttl" + question)).Being(HttpStatusCode.OK).Text);
        await File.WriteAllTextAsync(linked, (await _cluster.GetAsync("/export/org.jsonld" + question)).Being(HttpStatusCode.OK).Text);
        return (await Node.RunAsync("same-graph.mjs", [turtle, linked])).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
