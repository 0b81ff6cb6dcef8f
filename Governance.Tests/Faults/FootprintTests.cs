using System.Globalization;
using Governance.Tests.Support;
using Xunit.Abstractions;

namespace Governance.Tests.Faults;

/// <summary>A node's memory while many more clusters are asked for than it may keep. Longer with MEMORY_SECONDS in the environment.</summary>
public sealed class FootprintTests(ITestOutputHelper output)
{
    private const int Clusters = 2_000, Events = 25, Readers = 8, Least = 4_000;
    private const long Kept = 16L << 20, Bound = 300L << 20;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("MEMORY_SECONDS") ?? "0"));
    private static readonly string[] Views = ["structure?asOf={0:yyyy-MM-dd}", "structure", "committees", "history", "decisions", "compare?from=1900-01-01&to={0:yyyy-MM-dd}"];

    [Fact]
    public async Task Two_thousand_clusters_asked_for_at_random_take_no_more_than_their_share()
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        await using var host = LogHost.Open(database);
        for (var n = 0; n < Clusters; n++) await new LongHistory($"k{n}").AppendAsync(host.Log, Events);
        await using var server = await ServerProcess.ServeAsync($"--ConnectionStrings:Governance={database}", $"--Governance:MaxMemory={Kept}");

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var asked = 0;
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(async reader =>
        {
            var chance = new Random(reader);
            while (Interlocked.Increment(ref asked) <= Least || watch.Elapsed < Length)
            {
                var view = string.Format(CultureInfo.InvariantCulture, chance.GetItems(Views, 1)[0], new DateOnly(1900, 1, 1).AddDays(chance.Next(40)));
                using var answer = await server.Client.GetAsync(new Uri($"/api/clusters/k{chance.Next(Clusters)}/{view}", UriKind.Relative));
                answer.IsSuccessStatusCode.Should().BeTrue(view);
            }
        }));

        var most = server.MostMemory;
        output.WriteLine($"{asked - Readers:N0} requests in {watch.Elapsed.TotalSeconds:N0} s; at most {most >> 20} MiB were taken");
        most.Should().BeLessThan(Bound);
    }
}
