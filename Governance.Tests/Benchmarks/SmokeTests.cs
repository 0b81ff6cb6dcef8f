using Governance.Tests.Api.Scale;
using Governance.Tests.Support;
using Xunit.Abstractions;

namespace Governance.Tests.Benchmarks;

/// <summary>Every benchmark works, and what it measures allocates and asks of the database no more than it should; how long it takes says nothing on a busy machine.</summary>
[Collection(nameof(Alone))]
public sealed class SmokeTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. Program.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_benchmark_runs_within_its_bounds(string name)
    {
        await using var bench = Bench.Smoke(name, await PostgresServer.CreateDatabaseAsync());

        await Program.All[name](bench);

        bench.Figures.Should().NotBeEmpty().And.OnlyContain(f => f.PerSecond > 0);
        foreach (var figure in bench.Figures)
        {
            output.WriteLine($"{Report.Row(figure)} {figure.RoundTrips:0.0} round trips");
            var (bytes, trips) = Bound(name, figure.What);
            figure.AllocatedBytes.Should().BeLessThan(bytes, "{0} allocates so much for each of its {1}", figure.What, figure.Unit);
            figure.RoundTrips.Should().BeLessThanOrEqualTo(trips, "{0} asks the database so often for each of its {1}", figure.What, figure.Unit);
        }
    }

    /// <summary>About twice what it came to when it was last looked at, the clients and the work in the background included.</summary>
    private static (double Bytes, double RoundTrips) Bound(string name, string what) => (name, what.Split(' ')[0]) switch
    {
        ("record", "the") => (70_000, 0),
        ("record", _) => (600_000, 1),
        ("import", _) => (160_000, 0.05),
        ("committees", _) => (16_000, 0),
        ("structure", "asOf") => (400_000, 0),
        ("structure", _) => (2_000_000, 0),
        ("cold", _) => (14_000, 0),
        ("rebuild", _) => (32_000, 0),
        ("verify", _) => (8_000, 0),
        ("start", _) => (1_000_000, 0),
        ("growth", "record:") => (3_000_000, 0),
        ("growth", _) => (400_000, 0),
        ("feed", _) => (1_000_000, 1),
        _ => throw new ArgumentException($"{name}: {what} has no bound.", nameof(what)),
    };
}
