using System.Diagnostics;
using System.Net;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.People;
using Governance.Tests.Support;
using Xunit.Abstractions;

namespace Governance.Tests.Api.Nodes;

public sealed class FreshnessTests(TwoNodes nodes, ITestOutputHelper output) : IClassFixture<TwoNodes>
{
    /// <summary>What is promised is a second; what fails is far beyond it, since the machine may be busy with something else.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task What_one_node_records_the_other_shows_soon()
    {
        var (here, there) = await nodes.FoundAsync();
        await there.GetAsync("/structure");
        var delays = new List<TimeSpan>();
        for (var n = 0; n < 20; n++)
        {
            await here.EstablishAsync("2017", $"Gruppe {n}");
            delays.Add(await UntilAsync(there, n + 2));
        }

        Tell("told", delays);
        delays.Should().OnlyContain(d => d < Bound);
    }

    [Fact]
    public async Task What_is_recorded_unannounced_shows_soon_too()
    {
        var (_, there) = await nodes.FoundAsync();
        await there.GetAsync("/structure");
        var delays = new List<TimeSpan>();
        for (var n = 1; n < 6; n++)
        {
            var id = new Guid(n, 0, 0, new byte[8]);
            await nodes.One.Log.AppendAsync(new Act(there.Id, n, "test", [NewEvent.OnRegister(there.Id, n + 1, id, new PersonRegistered(new PersonId(id)))]));
            delays.Add(await UntilAsync(there, n + 1));
        }

        Tell("not told", delays);
        delays.Should().OnlyContain(d => d < Bound);
    }

    [Fact]
    public async Task Asked_for_a_position_the_other_node_has_it_at_once()
    {
        var (here, there) = await nodes.FoundAsync();
        await there.GetAsync("/structure");
        for (var n = 0; n < 20; n++)
        {
            await here.EstablishAsync("2017", $"Gruppe {n}");
            (await there.GetAsync($"/structure?minPosition={n + 2}")).Being(HttpStatusCode.OK).Text.Should().Contain($"Gruppe {n}\"");
        }
    }

    [Fact]
    public async Task The_node_that_recorded_it_shows_it_at_once()
    {
        var (here, _) = await nodes.FoundAsync();
        for (var n = 0; n < 20; n++)
        {
            await here.EstablishAsync("2017", $"Gruppe {n}");
            (await here.GetAsync("/structure")).Text.Should().Contain($"Gruppe {n}\"");
        }
    }

    [Fact]
    public async Task A_position_that_does_not_come_is_not_ready_after_five_seconds()
    {
        var (here, _) = await nodes.FoundAsync();
        var watch = Stopwatch.StartNew();

        var refused = (await here.GetAsync("/structure?minPosition=2&lang=en")).Being(HttpStatusCode.ServiceUnavailable);

        watch.Elapsed.Should().BeGreaterThan(TimeSpan.FromSeconds(4.9));
        refused.MediaType.Should().Be("application/problem+json");
        refused.Headers["Retry-After"].Should().Be("1");
        refused.Without("traceId").ToJsonString().Should().Be(
            $$"""{"type":"/problems/not-ready","title":"Not ready","status":503,"detail":"Try again in a moment.","instance":"/api/clusters/{{here.Id}}/structure"}""");
    }

    [Fact]
    public async Task A_text_taken_out_on_one_node_is_gone_from_the_other_within_the_same_bound()
    {
        var (here, there) = await nodes.FoundAsync();
        var made = await here.DecideAsync("""{"title": "Sak", "text": "Hemmelig", "decidedByText": "Partnerne", "decidedOn": "2017"}""");
        (await there.GetAsync($"/decisions/{made.Id}?minPosition=2")).Text.Should().Contain("Hemmelig");

        (await here.PostAsync($"/decisions/{made.Id}/redaction", """{"texts": ["text"], "reason": "Personvern."}""")).Being(HttpStatusCode.OK);
        await UntilAsync(there, 3);

        (await there.GetAsync($"/decisions/{made.Id}")).Text.Should().NotContain("Hemmelig");
        (await there.GetAsync($"/decisions/{made.Id}?knownAt={made.RecordedAt}")).Text.Should().NotContain("Hemmelig");
    }

    private static async Task<TimeSpan> UntilAsync(ClusterClient cluster, long position)
    {
        var watch = Stopwatch.StartNew();
        await Eventually.TrueAsync(async () => await cluster.PositionAsync() >= position);
        return watch.Elapsed;
    }

    private void Tell(string how, List<TimeSpan> delays) =>
        output.WriteLine($"{how}: shown by the other node after {delays.Average(d => d.TotalMilliseconds):N0} ms on average, {delays.Max().TotalMilliseconds:N0} ms at most");
}
