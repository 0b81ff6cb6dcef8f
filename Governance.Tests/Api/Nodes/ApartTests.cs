using System.Diagnostics;
using System.Net;
using Xunit.Abstractions;

namespace Governance.Tests.Api.Nodes;

public sealed class ApartTests(TwoNodes nodes, ITestOutputHelper output) : IClassFixture<TwoNodes>
{
    private const int Much = 2_000;

    private static readonly string Decisions = $$"""
        {"decisions": [{{string.Join(",\n", Enumerable.Range(0, Much).Select(n =>
            $$"""{"title": "Vedtak {{n}}", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "kind": "working-group", "name": "Gruppe {{n}}"}]}"""))}}]}
        """;

    [Fact]
    public async Task Of_an_import_both_nodes_tell_the_same_to_the_microsecond()
    {
        var (here, there) = await nodes.FoundAsync();
        (await here.PostAsync("/import", Decisions)).Being(HttpStatusCode.Created);

        for (var after = 0; after < Much; after += 500)
        {
            var page = $"/changes?after={after}&limit=500";
            (await there.GetAsync($"{page}&minPosition={Much + 1}")).Being(HttpStatusCode.OK).Text.Should().Be((await here.GetAsync(page)).Being(HttpStatusCode.OK).Text);
        }
    }

    [Fact]
    public async Task One_cluster_is_read_while_the_node_reads_up_on_another()
    {
        var (busy, busyThere) = await nodes.FoundAsync();
        var (_, quiet) = await nodes.FoundAsync();
        await busyThere.GetAsync("/structure");
        await quiet.GetAsync("/structure");

        var import = busy.PostAsync("/import", Decisions);
        var longest = TimeSpan.Zero;
        while (!import.IsCompleted || await busyThere.PositionAsync() <= Much)
        {
            var watch = Stopwatch.StartNew();
            (await quiet.GetAsync("/structure")).Being(HttpStatusCode.OK);
            if (watch.Elapsed > longest) longest = watch.Elapsed;
        }

        (await import).Being(HttpStatusCode.Created);
        output.WriteLine($"While {Much:N0} decisions came in, the longest that a read of another cluster took on the other node was {longest.TotalMilliseconds:N0} ms");
    }
}
