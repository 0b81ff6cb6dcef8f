using Governance.Api.Clusters;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Benchmarks;

/// <summary>From sending a decision to one node until whoever follows the changes on another is told; also where the nodes do not tell each other.</summary>
internal static class FeedBenchmark
{
    private const int Rounds = 5;

    public static async Task RunAsync(Bench bench)
    {
        var (writer, reader) = (await bench.ServeAsync(), await bench.ServeAsync());
        var taken = await HttpClusters.FoundAsync(writer, "feed", 1);
        using var wire = await Wire.OpenAsync(writer.Client.BaseAddress!);
        await using var stream = await reader.Client.GetStreamAsync("/api/clusters/feed-0/changes/stream?after=0");
        using var lines = new StreamReader(stream);
        var position = 2L;
        await ReadToAsync();
        await MeasureAsync("to a reader on another node", bench.Sized(60, smoke: 5));
        await writer.Services.GetRequiredService<Announcer>().StopAsync(default);
        await MeasureAsync("the notification lost", bench.Sized(6, smoke: 2));

        Task MeasureAsync(string what, int changes) => bench.CompareAsync(what, "changes", changes, () => Load.RunAsync(1, changes, async (_, _) =>
        {
            await taken.DecideAsync(wire, 0);
            position++;
            await ReadToAsync();
        }), floor: null, Rounds);

        async Task ReadToAsync()
        {
            while (await lines.ReadLineAsync() != $"id: {position}")
            {
                // What came before, and what is told of it.
            }
        }
    }
}
