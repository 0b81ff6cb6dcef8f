using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Nodes;

public sealed class FeedRaceTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    private const int Writers = 16, Each = 10;

    [Fact]
    public async Task The_feed_loses_nothing_and_repeats_nothing_with_sixteen_writers_and_a_reader_polling_all_the_while()
    {
        var (here, there) = await nodes.FoundAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(w => WriteAsync(w % 2 == 0 ? here : there, w)));

        var read = await Task.WhenAll(ReadAsync(here, here), ReadAsync(there, there), ReadAsync(here, there));

        var positions = (await writing).SelectMany(p => p).ToDictionary();
        read.Should().AllSatisfy(feed =>
        {
            feed.Select(c => c.Position).Should().Equal(Enumerable.Range(1, Writers * Each + 1).Select(p => (long)p));
            feed.Skip(1).Select(c => c.Title).Should().Equal(positions.OrderBy(p => p.Key).Select(p => p.Value));
        });
    }

    /// <summary>Asks for what follows as fast as it is answered, now one node and now the other, until it has all.</summary>
    private static async Task<List<(long Position, string? Title)>> ReadAsync(ClusterClient one, ClusterClient other)
    {
        var (feed, after) = (new List<(long Position, string? Title)>(), 0L);
        for (var i = 0; after < Writers * Each + 1; i++)
        {
            var answer = (await (i % 2 == 0 ? one : other).GetAsync($"/changes?after={after}&limit=7")).Being(HttpStatusCode.OK).Json["changes"]!.AsArray();
            feed.AddRange(answer.Select(c => (c!["position"]!.GetValue<long>(), c["title"]?.GetValue<string>())));
            if (feed.Count > 0) after = feed[^1].Position;
        }
        return feed;
    }

    private static async Task<List<KeyValuePair<long, string>>> WriteAsync(ClusterClient cluster, int writer)
    {
        var written = new List<KeyValuePair<long, string>>();
        for (var n = 0; n < Each; n++)
            written.Add(new((await cluster.DecideAsync($$"""{"title": "Vedtak {{writer}}-{{n}}", "decidedByText": "Partnerne", "decidedOn": "2020"}""")).Position, $"Vedtak {writer}-{n}"));
        return written;
    }
}
