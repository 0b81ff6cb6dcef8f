using System.Diagnostics;
using System.Net;
using Governance.Api.Http.Binding;
using Governance.Api.Messaging;
using Governance.Api.Reporting;
using Governance.Tests.Support;
using Marten.Events.Daemon.Coordination;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Governance.Tests.Api.Scale;

/// <summary>What is measured by what the whole process allocates runs with nothing beside it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class GrowthTests(QuietApiFixture api, ITestOutputHelper output) : IClassFixture<QuietApiFixture>
{
    private const string Past = "/structure?knownAt=";
    private const int Few = 10, Many = 5_000, Samples = 40;

    /// <summary>Most that a look at the past may cost: the way from the nearest milestone.</summary>
    private const long FromAMilestone = 8 << 20;

    private static readonly string[] Reads =
        ["/structure?asOf={0}", "/committees?asOf={0}", "/bodies?asOf={0}", "/names?name=Styre&asOf={0}", "?asOf={0}", "/decisions?limit=20&after={1}"];

    /// <summary>What tells of everything that ever was.</summary>
    private static readonly string[] WholeStories = ["/findings?asOf={0}", "/people?asOf={0}"];

    [Fact]
    public async Task Recording_and_reading_cost_the_same_after_ten_decisions_and_after_five_thousand()
    {
        // Nobody who records or reads waits for the reporting tables.
        await api.Api.Services.GetRequiredService<IProjectionCoordinator>().PauseAsync();
        await api.Api.Services.GetRequiredService<CatchUp>().StopAsync(default);
        var (small, large) = (await GrownAsync(Few), await GrownAsync(Many));
        await MeasureAsync(small);

        var (few, many) = (await MeasureAsync(small), await MeasureAsync(large));

        output.WriteLine($"{"",-32} {$"at {Few:N0}",32} {$"at {Many:N0}",32}");
        foreach (var (what, cost) in few) output.WriteLine($"{what,-32} {cost,32} {many[what],32}");
        foreach (var (what, cost) in few.Where(f => !WholeStories.Contains(f.Key)))
        {
            many[what].RoundTrips.Should().Be(cost.RoundTrips, what);
            many[what].Bytes.Should().BeLessThan(what == Past ? FromAMilestone : cost.Bytes * 3, what);
        }
        few["record"].RoundTrips.Should().Be(1);
        Reads.Append(Past).Should().OnlyContain(read => many[read].RoundTrips == 0);
    }

    private async Task<Dictionary<string, Cost>> MeasureAsync(ClusterClient cluster)
    {
        var position = await cluster.PositionAsync();
        var costs = new Dictionary<string, Cost>
        {
            ["record"] = await CostAsync(async i => await cluster.DecideAsync(Decision((int)position + i))),
            ["record, dry run"] = await CostAsync(async _ => (await cluster.PostAsync("/decisions?dryRun=true", Decision((int)position + Samples))).Being(HttpStatusCode.OK)),
        };
        var times = (await api.Log.ReadClusterAsync(cluster.Id).Select(e => e.RecordedAt).ToListAsync()).Distinct().ToList();
        await cluster.GetAsync($"/structure?knownAt={Instants.Format(times[^2])}");
        costs[Past] = await CostAsync(async i => (await cluster.GetAsync($"/structure?knownAt={Instants.Format(times[i * 7919 % times.Count])}")).Being(HttpStatusCode.OK));
        foreach (var read in Reads.Concat(WholeStories))
            costs[read] = await CostAsync(async i => (await cluster.GetAsync(string.Format(read, new DateOnly(2100, 1, 1).AddDays(i + (int)position).ToString("yyyy-MM-dd"), position - 20))).Being(HttpStatusCode.OK));
        return costs;
    }

    private async Task<Cost> CostAsync(Func<int, Task> act)
    {
        await act(0);
        using var trips = new RoundTrips(api.Api.ConnectionString);
        var (bytes, watch) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        for (var i = 1; i < Samples; i++) await act(i);
        watch.Stop();
        return new((GC.GetTotalAllocatedBytes(precise: true) - bytes) / (Samples - 1), trips.Requested.Count / (Samples - 1.0), watch.Elapsed / (Samples - 1));
    }

    private async Task<ClusterClient> GrownAsync(int decisions)
    {
        var cluster = await api.FoundAsync("1990");
        var bodies = string.Join(",\n", Enumerable.Range(0, 10).Select(i => $$"""{"type": "establish-body", "kind": "board", "name": "Styre {{i}}"}"""));
        await cluster.DecideAsync($$"""{"title": "Styrene", "decidedByText": "Partnerne", "decidedOn": "1990", "changes": [{{bodies}}]}""");
        foreach (var chunk in Enumerable.Range(0, decisions).Chunk(500))
            (await cluster.PostAsync("/import", $$"""{"decisions": [{{string.Join(",\n", chunk.Select(Decision))}}]}""")).Being(HttpStatusCode.Created);
        return cluster;
    }

    /// <summary>A day after the one before, a new chair of one of the bodies, and a new mandate for it.</summary>
    private static string Decision(int n)
    {
        var (body, day) = (n % 10, new DateOnly(1990, 1, 2).AddDays(2 * n).ToString("yyyy-MM-dd"));
        return $$"""
            {
              "caseNumber": "{{n}}", "title": "Valg i styre {{body}}", "decidedBy": "Styre {{body}}", "decidedOn": "{{day}}",
              "changes": [
                {"type": "reconstitute-body", "body": "Styre {{body}}", "seats": [
                  {"role": "chair", "person": {"name": "Oppdiktet Eksempel {{n}}"} }, {"role": "member", "represents": "Kommunen"}, {"role": "member", "represents": "Sykehuset"}]},
                {"type": "adopt-mandate", "body": "Styre {{body}}", "points": ["Punkt én", "Punkt to i utgave {{n}}"]}
              ]
            }
            """;
    }

    private readonly record struct Cost(long Bytes, double RoundTrips, TimeSpan Time) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? provider) => $"{Bytes / 1024.0:N0} KiB {Time.TotalMilliseconds:N2} ms {RoundTrips:N1} trips";
    }
}

/// <summary>A node that leaves queues and schedule to others, so that nothing is allocated but by who asks.</summary>
public sealed class QuietApiFixture : ApiFixture
{
    protected override IEnumerable<string> Settings => [MessagingSetup.ForCommands];
}
